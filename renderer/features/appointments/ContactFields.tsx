import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#shared/contract/base'
import { SelectInput, TextInput } from '../../components/FormField'
import { languageNames, languages } from '../../i18n'
import type { ContactValues } from './booking'

/** The longest additional information that the desk takes. */
const longest = 2000

interface ContactFieldsProps {
  readonly id: string
  readonly values: ContactValues
  readonly problems: { readonly phone?: string; readonly email?: string }
  /** What is said of phone and e-mail, such as that they are not shown. */
  readonly hint?: ReactNode
  /** What follows from the e-mail address, or from there being none. */
  readonly emailHint?: ReactNode
  readonly onSet: (changed: Partial<ContactValues>) => void
  readonly onLeave: (field: 'phone' | 'email') => void
}

/** Additional information, phone, e-mail and language of a visit. */
export function ContactFields(props: ContactFieldsProps) {
  const { id, values, problems, hint, emailHint, onSet, onLeave } = props
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        id={`${id}-additionalInformation`}
        label={t('appointments:book.additionalInformation')}
        hint={t('appointments:book.additionalInformationHint')}
        value={values.additionalInformation}
        optional
        multiline
        minRows={2}
        maxRows={8}
        maxLength={longest}
        onChange={(event) => onSet({ additionalInformation: event.target.value })}
      />
      <TextInput
        id={`${id}-phone`}
        label={t('appointments:book.phone')}
        hint={hint}
        error={problems.phone}
        value={values.phone}
        optional
        inputMode="tel"
        autoComplete="off"
        maxLength={40}
        width={280}
        onBlur={() => onLeave('phone')}
        onChange={(event) => onSet({ phone: event.target.value })}
      />
      <TextInput
        id={`${id}-email`}
        label={t('appointments:book.email')}
        hint={emailHint}
        error={problems.email}
        value={values.email}
        optional
        inputMode="email"
        autoComplete="off"
        maxLength={254}
        width={400}
        onBlur={() => onLeave('email')}
        onChange={(event) => onSet({ email: event.target.value })}
      />
      <SelectInput
        id={`${id}-language`}
        label={t('appointments:book.language')}
        value={values.language}
        width={280}
        onChange={(event) => onSet({ language: event.target.value as Language })}
        options={languages.map((value) => ({ value, text: languageNames[value] }))}
      />
    </>
  )
}
