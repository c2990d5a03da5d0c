import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { useQuery } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { ErrorSummary } from '../../components/ErrorSummary'
import { SelectInput, TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { Section } from '../../components/Section'
import { KeyButton } from '../mandates/KeyButton'
import { DueBecause } from '../tasks/DueBecause'
import { OwnerSelect } from '../tasks/OwnerSelect'
import { followUpKinds, outcomes, topics } from './logForm'
import { idOf, type LogState } from './useLog'

/** What the call was about, what was said, what came of it and what follows. Ctrl+Enter logs it. */
export function LogForm({ log }: { readonly log: LogState }) {
  const { t } = useTranslation()
  const { values, set } = log
  useShortcut('ctrl+enter', log.submit)
  return (
    <Section
      title={t('calls:log.title')}
      actions={
        <KeyButton
          keys="L"
          label={t('calls:log.write')}
          onAct={() => document.getElementById(idOf('topic'))?.focus()}
        />
      }
    >
      <form
        noValidate
        aria-label={t('calls:log.title')}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          log.submit()
        }}
      >
        <ErrorSummary items={log.items} error={log.error} attempt={log.attempt} />
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, columnGap: 2 }}>
          <SelectInput
            id={idOf('topic')}
            label={t('calls:log.topic')}
            value={values.topic}
            error={log.problem('topic')}
            onChange={({ target }) => set({ topic: topics.find((each) => each === target.value) ?? '' })}
            options={[
              { value: '', text: t('calls:log.chooseTopic') },
              ...topics.map((value) => ({ value, text: t(`calls:topic.${value}`) })),
            ]}
          />
          <SelectInput
            id={idOf('outcome')}
            label={t('calls:log.outcome')}
            value={values.outcome}
            onChange={({ target }) =>
              set({ outcome: outcomes.find((each) => each === target.value) ?? 'answered' })
            }
            options={outcomes.map((value) => ({ value, text: t(`calls:outcome.${value}`) }))}
          />
        </Box>
        <TextInput
          id={idOf('said')}
          label={t('calls:log.said')}
          optional
          error={log.problem('said')}
          multiline
          minRows={3}
          maxRows={8}
          maxLength={4000}
          value={values.said}
          onChange={({ target }) => set({ said: target.value })}
        />
        <FormControlLabel
          sx={{ mb: 1 }}
          control={
            <Checkbox
              size="small"
              checked={values.followsUp}
              onChange={(_, followsUp) => set({ followsUp })}
            />
          }
          label={t('calls:log.followsUp')}
        />
        {values.followsUp && <FollowUp log={log} />}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button type="submit" variant="contained" loading={log.busy} aria-keyshortcuts="Control+Enter">
            {t('calls:log.end')}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
        </Box>
      </form>
    </Section>
  )
}

/** The task that the call leaves, whose it is and by when. */
function FollowUp({ log }: { readonly log: LogState }) {
  const { t } = useTranslation()
  const { values, set } = log
  const due = useQuery(api.tasks.due.queryOptions({ input: { kind: values.kind } }))
  return (
    <Box sx={{ pl: 2, mb: 1, borderLeft: 4, borderColor: 'divider' }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' }, columnGap: 2 }}>
        <SelectInput
          id={idOf('kind')}
          label={t('tasks:form.kind')}
          value={values.kind}
          onChange={({ target }) =>
            set({ kind: followUpKinds.find((each) => each === target.value) ?? 'callBack' })
          }
          options={followUpKinds.map((value) => ({ value, text: t(`tasks:kind.${value}`) }))}
        />
        <OwnerSelect
          id={idOf('owner')}
          label={t('tasks:form.owner')}
          value={values.owner}
          error={log.problem('owner')}
          onChange={(owner) => set({ owner })}
        />
      </Box>
      <TextInput
        id={idOf('subject')}
        label={t('tasks:form.subject')}
        error={log.problem('subject')}
        value={values.subject}
        maxLength={120}
        onChange={({ target }) => set({ subject: target.value })}
      />
      {due.data && <DueBecause dueAt={due.data.dueAt} because={due.data.because} />}
    </Box>
  )
}
