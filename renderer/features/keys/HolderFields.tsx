import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useTranslation } from 'react-i18next'
import { type KeyHolderKind, keyWords } from '#shared/rules/keyLedger'
import { FieldGroup, SelectInput, TextInput } from '../../components/FormField'
import { ResidentPicker } from '../residents/ResidentPicker'
import { DigitChoice } from '../visits/DigitChoice'
import { laneOrder } from './lanes'
import type { HolderFormState } from './useHolderForm'

interface HolderFieldsProps {
  readonly form: HolderFormState
  /** What is asked: to whom it goes, or who had it. */
  readonly label: string
  /** Residents of the home whom the page knows. */
  readonly residents: readonly { readonly id: string; readonly name: string }[]
  /** Each on a digit, and the first thing that is asked. Default true; otherwise from a list. */
  readonly byDigits?: boolean
}

/** Who has the keys then, each on a digit; then who in particular, on which day and on whose word. */
export function HolderFields({ form, label, residents, byDigits = true }: HolderFieldsProps) {
  const { t } = useTranslation()
  const { values, set, idOf } = form
  const choose = (kind: KeyHolderKind) => {
    const only = residents.length === 1 && values.residentId === null ? residents[0] : undefined
    set({ kind, ...(kind === 'resident' && only ? { residentId: only.id, residentName: only.name } : {}) })
  }
  return (
    <>
      {byDigits ? (
        <DigitChoice
          id={idOf('kind')}
          label={label}
          values={laneOrder}
          value={values.kind}
          nameOf={(kind) => t(`keys:holder.${kind}`)}
          error={form.problem('kind')}
          onChoose={choose}
        />
      ) : (
        <SelectInput
          id={idOf('kind')}
          label={label}
          value={values.kind}
          width={320}
          onChange={(event) => choose(laneOrder.find((each) => each === event.target.value) ?? 'heka')}
          options={laneOrder.map((value) => ({ value, text: t(`keys:holder.${value}`) }))}
        />
      )}
      {values.kind === 'resident' && <ResidentField form={form} residents={residents} />}
      {values.kind === 'grantee' && (
        <TextInput
          id={idOf('grantee')}
          label={t('keys:move.granteeName')}
          hint={t('keys:move.granteeHint')}
          error={form.problem('grantee')}
          value={values.granteeName}
          maxLength={200}
          autoComplete="off"
          onBlur={() => form.leave('grantee')}
          onChange={(event) => set({ granteeName: event.target.value })}
        />
      )}
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'flex-end',
          columnGap: 3,
          '& > *': { width: 'auto' },
        }}
      >
        <TextInput
          id={idOf('happenedOn')}
          label={t('keys:move.happenedOn')}
          hint={t('keys:move.happenedOnHint')}
          error={form.problem('happenedOn')}
          value={values.happenedOn}
          width={160}
          maxLength={10}
          autoComplete="off"
          onBlur={() => form.leave('happenedOn')}
          onChange={(event) => set({ happenedOn: event.target.value })}
        />
        <SelectInput
          id={idOf('word')}
          label={t('keys:move.word')}
          value={values.word}
          width={320}
          onChange={(event) => set({ word: keyWords.find((each) => each === event.target.value) ?? 'heka' })}
          options={keyWords.map((value) => ({ value, text: t(`keys:word.${value}`) }))}
        />
      </Box>
      <TextInput
        id={idOf('wordText')}
        label={form.wordRequired ? t('keys:correct.why') : t('keys:move.wordText')}
        optional={!form.wordRequired}
        error={form.problem('wordText')}
        value={values.wordText}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => set({ wordText: event.target.value })}
      />
    </>
  )
}

/** Which resident: one whom the page knows, or anybody who is found. */
function ResidentField({ form, residents }: Pick<HolderFieldsProps, 'form' | 'residents'>) {
  const { t } = useTranslation()
  const { values, set, idOf } = form
  const known = residents.find(({ id }) => id === values.residentId)
  return (
    <>
      {residents.length > 0 && (
        <FieldGroup label={t('keys:move.whichResident')}>
          <RadioGroup
            row
            value={known?.id ?? ''}
            onChange={(_, id) => {
              const one = residents.find((each) => each.id === id)
              set({ residentId: one?.id ?? null, residentName: one?.name ?? '' })
            }}
          >
            {[...residents, { id: '', name: t('keys:move.anotherResident') }].map(({ id, name }) => (
              <FormControlLabel key={id} value={id} control={<Radio size="small" />} label={name} />
            ))}
          </RadioGroup>
        </FieldGroup>
      )}
      {!known && (
        <ResidentPicker
          id={idOf('resident')}
          label={t('keys:move.residentName')}
          hint={t('keys:move.residentHint')}
          text={values.residentName}
          error={form.problem('resident')}
          onType={(residentName) => set({ residentName, residentId: null })}
          onChoose={({ id, name }) => set({ residentId: id, residentName: name })}
        />
      )}
    </>
  )
}
