import CancelIcon from '@mui/icons-material/Cancel'
import CheckCircleIcon from '@mui/icons-material/CheckCircle'
import MenuBookIcon from '@mui/icons-material/MenuBook'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandateAnswer, MandateSummary } from '#shared/contract/mandateViews'
import { actionRules } from '#shared/rules/mandateScopes'
import { useFormat } from '../../app/format'
import { atCounter, useMay } from '../../app/session'
import { TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { useTakesFocus } from '../../components/useTakesFocus'
import { Decision } from './Decision'
import { LeaseTold } from './LeaseTold'
import { Quote } from './MandateFacts'
import { useMandateWords } from './useMandateWords'
import { type Asked, saidOf } from './useQuestion'

interface AnswerProps {
  readonly asked: Asked
  readonly answer: MandateAnswer
  readonly given: readonly MandateSummary[]
  /** A power was changed since. */
  readonly outdated: boolean
  /** Null where whoever is here cannot be identified: nobody knows what their document is compared with. */
  readonly onIdentify: (() => void) | null
  readonly onAgain: (spaceName?: string) => void
  readonly onDecided: (answer: MandateAnswer) => void
  readonly onDirty: (dirty: boolean) => void
}

/** Yes, no, or "read the open section", large, with the ground or the reason and what comes next. */
export function Answer(props: AnswerProps) {
  const { asked, answer, given, outdated, onIdentify, onAgain, onDecided, onDirty } = props
  const { t } = useTranslation()
  const said = saidOf(answer)
  const words = t(`mandates:answer.${said}`)
  const want = t(`mandates:want.${answer.action}`)
  const reason = answer.reason === null ? null : t(`mandates:reason.${answer.reason}`)
  useEffect(() => announce([words, want, reason].filter(Boolean).join('. ')), [words, want, reason])
  const allowed = said === 'yes'
  return (
    <>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.5,
          color: allowed ? 'success.main' : said === 'no' ? 'error.main' : 'info.main',
          '& svg': { fontSize: 48 },
        }}
      >
        {allowed ? <CheckCircleIcon /> : said === 'no' ? <CancelIcon /> : <MenuBookIcon />}
        <Typography sx={{ fontSize: 32, fontWeight: 600, lineHeight: 1.15 }}>{words}</Typography>
      </Box>
      <Typography sx={{ my: 1, fontWeight: 600 }}>
        {[want, asked.spaceName.trim()].filter(Boolean).join(', ')}
      </Typography>
      {outdated && (
        <Alert
          severity="warning"
          sx={{ mb: 1 }}
          action={
            <Button color="inherit" onClick={() => onAgain()}>
              {t('mandates:ask.again')}
            </Button>
          }
        >
          {t('mandates:ask.outdated')}
        </Alert>
      )}
      {reason && <Typography sx={{ mb: 1 }}>{reason}</Typography>}
      <Grounds answer={answer} given={given} />
      {answer.hidden.length > 0 && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {answer.hidden.map((thing) => (
            <div key={thing}>{t(`mandates:hidden.${thing}`)}</div>
          ))}
        </Alert>
      )}
      {answer.reason === 'identityNotVerifiedToday' && (
        <Unidentified kind={asked.who.kind} onIdentify={onIdentify} />
      )}
      {answer.openSection !== null && (
        <Box sx={{ mb: 1 }}>
          <Typography variant="h3">{t('mandates:field.openSection')}</Typography>
          <Quote>{answer.openSection}</Quote>
        </Box>
      )}
      {answer.decision && answer.decision.note !== '' && (
        <Typography sx={{ mb: 1 }}>
          {t('mandates:decision.because', { note: answer.decision.note })}
        </Typography>
      )}
      {answer.answer === 'readOpenSection' && answer.decision === null && (
        <Decision key={answer.askId} askId={answer.askId} onDecided={onDecided} onDirty={onDirty} />
      )}
      {allowed && answer.action === 'leaseInformation' && <LeaseTold askId={answer.askId} />}
      {actionRules[answer.action].about !== null && <Space asked={asked} onAgain={onAgain} />}
      <Others others={answer.others} given={given} />
    </>
  )
}

/** What the answer stands on, or came nearest, with the way to the power. */
function Grounds({
  answer,
  given,
}: {
  readonly answer: MandateAnswer
  readonly given: readonly MandateSummary[]
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useMandateWords()
  const { ground, nearestMandateId } = answer
  if (ground !== null) {
    const power = given.find(({ id }) => id === ground.mandateId)
    return (
      <Typography sx={{ mb: 1 }}>
        <Link href={`#/mandates/${ground.mandateId}`}>
          {power ? t('mandates:powerOf', { day: format.day(power.signedOn) }) : t('mandates:page.title')}
        </Link>
        {': '}
        {[
          words.scope(ground.scope),
          power && words.object(power.object),
          t('mandates:until', { day: format.day(ground.until) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    )
  }
  if (answer.answer === 'yes') return <Typography sx={{ mb: 1 }}>{t('mandates:answer.ownMatter')}</Typography>
  const nearest = given.find(({ id }) => id === nearestMandateId)
  if (nearest === undefined) return null
  return (
    <Typography sx={{ mb: 1 }}>
      {t('mandates:answer.nearest')}{' '}
      <Link href={`#/mandates/${nearest.id}`}>
        {t('mandates:powerOf', { day: format.day(nearest.signedOn) })}
      </Link>
      {': '}
      {[
        words.scopes(nearest),
        words.object(nearest.object),
        t('mandates:until', { day: format.day(nearest.lastDay) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </Typography>
  )
}

interface UnidentifiedProps {
  readonly kind: Asked['who']['kind']
  readonly onIdentify: (() => void) | null
}

/** The next step under the finger: the document of whoever is here. */
function Unidentified({ kind, onIdentify }: UnidentifiedProps) {
  const { t } = useTranslation()
  const may = useMay()
  const button = useTakesFocus<HTMLButtonElement>()
  if (onIdentify === null || !may(...atCounter)) {
    return (
      <Alert severity="info" role="note" sx={{ mb: 1 }}>
        {t('mandates:ask.whoMayIdentify')}
      </Alert>
    )
  }
  return (
    <Button ref={button} variant="contained" onClick={onIdentify} aria-keyshortcuts="Enter" sx={{ mb: 1 }}>
      {kind === 'self' ? t('mandates:ask.identifySelf') : t('mandates:ask.identify')}
      <KeyHint keys="Enter" />
    </Button>
  )
}

/** Which parking space or sauna turn it is about, asked again with another. */
function Space({ asked, onAgain }: { readonly asked: Asked; readonly onAgain: (name: string) => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState(asked.spaceName)
  const { about } = actionRules[asked.action]
  return (
    <Box
      component="form"
      sx={{ display: 'flex', alignItems: 'flex-end', gap: 1, mb: 1, '& > div': { mb: 0 } }}
      onSubmit={(event) => {
        event.preventDefault()
        onAgain(name)
      }}
    >
      <TextInput
        id="ask-space"
        label={about === 'saunaTurn' ? t('mandates:ask.saunaTurn') : t('mandates:ask.parkingSpace')}
        optional
        value={name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" variant="outlined" sx={{ whiteSpace: 'nowrap', flexShrink: 0 }}>
        {t('mandates:ask.again')}
      </Button>
    </Box>
  )
}

interface OthersProps {
  readonly others: MandateAnswer['others']
  readonly given: readonly MandateSummary[]
}

/** What the other powers of the same person say to it. */
function Others({ others, given }: OthersProps): ReactNode {
  const { t } = useTranslation()
  const format = useFormat()
  if (others.length === 0) return null
  return (
    <>
      <Typography variant="h3">{t('mandates:answer.others')}</Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {others.map(({ mandateId, finding }) => {
          const power = given.find(({ id }) => id === mandateId)
          return (
            <Box component="li" key={mandateId} sx={{ py: 0.25 }}>
              <Link href={`#/mandates/${mandateId}`}>
                {power
                  ? t('mandates:powerOf', { day: format.day(power.signedOn) })
                  : t('mandates:page.title')}
              </Link>
              {`: ${t(`mandates:finding.${finding}`)}`}
            </Box>
          )
        })}
      </Box>
    </>
  )
}
