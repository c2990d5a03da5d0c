import CheckIcon from '@mui/icons-material/Check'
import CloseIcon from '@mui/icons-material/Close'
import HelpIcon from '@mui/icons-material/HelpOutlineOutlined'
import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { CallPage } from '#shared/contract/calls'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { Mark } from '../../components/Mark'
import { Section } from '../../components/Section'
import { useRecognise } from './useRecognise'

type Question = CallPage['questions'][number]
type Outcome = CallPage['asked'][number]['outcome']
const outcomes = ['right', 'wrong', 'notKnown'] as const satisfies readonly Outcome[]

/** What the caller is asked, what is right, and whether they knew it. The answers are kept nowhere. */
export function Recognise({ call }: { readonly call: CallPage }) {
  const { t } = useTranslation()
  const { asked, mark, error } = useRecognise(call)
  if (call.questions.length === 0 && call.callerKind !== 'resident') return null
  return (
    <Section title={t('calls:recognise.title')} actions={<RecognitionMark recognition={call.recognition} />}>
      <ErrorText error={error} />
      {call.questions.length === 0 ? (
        <Typography color="text.secondary">{t('calls:recognise.none')}</Typography>
      ) : (
        <>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 0.5 }}>
            {t(`calls:recognise.hint.${call.recognition}`, call.needs)}
          </Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {call.questions.map((each, at) => (
              <QuestionRow
                key={each.question}
                each={each}
                digit={String(at + 1)}
                outcome={asked.find(({ question }) => question === each.question)?.outcome ?? null}
                onMark={(outcome) => mark(each.question, outcome)}
              />
            ))}
          </Box>
        </>
      )}
    </Section>
  )
}

export function RecognitionMark({ recognition }: Pick<CallPage, 'recognition'>) {
  const { t } = useTranslation()
  const label = t(`calls:recognition.${recognition}`)
  if (recognition === 'recognised') return <Mark tone="success" icon={<CheckIcon />} label={label} />
  if (recognition === 'failed') return <Mark tone="error" icon={<CloseIcon />} label={label} />
  return <Mark tone="warning" icon={<HelpIcon />} label={label} />
}

interface QuestionRowProps {
  readonly each: Question
  readonly digit: string
  readonly outcome: Outcome | null
  readonly onMark: (outcome: Outcome | null) => void
}

function QuestionRow({ each, digit, outcome, onMark }: QuestionRowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { question, right } = each
  useShortcut(digit, () => onMark(outcome === 'right' ? null : 'right'))
  const word = t(`calls:question.${question}`)
  const answer = [
    right.kind !== null && t(`calls:contactKind.${right.kind}`),
    right.day !== null && format.day(right.day),
    right.text,
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <Box
      component="li"
      sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.5, borderTop: 1, borderColor: 'divider' }}
    >
      <Box sx={{ '& kbd': { ml: 0 } }}>
        <KeyHint keys={digit} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ lineHeight: 1.3 }}>{word}</Typography>
        <Typography sx={{ fontWeight: 600, lineHeight: 1.3, overflowWrap: 'anywhere' }}>{answer}</Typography>
      </Box>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={outcome}
        aria-label={word}
        onChange={(_, value: Outcome | null) => onMark(value)}
      >
        {outcomes.map((value) => (
          <ToggleButton
            key={value}
            value={value}
            sx={{ py: 0.25, px: 1, textTransform: 'none', color: 'text.primary' }}
          >
            {t(`calls:asked.${value}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  )
}
