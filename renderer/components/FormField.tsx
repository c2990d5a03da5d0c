import Box from '@mui/material/Box'
import FormControl from '@mui/material/FormControl'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput'
import type { ComponentProps, ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'

interface FieldFrameProps {
  readonly id: string
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong, in words; undefined when nothing is. */
  readonly error?: string
  /** Says "not required" after the label: fields are required unless they say otherwise. */
  readonly optional?: boolean
  readonly children: ReactNode
}

/** A label above, a hint under it, the field, and what is wrong with it. */
export function FieldFrame({ id, label, hint, error, optional, children }: FieldFrameProps) {
  const { t } = useTranslation()
  return (
    <FormControl fullWidth error={error !== undefined} sx={{ mb: 2 }}>
      <FormLabel htmlFor={id} sx={{ mb: 0.5 }}>
        {label}
        {optional && (
          <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
            {` ${t('common:form.optional')}`}
          </Box>
        )}
      </FormLabel>
      {hint !== undefined && (
        <FormHelperText
          id={`${id}-hint`}
          sx={{ mx: 0, mt: 0, mb: 0.5, color: 'text.secondary' }}
          error={false}
        >
          {hint}
        </FormHelperText>
      )}
      {children}
      {error !== undefined && (
        <FormHelperText id={`${id}-error`} sx={{ mx: 0 }}>
          {error}
        </FormHelperText>
      )}
    </FormControl>
  )
}

interface FieldGroupProps {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string
  /** The id that an error summary links to. */
  readonly id?: string
  readonly children: ReactNode
}

/** A question with several boxes or radio buttons under it. */
export function FieldGroup({ label, hint, error, id, children }: FieldGroupProps) {
  return (
    <FormControl
      component="fieldset"
      fullWidth
      error={error !== undefined}
      sx={{ mb: 2 }}
      id={id}
      tabIndex={id === undefined ? undefined : -1}
    >
      <FormLabel component="legend">{label}</FormLabel>
      {hint !== undefined && (
        <FormHelperText sx={{ mx: 0, mt: 0, color: 'text.secondary' }} error={false}>
          {hint}
        </FormHelperText>
      )}
      {children}
      {error !== undefined && <FormHelperText sx={{ mx: 0 }}>{error}</FormHelperText>}
    </FormControl>
  )
}

/** The ids that describe a field, for `aria-describedby`. */
export const describedBy = (id: string, hint: unknown, error: unknown): string | undefined =>
  [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ') ||
  undefined

type TextFieldProps = Omit<FieldFrameProps, 'children'> &
  Pick<
    OutlinedInputProps,
    'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'onKeyDown' | 'disabled' | 'readOnly' | 'type'
  > &
  Pick<
    OutlinedInputProps,
    'autoComplete' | 'autoFocus' | 'multiline' | 'minRows' | 'maxRows' | 'endAdornment'
  > & {
    /** The input itself, as react-hook-form's `register` gives it. */
    readonly ref?: Ref<HTMLInputElement>
    readonly inputMode?: ComponentProps<'input'>['inputMode']
    readonly maxLength?: number
    /** Widest in pixels; a field as long as what is written in it says what is expected. */
    readonly width?: number
  }

/** One line (or several, `multiline`) of text. Spread `register('name')` of react-hook-form into it. */
export function TextInput({
  id,
  label,
  hint,
  error,
  optional,
  ref,
  inputMode,
  maxLength,
  width,
  ...input
}: TextFieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <OutlinedInput
        {...input}
        id={id}
        inputRef={ref}
        size="small"
        sx={{ maxWidth: width }}
        inputProps={{
          inputMode,
          maxLength,
          'aria-describedby': describedBy(id, hint, error),
          'aria-required': optional ? undefined : true,
        }}
      />
    </FieldFrame>
  )
}

type SelectFieldProps = Omit<FieldFrameProps, 'children'> &
  Pick<ComponentProps<'select'>, 'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'disabled'> & {
    readonly ref?: Ref<HTMLSelectElement>
    readonly width?: number
    readonly options: readonly { readonly value: string; readonly text: string }[]
  }

/** One of a few choices, as the system's own list: quick on the keyboard, and read by every screen reader. */
export function SelectInput({
  id,
  label,
  hint,
  error,
  optional,
  ref,
  width,
  options,
  ...select
}: SelectFieldProps) {
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <NativeSelect
        inputRef={ref}
        input={<OutlinedInput size="small" />}
        inputProps={{ ...select, id, 'aria-describedby': describedBy(id, hint, error) }}
        sx={{ maxWidth: width }}
      >
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </NativeSelect>
    </FieldFrame>
  )
}
