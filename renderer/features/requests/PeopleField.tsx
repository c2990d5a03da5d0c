import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { FieldGroup, TextInput } from '../../components/FormField'
import type { RequestValues } from './requestForm'
import { idOf, type RequestFormState } from './useRequestForm'

interface PeopleFieldProps {
  readonly form: RequestFormState
  readonly name: string
}

/** Everyone who lives in the home, each as staying or moving out, and those who move in. */
export function PeopleField({ form, name }: PeopleFieldProps) {
  const { t } = useTranslation()
  const { movingOut, movingIn } = form.values
  const setOut = (residentId: string, on: string | null) => {
    const { [residentId]: _, ...others } = movingOut
    form.set({ movingOut: on === null ? others : { ...others, [residentId]: on } })
  }
  const setIn = (key: number, part: Partial<RequestValues['movingIn'][number]>) =>
    form.set({ movingIn: movingIn.map((each) => (each.key === key ? { ...each, ...part } : each)) })
  const add = () => {
    const key = Math.max(-1, ...movingIn.map((each) => each.key)) + 1
    form.set({ movingIn: [...movingIn, { key, name: '', on: '' }] })
    setTimeout(() => document.getElementById(`${idOf(name)}-${key}`)?.focus())
  }
  return (
    <FieldGroup
      id={idOf(name)}
      label={t(`requests:field.${name}`)}
      hint={t('requests:people.hint')}
      error={form.problem(name)}
    >
      <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
        {form.form.data?.living.map(({ residentId, name: who }) => {
          const on = movingOut[residentId]
          return (
            <Box
              component="li"
              key={residentId}
              sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, minHeight: 40 }}
            >
              <Typography sx={{ minWidth: 220, fontWeight: 600 }}>{who}</Typography>
              <FormControlLabel
                control={
                  <Checkbox
                    size="small"
                    checked={on !== undefined}
                    slotProps={{ input: { 'aria-label': t('requests:people.outOf', { name: who }) } }}
                    onChange={(_, checked) => setOut(residentId, checked ? '' : null)}
                  />
                }
                label={t('requests:people.movesOut')}
              />
              {on !== undefined && (
                <Box sx={{ flexBasis: 360 }}>
                  <TextInput
                    id={`${idOf(name)}-${residentId}`}
                    label={t('requests:people.lastDayOf', { name: who })}
                    value={on}
                    width={160}
                    maxLength={10}
                    autoComplete="off"
                    onChange={(event) => setOut(residentId, event.target.value)}
                  />
                </Box>
              )}
            </Box>
          )
        })}
        {movingIn.map((each) => (
          <Box component="li" key={each.key} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
            <Box sx={{ flexBasis: 280 }}>
              <TextInput
                id={`${idOf(name)}-${each.key}`}
                label={t('requests:people.movesInName')}
                value={each.name}
                maxLength={160}
                autoComplete="off"
                onChange={(event) => setIn(each.key, { name: event.target.value })}
              />
            </Box>
            <Box sx={{ flexBasis: 160 }}>
              <TextInput
                id={`${idOf(name)}-${each.key}-on`}
                label={t('requests:people.firstDay')}
                value={each.on}
                width={160}
                maxLength={10}
                autoComplete="off"
                onChange={(event) => setIn(each.key, { on: event.target.value })}
              />
            </Box>
            <Button
              sx={{ alignSelf: 'center' }}
              onClick={() => {
                form.set({ movingIn: movingIn.filter(({ key }) => key !== each.key) })
                document.getElementById(`${idOf(name)}-add`)?.focus()
              }}
            >
              {t('requests:people.remove')}
            </Button>
          </Box>
        ))}
      </Box>
      <Button
        id={`${idOf(name)}-add`}
        variant="outlined"
        size="small"
        sx={{ alignSelf: 'flex-start' }}
        onClick={add}
      >
        {t('requests:people.add')}
      </Button>
    </FieldGroup>
  )
}

interface OnePersonProps extends PeopleFieldProps {
  readonly residentId: string
}

/** One of the others who live in the home. */
export function OnePerson({ form, name, residentId }: OnePersonProps) {
  const { t } = useTranslation()
  const others = form.form.data?.living.filter((each) => each.residentId !== residentId) ?? []
  return (
    <FieldGroup id={idOf(name)} label={t(`requests:field.${name}`)} error={form.problem(name)}>
      {others.length === 0 ? (
        <Typography color="text.secondary">{t('requests:people.nobodyElse')}</Typography>
      ) : (
        <RadioGroup value={form.values.one} onChange={(_, one) => form.set({ one })}>
          {others.map((each) => (
            <FormControlLabel
              key={each.residentId}
              value={each.residentId}
              control={<Radio size="small" />}
              label={each.name}
            />
          ))}
        </RadioGroup>
      )}
    </FieldGroup>
  )
}
