import CheckIcon from '@mui/icons-material/Check'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { callerQuestions } from '#shared/rules/requestKinds'
import { atCounter, useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { FieldGroup } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { Section } from '../../components/Section'
import type { Person } from '../mandates/people'
import { WhoIsHere } from '../mandates/WhoIsHere'
import { idOf, type RequestFormState } from './useRequestForm'

interface WhoAsksProps {
  readonly form: RequestFormState
  readonly name: string
  readonly people: readonly Person[]
}

const callerKey = 'Q'

/** Who asks: at the counter the resident or another, or the resident on the phone. */
export function WhoAsks({ form, name, people }: WhoAsksProps) {
  const { t } = useTranslation()
  const { who } = form
  const byPhone = form.rule?.byPhone ?? false
  const call = () => form.chooseWho({ kind: 'caller' })
  useShortcut(callerKey, call, { enabled: byPhone })
  const wrong = form.problem('who')
  return (
    <Box id={idOf('who')} tabIndex={-1} sx={{ outlineOffset: 2 }}>
      {wrong !== undefined && (
        <Typography color="error" variant="body2" sx={{ mb: 1 }}>
          {wrong}
        </Typography>
      )}
      <WhoIsHere
        name={name}
        people={people}
        who={who === null || who.kind === 'caller' ? null : who}
        onChoose={form.chooseWho}
      />
      <Section title={t('requests:who.phone')}>
        {byPhone ? (
          <Button
            fullWidth
            variant={who?.kind === 'caller' ? 'contained' : 'outlined'}
            aria-pressed={who?.kind === 'caller'}
            aria-keyshortcuts={callerKey}
            onClick={call}
            sx={{ justifyContent: 'space-between', px: 1 }}
          >
            {t('requests:who.caller')}
            <KeyHint keys={callerKey} />
          </Button>
        ) : (
          <Typography color="text.secondary">{t('requests:who.notByPhone')}</Typography>
        )}
        {who?.kind === 'caller' && <Questions form={form} />}
      </Section>
    </Box>
  )
}

/** What the caller has answered rightly. The answers are kept nowhere. */
function Questions({ form }: { readonly form: RequestFormState }) {
  const { t } = useTranslation()
  const { questions } = form
  return (
    <Box sx={{ mt: 2, '& fieldset': { mb: 0 } }}>
      <FieldGroup
        id={idOf('questions')}
        label={t('requests:who.questions')}
        hint={t('requests:who.questionsHint')}
        error={form.problem('questions')}
      >
        {callerQuestions.map((question) => (
          <FormControlLabel
            key={question}
            control={
              <Checkbox
                size="small"
                checked={questions.includes(question)}
                onChange={(_, checked) =>
                  form.setQuestions(
                    checked ? [...questions, question] : questions.filter((each) => each !== question),
                  )
                }
              />
            }
            label={t(`requests:question.${question}`)}
          />
        ))}
      </FieldGroup>
    </Box>
  )
}

interface SelfIdentityProps {
  readonly identifiedToday: boolean
  readonly onIdentify: () => void
}

/** Whether the resident at the counter has shown a document today, and the way to look at it. */
export function SelfIdentity({ identifiedToday, onIdentify }: SelfIdentityProps) {
  const { t } = useTranslation()
  const may = useMay()
  if (identifiedToday) {
    return (
      <Typography sx={{ mb: 2, display: 'flex', alignItems: 'center', gap: 0.5 }}>
        <CheckIcon color="success" aria-hidden />
        {t('requests:who.identified')}
      </Typography>
    )
  }
  if (!may(...atCounter)) {
    return (
      <Alert severity="info" role="note" sx={{ mb: 2 }}>
        {t('mandates:ask.whoMayIdentify')}
      </Alert>
    )
  }
  return (
    <Alert
      severity="warning"
      role="note"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" onClick={onIdentify} autoFocus>
          {t('requests:who.identify')}
        </Button>
      }
    >
      {t('requests:who.notIdentified')}
    </Alert>
  )
}
