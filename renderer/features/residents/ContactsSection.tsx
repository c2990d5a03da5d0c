import EditIcon from '@mui/icons-material/Edit'
import Button from '@mui/material/Button'
import { useRef } from 'react'
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
  readonly onEdit: () => void
  readonly onDone: () => void
}

/** Phone, e-mail, language and account number: to read, or in place to correct. */
export function ContactsSection({ page, reveal, editing, onEdit, onDone }: ContactsSectionProps) {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  const { language } = useFormat()
  const { contacts, hidden } = page
  const phone = contacts.phone ?? reveal.revealed?.phone ?? null
  const email = contacts.email ?? reveal.revealed?.email ?? null
  const isHidden = hidden === 'all' && reveal.revealed === null
  const missing = isHidden ? t('residents:hidden.short') : t('residents:contacts.missing')
  return (
    <Section
      title={t('residents:contacts.title')}
      actions={
        !editing && (
          <Button ref={button} size="small" startIcon={<EditIcon />} onClick={onEdit}>
            {t('residents:contacts.edit')}
          </Button>
        )
      }
    >
      <HiddenContacts hidden={hidden} reveal={reveal} />
      {editing ? (
        <ContactsForm
          page={page}
          revealed={reveal.revealed}
          onDone={() => {
            onDone()
            // The button is there again after this press.
            setTimeout(() => button.current?.focus())
          }}
        />
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
