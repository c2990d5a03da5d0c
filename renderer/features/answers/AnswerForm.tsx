import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answer, AnswerTexts, AnswerTopic } from '#shared/contract/answers'
import type { Language } from '#shared/contract/base'
import { parseFinnishDay } from '#shared/rules/localDay'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { errorName } from '../../app/errors'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { ErrorText } from '../../components/ErrorText'
import { FormButtons } from '../../components/FormButtons'
import { SelectInput, TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { useLeft } from '../../components/useLeft'
import { languageNames, languages } from '../../i18n/index'
import { topics } from './topics'

interface AnswerFormProps {
  /** The answer that is changed; null for a new one. */
  readonly answer: Answer | null
  readonly onClose: () => void
}

interface Values {
  readonly topic: AnswerTopic
  readonly texts: AnswerTexts
  readonly validFrom: string
  readonly validUntil: string
}

const empty = { title: '', text: '', words: '' }
const typedDay = (day: string | null) => (day === null ? '' : day.split('-').reverse().map(Number).join('.'))
const opened = (answer: Answer | null): Values => ({
  topic: answer?.topic ?? 'other',
  texts: answer?.texts ?? { fi: empty, sv: empty, en: empty },
  validFrom: typedDay(answer?.validFrom ?? null),
  validUntil: typedDay(answer?.validUntil ?? null),
})
const dayOf = (typed: string) => (typed.trim() === '' ? null : parseFinnishDay(typed))
const isWrongDay = (typed: string) => typed.trim() !== '' && parseFinnishDay(typed) === null
const idOf = (field: string) => `answer-${field}`
/** What ships has a name; what the lead wrote has an id. */
const ships = (key: string) => !/^[0-9a-f]{8}-/.test(key)

/** An answer in three languages, with its topic and the days between which it holds. Ctrl+Enter saves. */
export function AnswerForm({ answer, onClose }: AnswerFormProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const draft = useDraft<Values | null>(`answer:${answer?.key ?? 'new'}`, null)
  const values = draft.value ?? opened(answer)
  const save = useMutation({ ...api.answers.save.mutationOptions(), gcTime: 0 })
  const withdraw = useMutation({ ...api.answers.withdraw.mutationOptions(), gcTime: 0 })
  const restore = useMutation({ ...api.answers.restore.mutationOptions(), gcTime: 0 })
  const left = useLeft([
    ...languages.flatMap((language) => [
      ...(values.texts[language].title.trim() === ''
        ? [
            {
              id: idOf(`${language}-title`),
              text: `${languageNames[language]}: ${t('refusals:titleRequired')}`,
            },
          ]
        : []),
      ...(values.texts[language].text.trim() === ''
        ? [
            {
              id: idOf(`${language}-text`),
              text: `${languageNames[language]}: ${t('refusals:textRequired')}`,
            },
          ]
        : []),
    ]),
    ...(['validFrom', 'validUntil'] as const)
      .filter((field) => isWrongDay(values[field]))
      .map((field) => ({ id: idOf(field), text: t('refusals:dayInvalid') })),
  ])
  const problem = (field: string) => left.items.find(({ id }) => id === idOf(field))?.text
  const done = (said: string) => {
    draft.clear()
    announce(said)
    void queryClient.invalidateQueries({ queryKey: api.answers.key() })
    onClose()
  }
  const again = () => void queryClient.invalidateQueries({ queryKey: api.answers.key() })
  const discard = useDiscard(draft.dirty, () => {
    draft.clear()
    onClose()
  })
  const set = (part: Partial<Values>) => {
    draft.set({ ...values, ...part })
    if (save.isError) save.reset()
  }
  const setText = (language: Language, part: Partial<Values['texts'][Language]>) =>
    set({ texts: { ...values.texts, [language]: { ...values.texts[language], ...part } } })
  const submit = () => {
    if (save.isPending || !left.tried()) return
    save.mutate(
      {
        key: answer?.key ?? null,
        version: answer?.version ?? 0,
        topic: values.topic,
        texts: values.texts,
        validFrom: dayOf(values.validFrom),
        validUntil: dayOf(values.validUntil),
      },
      { onSuccess: () => done(t('common:saved')), onError: again },
    )
  }
  useShortcut('ctrl+enter', submit)
  useShortcut('escape', discard.request)
  const which = answer && { key: answer.key, version: answer.version }
  const endsFirst = save.error !== null && errorName(save.error).name === 'endsBeforeBegins'
  return (
    <Section title={answer === null ? t('answers:add') : t('answers:edit')}>
      <form
        noValidate
        aria-label={t('answers:edit')}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          submit()
        }}
      >
        <ErrorSummary
          items={endsFirst ? [{ id: idOf('validUntil'), text: t('refusals:endsBeforeBegins') }] : left.items}
          error={save.error}
          attempt={left.attempt}
        />
        <ErrorText error={withdraw.error ?? restore.error} />
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr 1fr' }, columnGap: 2 }}>
          <SelectInput
            id={idOf('topic')}
            label={t('answers:topicLabel')}
            value={values.topic}
            onChange={({ target }) => set({ topic: topics.find((each) => each === target.value) ?? 'other' })}
            options={topics.map((value) => ({ value, text: t(`answers:topic.${value}`) }))}
          />
          {(['validFrom', 'validUntil'] as const).map((field) => (
            <TextInput
              key={field}
              id={idOf(field)}
              label={t(`answers:form.${field}`)}
              optional
              error={
                problem(field) ??
                (endsFirst && field === 'validUntil' ? t('refusals:endsBeforeBegins') : undefined)
              }
              maxLength={10}
              value={values[field]}
              onChange={({ target }) => set({ [field]: target.value })}
            />
          ))}
          {languages.map((language) => (
            <Box key={language} role="group" aria-label={languageNames[language]}>
              <Box component="h3" lang={language} sx={{ m: 0, mb: 1 }}>
                {languageNames[language]}
              </Box>
              <TextInput
                id={idOf(`${language}-title`)}
                label={t('answers:form.title')}
                error={problem(`${language}-title`)}
                maxLength={160}
                value={values.texts[language].title}
                onChange={({ target }) => setText(language, { title: target.value })}
              />
              <TextInput
                id={idOf(`${language}-text`)}
                label={t('answers:form.text')}
                error={problem(`${language}-text`)}
                multiline
                minRows={6}
                maxRows={12}
                maxLength={4000}
                value={values.texts[language].text}
                onChange={({ target }) => setText(language, { text: target.value })}
              />
              <TextInput
                id={idOf(`${language}-words`)}
                label={t('answers:form.words')}
                optional
                maxLength={300}
                value={values.texts[language].words}
                onChange={({ target }) => setText(language, { words: target.value })}
              />
            </Box>
          ))}
        </Box>
        <FormButtons
          save={t('common:action.save')}
          busy={save.isPending}
          onCancel={discard.request}
          after={
            <>
              {which && answer.state !== 'withdrawn' && (
                <Button
                  loading={withdraw.isPending}
                  onClick={() =>
                    withdraw.mutate(which, { onSuccess: () => done(t('answers:withdrawn')), onError: again })
                  }
                >
                  {t('answers:withdraw')}
                </Button>
              )}
              {which && ships(answer.key) && answer.state !== 'shipped' && (
                <Button
                  loading={restore.isPending}
                  onClick={() =>
                    restore.mutate(which, { onSuccess: () => done(t('answers:restored')), onError: again })
                  }
                >
                  {t('answers:restore')}
                </Button>
              )}
            </>
          }
        />
      </form>
      {discard.dialog}
    </Section>
  )
}
