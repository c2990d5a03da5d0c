import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useTranslation } from 'react-i18next'
import type { RequestField } from '#shared/rules/requestKinds'
import { FieldGroup, TextInput } from '../../components/FormField'
import { OnePerson, PeopleField } from './PeopleField'
import { idOf, type RequestFormState } from './useRequestForm'

interface RequestFieldsProps {
  readonly form: RequestFormState
  readonly residentId: string
}

/** The short form of the chosen kind, each field by what it is. */
export function RequestFields({ form, residentId }: RequestFieldsProps) {
  return form.rule?.fields.map((field) => {
    if (field.type !== 'people') return <Field key={field.name} form={form} field={field} />
    return field.who === 'everyone' ? (
      <PeopleField key={field.name} form={form} name={field.name} />
    ) : (
      <OnePerson key={field.name} form={form} name={field.name} residentId={residentId} />
    )
  })
}

type Plain = Exclude<RequestField, { readonly type: 'people' }>

/** Longer texts have more than a line. */
const longLine = 200

function Field({ form, field }: { readonly form: RequestFormState; readonly field: Plain }) {
  const { t } = useTranslation()
  const { name } = field
  const label = t(`requests:field.${name}`)
  const value = form.values.texts[name] ?? ''
  if (field.type === 'choice') {
    return (
      <FieldGroup id={idOf(name)} label={label} error={form.problem(name)}>
        <RadioGroup row value={value} onChange={(_, chosen) => form.setText(name, chosen)}>
          {field.choices.map((choice) => (
            <FormControlLabel
              key={choice}
              value={choice}
              control={<Radio size="small" />}
              label={t(`requests:choice.${name}.${choice}`)}
            />
          ))}
        </RadioGroup>
      </FieldGroup>
    )
  }
  const multiline = field.type === 'text' && field.max > longLine
  const day = field.type === 'day'
  return (
    <TextInput
      id={idOf(name)}
      label={label}
      hint={
        day
          ? name === 'endsOn'
            ? t('requests:form.endsOnHint')
            : t('requests:form.dayHint')
          : name === 'what' || name === 'where'
            ? t(`requests:form.${name}Hint`)
            : undefined
      }
      error={form.problem(name)}
      optional={!field.required}
      value={value}
      autoComplete="off"
      width={day ? 160 : field.type === 'space' ? 280 : undefined}
      maxLength={day ? 10 : field.type === 'space' ? 80 : field.max}
      {...(multiline ? { multiline: true, minRows: 3, maxRows: 10 } : {})}
      onBlur={() => value.trim() !== '' && form.leave(name)}
      onChange={(event) => form.setText(name, event.target.value)}
    />
  )
}
