import Box from '@mui/material/Box'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { FormButtons } from '../../components/FormButtons'
import { SelectInput, TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { useLeft } from '../../components/useLeft'
import { useTakesFocus } from '../../components/useTakesFocus'
import { ResidentPicker } from '../residents/ResidentPicker'
import { DueBecause } from './DueBecause'
import { OwnerSelect } from './OwnerSelect'
import { ownerOf } from './owner'
import { useTaskChanged } from './useTaskChanged'

const kinds = ['callBack', 'message', 'leaseControl'] as const

/** A task that is made by hand: what, about whom, whose, and by when that is. */
export function MakeTaskPage() {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const changed = useTaskChanged()
  const subject = useTakesFocus<HTMLInputElement>()
  const draft = useDraft('task:new', {
    kind: 'message' as (typeof kinds)[number],
    subject: '',
    body: '',
    owner: '',
    resident: null as { readonly id: string; readonly name: string } | null,
  })
  const { value: values } = draft
  const [finding, setFinding] = useState(values.resident?.name ?? '')
  const due = useQuery(api.tasks.due.queryOptions({ input: { kind: values.kind } }))
  const make = useMutation({ ...api.tasks.make.mutationOptions(), gcTime: 0 })
  const left = useLeft(
    values.subject.trim() === '' ? [{ id: 'task-subject', text: t('refusals:subjectRequired') }] : [],
  )
  const set = (part: Partial<typeof values>) => {
    draft.set({ ...values, ...part })
    if (make.isError) make.reset()
  }
  const leave = () => navigate('/tasks')
  const discard = useDiscard(draft.dirty, () => {
    draft.clear()
    leave()
  })
  const submit = () => {
    if (make.isPending || !left.tried()) return
    make.mutate(
      {
        kind: values.kind,
        subject: values.subject.trim(),
        body: values.body.trim(),
        owner: ownerOf(values.owner),
        residentId: values.resident?.id ?? null,
        leaseNo: null,
        callId: null,
      },
      {
        onSuccess: (answered) => {
          draft.clear()
          changed(answered)
          announce(t('tasks:said.make'))
          navigate(`/tasks/${answered.task.id}`, { replace: true })
        },
      },
    )
  }
  useShortcut('escape', discard.request)
  useShortcut('ctrl+enter', submit)
  return (
    <Page title={t('tasks:make')} windowTitle={t('tasks:make')} width="text">
      <form
        noValidate
        aria-label={t('tasks:make')}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          submit()
        }}
      >
        <ErrorSummary items={left.items} error={make.error} attempt={left.attempt} />
        <TextInput
          ref={subject}
          id="task-subject"
          label={t('tasks:form.subject')}
          error={left.items[0]?.text}
          maxLength={120}
          value={values.subject}
          onChange={({ target }) => set({ subject: target.value })}
        />
        <SelectInput
          id="task-kind"
          label={t('tasks:form.kind')}
          width={360}
          value={values.kind}
          onChange={({ target }) => set({ kind: kinds.find((each) => each === target.value) ?? 'message' })}
          options={kinds.map((value) => ({ value, text: t(`tasks:kind.${value}`) }))}
        />
        <OwnerSelect
          id="task-owner"
          label={t('tasks:form.owner')}
          value={values.owner}
          onChange={(owner) => set({ owner })}
        />
        <ResidentPicker
          id="task-resident"
          label={t('tasks:form.resident')}
          optional
          text={finding}
          onType={(text) => {
            setFinding(text)
            set({ resident: null })
          }}
          onChoose={(resident) => {
            setFinding(resident.name)
            set({ resident })
          }}
        />
        <TextInput
          id="task-body"
          label={t('tasks:form.body')}
          optional
          multiline
          minRows={4}
          maxRows={10}
          maxLength={4000}
          value={values.body}
          onChange={({ target }) => set({ body: target.value })}
        />
        {due.data && (
          <Box sx={{ mb: 2 }}>
            <DueBecause dueAt={due.data.dueAt} because={due.data.because} />
          </Box>
        )}
        <FormButtons save={t('common:action.save')} busy={make.isPending} onCancel={discard.request} />
      </form>
      {discard.dialog}
    </Page>
  )
}
