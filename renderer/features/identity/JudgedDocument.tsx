import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Judgement } from '#shared/contract/identity'
import { useFormat } from '../../app/format'
import { Section } from '../../components/Section'
import { useTakesFocus } from '../../components/useTakesFocus'
import { AcceptQuestion } from './AcceptQuestion'
import { Comparison } from './Comparison'
import { countryName } from './countries'
import type { ClerkReason } from './useIdentityCheck'

interface JudgedDocumentProps {
  readonly judgement: Judgement
  readonly busy: boolean
  readonly typed: boolean
  readonly onAccept: () => void
  readonly onRefuse: (reason: ClerkReason | null) => void
  /** Back to the document: to correct what was typed, or for another one. */
  readonly onAgain: () => void
}

/** What the rule says of a document: the comparison, and either the question about the photo or why not. */
export function JudgedDocument({ judgement, busy, typed, onAccept, onRefuse, onAgain }: JudgedDocumentProps) {
  const { t } = useTranslation()
  const accepted = judgement.refusals.length === 0
  return (
    <Section title={t('identity:judged.title')}>
      <DocumentLine document={judgement.document} />
      <Comparison {...judgement} />
      {accepted ? (
        <AcceptQuestion
          confirmations={judgement.confirmations}
          busy={busy}
          again={typed ? t('identity:judged.correct') : t('identity:judged.again')}
          onAccept={onAccept}
          onRefuse={onRefuse}
          onAgain={onAgain}
        />
      ) : (
        <Refusals
          names={judgement.refusals}
          busy={busy}
          typed={typed}
          onRecord={() => onRefuse(null)}
          onAgain={onAgain}
        />
      )}
    </Section>
  )
}

function DocumentLine({ document }: { readonly document: Judgement['document'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { kind, issuingCountry, expiresOn, validToday } = document
  const validity =
    expiresOn === null
      ? t('identity:judged.noExpiry')
      : validToday
        ? t('identity:judged.validUntil', { day: format.day(expiresOn) })
        : t('identity:judged.expired', { day: format.day(expiresOn) })
  return (
    <Typography sx={{ mb: 1, '&::first-letter': { textTransform: 'uppercase' } }}>
      <strong>{t(`identity:kind.${kind}`)}</strong>,{' '}
      {countryName(issuingCountry, format.language) ?? issuingCountry}. {validity}
    </Typography>
  )
}

interface RefusalsProps {
  readonly names: Judgement['refusals']
  readonly busy: boolean
  readonly typed: boolean
  readonly onRecord: () => void
  readonly onAgain: () => void
}

function Refusals({ names, busy, typed, onRecord, onAgain }: RefusalsProps) {
  const { t } = useTranslation()
  const button = useTakesFocus<HTMLButtonElement>()
  return (
    <>
      <Alert severity="error" sx={{ mb: 2 }}>
        <strong>{t('identity:judged.refused')}</strong>
        {names.map((name) => (
          <div key={name}>{t(`identity:refusal.${name}`)}</div>
        ))}
      </Alert>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
        <Button ref={button} variant="contained" loading={busy} onClick={onRecord}>
          {t('identity:judged.recordRefusal')}
        </Button>
        <Button variant="outlined" disabled={busy} onClick={onAgain}>
          {typed ? t('identity:judged.correct') : t('identity:judged.again')}
        </Button>
      </Stack>
    </>
  )
}
