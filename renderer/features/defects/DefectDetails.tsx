import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useTranslation } from 'react-i18next'
import { FieldGroup, TextInput } from '../../components/FormField'
import { type DefectFormState, idOf, type Via } from './useDefectForm'

const vias = ['counter', 'phone', 'email'] as const satisfies readonly Via[]

interface DefectDetailsProps {
  readonly form: DefectFormState
  /** It comes by the live call. */
  readonly byCall: boolean
}

/** How they get in and whom they call: the master key, animals, when somebody is at home, the number. */
export function DefectDetails({ form, byCall }: DefectDetailsProps) {
  const { t } = useTranslation()
  const { values, set } = form
  const text = (field: 'pets' | 'atHome') => ({
    id: idOf(field),
    label: t(`defects:form.${field}`),
    optional: true,
    maxLength: 200,
    value: values[field],
    onChange: ({ target }: { readonly target: { readonly value: string } }) => set({ [field]: target.value }),
  })
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, columnGap: 2 }}>
      <FieldGroup label={t('defects:form.masterKey')}>
        <RadioGroup
          row
          value={values.masterKey ? 'yes' : 'no'}
          onChange={(_, value) => set({ masterKey: value === 'yes' })}
        >
          <FormControlLabel value="yes" control={<Radio size="small" />} label={t('defects:yes')} />
          <FormControlLabel value="no" control={<Radio size="small" />} label={t('defects:no')} />
        </RadioGroup>
      </FieldGroup>
      <TextInput {...text('pets')} />
      <TextInput {...text('atHome')} />
      <TextInput
        id={idOf('phone')}
        label={t('defects:form.phone')}
        optional
        error={form.problem('phone')}
        maxLength={40}
        inputMode="tel"
        value={values.phone}
        onChange={({ target }) => set({ phone: target.value })}
      />
      {!byCall && (
        <FieldGroup label={t('defects:form.via')}>
          <RadioGroup
            row
            value={values.via}
            onChange={(_, value) => set({ via: vias.find((each) => each === value) ?? 'counter' })}
          >
            {vias.map((via) => (
              <FormControlLabel
                key={via}
                value={via}
                control={<Radio size="small" />}
                label={t(`defects:via.${via}`)}
              />
            ))}
          </RadioGroup>
        </FieldGroup>
      )}
    </Box>
  )
}
