import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer } from '#shared/contract/answers'
import type { Language } from '#shared/contract/base'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { FieldFrame, SelectInput } from '../../components/FormField'
import { LanguageToggle } from '../../components/LanguageToggle'
import { LinesSkeleton } from '../../components/Skeletons'
import { useTakesFocus } from '../../components/useTakesFocus'
import { AnswerView } from './AnswerView'
import { topics } from './topics'

interface FindAnswersProps {
  /** Beside a call there is little room. */
  readonly narrow?: boolean
  /** For those who edit: takes an answer up. */
  readonly onEdit?: (answer: Answer) => void
}

/** Answers found by typing two words, and the one that is read out or copied. Up and down choose another. */
export function FindAnswers({ narrow = false, onEdit }: FindAnswersProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const input = useTakesFocus<HTMLInputElement>()
  const [text, setText] = useState('')
  const [topic, setTopic] = useState<(typeof topics)[number] | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [language, setLanguage] = useState<Language>(format.language)
  const query = useQuery(
    api.answers.find.queryOptions({
      input: { text: text.trim(), topic },
      placeholderData: keepPreviousData,
    }),
  )
  const answers = query.data?.answers ?? []
  const at = Math.max(
    0,
    answers.findIndex(({ key }) => key === chosen),
  )
  const shown = answers[at]
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 }
    const to = moves[event.key]
    const next = to === undefined ? undefined : answers[Math.max(0, Math.min(answers.length - 1, to))]
    if (next === undefined) return
    event.preventDefault()
    setChosen(next.key)
  }
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'flex-end' }}>
        <Box sx={{ flex: '2 1 260px' }} onKeyDown={onKeyDown}>
          <FieldFrame
            id="answers-find"
            label={t('answers:find')}
            hint={narrow ? undefined : t('answers:findHint')}
          >
            <OutlinedInput
              id="answers-find"
              inputRef={input}
              size="small"
              fullWidth
              value={text}
              inputProps={{
                type: 'search',
                autoComplete: 'off',
                spellCheck: false,
                maxLength: 200,
                'aria-describedby': narrow ? undefined : 'answers-find-hint',
              }}
              onChange={({ target }) => {
                setText(target.value)
                setChosen(null)
              }}
            />
          </FieldFrame>
        </Box>
        {!narrow && (
          <Box sx={{ flex: '1 1 200px' }}>
            <SelectInput
              id="answers-topic"
              label={t('answers:topicLabel')}
              value={topic ?? ''}
              onChange={({ target }) => setTopic(topics.find((each) => each === target.value) ?? null)}
              options={[
                { value: '', text: t('answers:everyTopic') },
                ...topics.map((value) => ({ value, text: t(`answers:topic.${value}`) })),
              ]}
            />
          </Box>
        )}
        <Box sx={{ mb: 2 }}>
          <LanguageToggle value={language} onChange={setLanguage} />
        </Box>
      </Box>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {query.data === undefined && !query.isError && <LinesSkeleton lines={6} />}
      {query.data !== undefined && answers.length === 0 && <Typography>{t('answers:none')}</Typography>}
      {shown && (
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: narrow
              ? 'minmax(0, 1fr)'
              : { xs: 'minmax(0, 1fr)', md: '320px minmax(0, 1fr)' },
            gap: 2,
            alignItems: 'start',
          }}
        >
          <Paper
            variant="outlined"
            component="nav"
            aria-label={t('answers:list')}
            sx={{ maxHeight: narrow ? 160 : { md: 'calc(100vh - 290px)' }, overflowY: 'auto' }}
          >
            {answers.map((answer) => (
              <Box
                key={answer.key}
                component="button"
                type="button"
                aria-current={answer.key === shown.key}
                onClick={() => setChosen(answer.key)}
                sx={{
                  display: 'block',
                  width: '100%',
                  textAlign: 'left',
                  font: 'inherit',
                  color: 'inherit',
                  bgcolor: answer.key === shown.key ? 'action.selected' : 'transparent',
                  border: 0,
                  borderLeft: 4,
                  borderColor: answer.key === shown.key ? 'primary.main' : 'transparent',
                  px: 1.5,
                  py: 0.75,
                  cursor: 'pointer',
                }}
              >
                {answer.texts[language].title || answer.texts.fi.title}
              </Box>
            ))}
          </Paper>
          <AnswerView answer={shown} language={language} onEdit={onEdit} />
        </Box>
      )}
    </>
  )
}
