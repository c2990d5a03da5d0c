import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useTranslation } from 'react-i18next'
import type { VisitTeam } from '#shared/rules/visitTimetable'
import { FieldGroup, TextInput } from '../../components/FormField'
import { type BookingField, type PersonKind, personKinds } from './booking'
import type { BookingForm } from './useBookingForm'

interface PersonFieldsProps {
  readonly id: string
  readonly form: BookingForm
  /** The teams that the person at this desk may book for. */
  readonly teams: readonly VisitTeam[]
  readonly problem: (field: BookingField) => string | undefined
}

/** Who comes, when it is nobody in the register: what they are, and their name. */
export function PersonFields({ id, form, teams, problem }: PersonFieldsProps) {
  const { t } = useTranslation()
  const { values } = form
  return (
    <>
      <FieldGroup
        id={`${id}-personKind`}
        label={t('appointments:book.personKind')}
        hint={t('appointments:book.noForm')}
        error={problem('personKind')}
      >
        <RadioGroup
          row
          value={values.personKind}
          onChange={(event) => form.set({ personKind: event.target.value as PersonKind })}
          sx={{ columnGap: 2 }}
        >
          {personKinds.map((kind) => (
            <FormControlLabel
              key={kind}
              value={kind}
              control={<Radio size="small" />}
              label={t(`appointments:personKind.${kind}`)}
            />
          ))}
        </RadioGroup>
      </FieldGroup>
      <TextInput
        id={`${id}-name`}
        label={t('appointments:book.name')}
        error={problem('name')}
        value={values.name}
        autoComplete="off"
        maxLength={120}
        width={400}
        onBlur={() => {
          if (values.name !== '') form.check('name')
        }}
        onChange={(event) => form.set({ name: event.target.value })}
      />
      {teams.length > 1 && (
        <FieldGroup label={t('appointments:book.team')}>
          <RadioGroup
            row
            value={values.team}
            onChange={(event) => form.set({ team: event.target.value as VisitTeam })}
            sx={{ columnGap: 2 }}
          >
            {teams.map((team) => (
              <FormControlLabel
                key={team}
                value={team}
                control={<Radio size="small" />}
                label={t(`appointments:book.teams.${team}`)}
              />
            ))}
          </RadioGroup>
        </FieldGroup>
      )}
    </>
  )
}
