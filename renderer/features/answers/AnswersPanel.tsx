import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'
import { Section } from '../../components/Section'
import { FindAnswers } from './FindAnswers'

interface AnswersPanelProps {
  readonly onLeave: () => void
  /** Ctrl+Enter: the call is ended from here too. */
  readonly onEnd: () => void
}

/** Answers beside the live call. */
export function AnswersPanel({ onLeave, onEnd }: AnswersPanelProps) {
  const { t } = useTranslation()
  useShortcut('escape', onLeave)
  useShortcut('ctrl+enter', onEnd)
  return (
    <Section
      title={t('answers:title')}
      actions={
        <Button onClick={onLeave} aria-keyshortcuts="Escape">
          {t('answers:close')}
          <KeyHint keys="Esc" />
        </Button>
      }
    >
      <FindAnswers narrow />
    </Section>
  )
}
