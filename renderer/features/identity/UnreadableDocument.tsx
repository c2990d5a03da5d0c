import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DocumentKind, documentKinds } from '#shared/rules/documents'
import { SelectInput } from '../../components/FormField'
import { Section } from '../../components/Section'
import { useTakesFocus } from '../../components/useTakesFocus'
import { CountryField } from './CountryField'
import type { Unreadable } from './useIdentityCheck'

interface UnreadableDocumentProps {
  readonly reading: Unreadable
  readonly busy: boolean
  readonly onAgain: () => void
  readonly onManual: () => void
  readonly onRefuse: (kind: DocumentKind, issuingCountry: string) => void
}

/** A document whose lines cannot be read: read again, type it, or record that it could not be read at all. */
export function UnreadableDocument({ reading, busy, onAgain, onManual, onRefuse }: UnreadableDocumentProps) {
  const { t } = useTranslation()
  const [recording, setRecording] = useState(false)
  const again = useTakesFocus<HTMLButtonElement>()
  return (
    <Section title={t('identity:unreadable.title')}>
      <Alert severity="error" sx={{ mb: 2 }}>
        {t(`refusals:${reading}`)}
      </Alert>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <Button ref={again} variant="contained" onClick={onAgain}>
          {t('identity:unreadable.again')}
        </Button>
        <Button variant="outlined" onClick={onManual}>
          {t('identity:scan.manual')}
        </Button>
        {!recording && <Button onClick={() => setRecording(true)}>{t('identity:unreadable.record')}</Button>}
      </Stack>
      {recording && <UnreadableForm busy={busy} onRefuse={onRefuse} />}
    </Section>
  )
}

interface UnreadableFormProps {
  readonly busy: boolean
  readonly onRefuse: UnreadableDocumentProps['onRefuse']
}

function UnreadableForm({ busy, onRefuse }: UnreadableFormProps) {
  const { t } = useTranslation()
  const id = useId()
  const [kind, setKind] = useState<DocumentKind>('passport')
  const [country, setCountry] = useState('FIN')
  const [tried, setTried] = useState(false)
  useEffect(() => document.getElementById(`${id}-kind`)?.focus(), [id])
  return (
    <form
      noValidate
      aria-label={t('identity:unreadable.record')}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (country !== '') onRefuse(kind, country)
      }}
    >
      <SelectInput
        id={`${id}-kind`}
        label={t('identity:manual.kind')}
        value={kind}
        width={400}
        onChange={(event) => setKind(event.target.value as DocumentKind)}
        options={documentKinds.map((value) => ({ value, text: t(`identity:kind.${value}`) }))}
      />
      <CountryField
        id={`${id}-country`}
        value={country}
        error={tried && country === '' ? t('identity:manual.problem.required') : undefined}
        onChange={setCountry}
      />
      <Button type="submit" variant="contained" loading={busy}>
        {t('identity:judged.recordRefusal')}
      </Button>
    </form>
  )
}
