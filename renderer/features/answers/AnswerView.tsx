import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Answer } from '#shared/contract/answers'
import type { Language } from '#shared/contract/base'
import { useFormat } from '../../app/format'
import { CopyButton } from '../../components/CopyButton'
import { Section } from '../../components/Section'

interface AnswerViewProps {
  readonly answer: Answer
  readonly language: Language
  readonly onEdit?: ((answer: Answer) => void) | undefined
}

/** An answer to read aloud or copy, with where it is from and until when it holds. */
export function AnswerView({ answer, language, onEdit }: AnswerViewProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { title, text } = answer.texts[language]
  const facts = [
    t(`answers:topic.${answer.topic}`),
    answer.validFrom !== null && t('answers:from', { day: format.day(answer.validFrom) }),
    answer.validUntil !== null && t('answers:until', { day: format.day(answer.validUntil) }),
    answer.state === 'shipped' && answer.source !== null && t('answers:source', { source: answer.source }),
    answer.changedAt !== null &&
      answer.changedBy !== null &&
      t('answers:changed', { when: format.dateTime(answer.changedAt), name: answer.changedBy }),
  ].filter(Boolean)
  return (
    <Section title={<span lang={language}>{title}</span>}>
      <Typography
        lang={language}
        sx={{ whiteSpace: 'pre-line', fontSize: 18, lineHeight: 1.5, maxWidth: 720, mb: 1.5 }}
      >
        {text}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <CopyButton key={`${answer.key}${language}`} text={text} />
        {onEdit && <Button onClick={() => onEdit(answer)}>{t('answers:edit')}</Button>}
      </Box>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {facts.join(' · ')}
      </Typography>
    </Section>
  )
}
