import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'
import { Section } from '../../components/Section'
import { FindAnswers } from './FindAnswers'

/** Answers beside the live call. */
export function AnswersPanel({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation()
  useShortcut('escape', onLeave)
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
