import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useTranslation } from 'react-i18next'
import type { LeaseView } from '#shared/contract/residents'
import { type MandateScope, mandateScopes } from '#shared/rules/mandateScopes'
import { FieldGroup, SelectInput, TextInput } from '../../components/FormField'
import { OtherGrantors } from './GranteeRows'
import { isEstate, type MandateValues } from './mandateValues'
import type { MandateFormState } from './useMandateForm'
import { useMandateWords } from './useMandateWords'

const dense = { py: 0.5 } as const
const capital = { '& .MuiFormControlLabel-label::first-letter': { textTransform: 'uppercase' } } as const

/** What the power is for: generally, by the choices of the paper form, and in the grantor's own words. */
export function ScopeFields({ form }: { readonly form: MandateFormState }) {
  const { t } = useTranslation()
  const words = useMandateWords()
  const { values } = form
  const estate = isEstate(values)
  const toggle = (scope: MandateScope, on: boolean) => {
    if (scope === 'estate') form.set(on ? { general: false, scopes: ['estate'] } : { scopes: [] })
    else form.set({ scopes: on ? [...values.scopes, scope] : values.scopes.filter((each) => each !== scope) })
  }
  const box = (scope: MandateScope) => (
    <FormControlLabel
      key={scope}
      disabled={estate && scope !== 'estate'}
      sx={capital}
      control={
        <Checkbox
          checked={values.scopes.includes(scope)}
          onChange={(_, on) => toggle(scope, on)}
          sx={dense}
        />
      }
      label={words.scope(scope)}
    />
  )
  return (
    <>
      <FieldGroup
        id={form.idOf('scopes')}
        label={t('mandates:field.scopes')}
        hint={t('mandates:form.scopesHint')}
        error={form.problem('scopes')}
      >
        <FormControlLabel
          disabled={estate}
          sx={capital}
          control={
            <Checkbox checked={values.general} onChange={(_, general) => form.set({ general })} sx={dense} />
          }
          label={words.scope('general')}
        />
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          {mandateScopes.filter((scope) => scope !== 'estate').map(box)}
        </Box>
        {box('estate')}
      </FieldGroup>
      <TextInput
        id={form.idOf('openSection')}
        label={t('mandates:field.openSection')}
        hint={t('mandates:form.openSectionHint')}
        optional
        multiline
        minRows={2}
        maxRows={10}
        maxLength={4000}
        value={values.openSection}
        onChange={(event) => form.set({ openSection: event.target.value })}
      />
    </>
  )
}

const objects = ['everything', 'lease', 'apartment', 'parkingSpace', 'saunaTurn'] as const

interface ObjectFieldsProps {
  readonly form: MandateFormState
  readonly leases: readonly LeaseView[]
}

/** What the power is limited to: nothing, a lease or its home, a parking space or a sauna turn. */
export function ObjectFields({ form, leases }: ObjectFieldsProps) {
  const { t } = useTranslation()
  const { object } = form.values
  const change = (part: Partial<MandateValues['object']>) => form.set({ object: { ...object, ...part } })
  const ofLease = object.kind === 'lease' || object.kind === 'apartment'
  return (
    <>
      <FieldGroup label={t('mandates:field.object')}>
        <RadioGroup
          row
          value={object.kind}
          onChange={(event) => change({ kind: event.target.value as MandateValues['object']['kind'] })}
          sx={{ columnGap: 2 }}
        >
          {objects.map((kind) => (
            <FormControlLabel
              key={kind}
              value={kind}
              control={<Radio size="small" />}
              label={t(`mandates:form.objects.${kind}`)}
            />
          ))}
        </RadioGroup>
      </FieldGroup>
      {ofLease && (
        <SelectInput
          id={form.idOf('object')}
          label={t('mandates:form.lease')}
          error={form.problem('object')}
          value={object.leaseNo}
          width={400}
          onChange={(event) => change({ leaseNo: event.target.value })}
          options={[
            ...(object.leaseNo === '' ? [{ value: '', text: t('mandates:form.chooseLease') }] : []),
            ...leases.map(({ leaseNo, address }) => ({
              value: leaseNo,
              text: [leaseNo, address].filter(Boolean).join(', '),
            })),
          ]}
        />
      )}
      {(object.kind === 'parkingSpace' || object.kind === 'saunaTurn') && (
        <TextInput
          id={form.idOf('objectName')}
          label={t(`mandates:form.names.${object.kind}`)}
          hint={t('mandates:form.nameHint')}
          error={form.problem('objectName')}
          value={object.name}
          autoComplete="off"
          maxLength={80}
          width={280}
          onBlur={() => object.name !== '' && form.leave('objectName')}
          onChange={(event) => change({ name: event.target.value })}
        />
      )}
    </>
  )
}

/** Of an estate: when the tenant died, if the register does not know yet, and who are the parties to it. */
export function EstateFields({ form, died }: { readonly form: MandateFormState; readonly died: boolean }) {
  const { t } = useTranslation()
  const { values } = form
  return (
    <FieldGroup label={t('mandates:form.estate')} hint={t('mandates:form.estateHint')}>
      <Box sx={{ pl: 2, mt: 1, borderLeft: 3, borderColor: 'divider' }}>
        {!died && (
          <TextInput
            id={form.idOf('diedOn')}
            label={t('mandates:field.diedOn')}
            hint={t('mandates:form.diedHint')}
            error={form.problem('diedOn')}
            value={values.diedOn}
            autoComplete="off"
            maxLength={10}
            width={160}
            onBlur={() => values.diedOn !== '' && form.leave('diedOn')}
            onChange={(event) => form.set({ diedOn: event.target.value })}
          />
        )}
        <TextInput
          id={form.idOf('parties')}
          label={t('mandates:form.parties')}
          hint={t('mandates:form.partiesHint')}
          error={form.problem('parties')}
          // Residents alone may be the parties.
          optional={values.otherGrantors.length > 0}
          value={values.parties}
          multiline
          minRows={2}
          maxRows={10}
          maxLength={3000}
          onBlur={() => values.parties !== '' && form.leave('parties')}
          onChange={(event) => form.set({ parties: event.target.value })}
        />
        <OtherGrantors form={form} />
      </Box>
    </FieldGroup>
  )
}
