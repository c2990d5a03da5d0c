import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete'
import TextField from '@mui/material/TextField'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { describedBy, FieldFrame } from '../../components/FormField'
import { type Country, countries } from './countries'

interface CountryFieldProps {
  readonly id: string
  /** Three letters; empty for none. */
  readonly value: string
  readonly error?: string
  readonly onChange: (code: string) => void
  readonly onBlur?: () => void
}

const find = createFilterOptions<Country>({ stringify: ({ name, code }) => `${name} ${code}` })

/** The country that issued a document: a list that is searched by name or by the three letters. */
export function CountryField({ id, value, error, onChange, onBlur }: CountryFieldProps) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const options = useMemo(() => countries(language), [language])
  const chosen = options.find(({ code }) => code === value) ?? null
  return (
    <FieldFrame id={id} label={t('identity:manual.issuingCountry')} error={error}>
      <Autocomplete
        id={id}
        options={options}
        value={chosen}
        filterOptions={find}
        autoHighlight
        handleHomeEndKeys={false}
        getOptionLabel={({ name }) => name}
        isOptionEqualToValue={(one, other) => one.code === other.code}
        onChange={(_, country) => onChange(country?.code ?? '')}
        onBlur={onBlur}
        noOptionsText={t('identity:manual.noCountry')}
        openText={t('identity:manual.openCountries')}
        closeText={t('identity:manual.closeCountries')}
        clearText={t('identity:manual.clearCountry')}
        sx={{ maxWidth: 400 }}
        renderInput={(params) => (
          <TextField
            {...params}
            size="small"
            error={error !== undefined}
            slotProps={{
              ...params.slotProps,
              htmlInput: {
                ...params.slotProps.htmlInput,
                'aria-describedby': describedBy(id, undefined, error),
                'aria-required': true,
              },
            }}
          />
        )}
      />
    </FieldFrame>
  )
}
