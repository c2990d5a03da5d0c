import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import { formatPhone } from '#shared/rules/contacts'
import { useFormat } from '../../app/format'
import { Facts, Section } from '../../components/Section'
import { ContactsForm } from './ContactsForm'
import { HiddenContacts } from './HiddenContacts'
import { languageName } from './languages'
import type { Reveal } from './useReveal'

interface ContactsSectionProps {
  readonly page: ResidentPage
  readonly reveal: Reveal
  readonly editing: boolean
  readonly onDone: () => void
}

/** Phone, e-mail, language and account number: to read, or in place to correct. */
export function ContactsSection({ page, reveal, editing, onDone }: ContactsSectionProps) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const { contacts, hidden } = page
  const phone = contacts.phone ?? reveal.revealed?.phone ?? null
  const email = contacts.email ?? reveal.revealed?.email ?? null
  const isHidden = hidden === 'all' && reveal.revealed === null
  const missing = isHidden ? t('residents:hidden.short') : t('residents:contacts.missing')
  return (
    <Section title={editing ? t('residents:contacts.edit') : t('residents:contacts.title')}>
      <HiddenContacts hidden={hidden} reveal={reveal} />
      {editing ? (
        <ContactsForm page={page} revealed={reveal.revealed} onDone={onDone} />
      ) : (
        <Facts
          rows={[
            { name: t('residents:contacts.phone'), value: phone === null ? missing : formatPhone(phone) },
            { name: t('residents:contacts.email'), value: email ?? missing },
            { name: t('residents:contacts.language'), value: languageName(contacts.language, language) },
            {
              name: t('residents:contacts.iban'),
              value:
                contacts.ibanEnding === null
                  ? t('residents:contacts.missing')
                  : t('residents:contacts.ibanEnding', { ending: contacts.ibanEnding }),
            },
          ]}
        />
      )}
    </Section>
  )
}
