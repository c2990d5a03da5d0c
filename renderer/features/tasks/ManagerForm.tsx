import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import { formatPhone } from '#shared/rules/contacts'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { FormButtons } from '../../components/FormButtons'
import { TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { useLeft } from '../../components/useLeft'
import { useTakesFocus } from '../../components/useTakesFocus'
import { LeaseSelect } from '../residents/LeaseSelect'
import { DueBecause } from './DueBecause'
import { type Answered, useTaskChanged } from './useTaskChanged'

interface ManagerFormProps {
  readonly person: ResidentPage
  /** The call that it comes from. */
  readonly callId: string | null
  /** What was already written of it. */
  readonly said: string
  readonly onSent: (answered: Answered) => void
  readonly onLeave: () => void
}

const idOf = (field: 'subject' | 'body' | 'lease') => `manager-${field}`

/** The designated building manager with their numbers, and a matter handed off to them with its context. */
export function ManagerForm({ person, callId, said, onSent, onLeave }: ManagerFormProps) {
  const { t } = useTranslation()
  const changed = useTaskChanged()
  const subject = useTakesFocus<HTMLInputElement>()
  const draft = useDraft(`manager:${person.id}`, {
    leaseNo: person.leases[0]?.leaseNo ?? '',
    subject: '',
    body: said,
  })
  const { value: values } = draft
  const due = useQuery(api.tasks.due.queryOptions({ input: { kind: 'buildingManager' } }))
  const send = useMutation({ ...api.tasks.toManager.mutationOptions(), gcTime: 0 })
  const lease = person.leases.find(({ leaseNo }) => leaseNo === values.leaseNo)
  const manager = lease?.property.buildingManager
  const left = useLeft(
    values.subject.trim() === '' ? [{ id: idOf('subject'), text: t('refusals:subjectRequired') }] : [],
  )
  const discard = useDiscard(draft.dirty, () => {
    draft.clear()
    onLeave()
  })
  const set = (part: Partial<typeof values>) => {
    draft.set({ ...values, ...part })
    if (send.isError) send.reset()
  }
  const submit = () => {
    if (send.isPending || !left.tried()) return
    send.mutate(
      {
        residentId: person.id,
        leaseNo: values.leaseNo,
        subject: values.subject.trim(),
        body: values.body.trim(),
        callId,
        owner: null,
      },
      {
        onSuccess: (answered) => {
          draft.clear()
          changed(answered)
          const waits = answered.task.message?.state === 'noAddress'
          announce(waits ? t('tasks:manager.waits') : t('tasks:manager.sent'))
          onSent(answered)
        },
      },
    )
  }
  useShortcut('escape', discard.request)
  useShortcut('ctrl+enter', submit)
  return (
    <Section title={t('tasks:manager.title')}>
      {manager && (
        <Typography sx={{ mb: 2 }}>
          <strong>{manager.name}</strong>
          {[formatPhone(manager.phone), manager.email]
            .filter(Boolean)
            .map((each) => ` · ${each}`)
            .join('')}
        </Typography>
      )}
      {manager?.email === '' && (
        <Alert severity="warning" role="note" sx={{ mb: 2 }}>
          {t('tasks:manager.noAddress')}
        </Alert>
      )}
      <form
        noValidate
        aria-label={t('tasks:manager.title')}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          submit()
        }}
      >
        <ErrorSummary items={left.items} error={send.error} attempt={left.attempt} />
        <LeaseSelect
          id={idOf('lease')}
          label={t('defects:form.lease')}
          leases={person.leases}
          value={values.leaseNo}
          onChoose={(leaseNo) => set({ leaseNo })}
        />
        <TextInput
          ref={subject}
          id={idOf('subject')}
          label={t('tasks:form.subject')}
          error={left.items[0]?.text}
          maxLength={120}
          value={values.subject}
          onChange={({ target }) => set({ subject: target.value })}
        />
        <TextInput
          id={idOf('body')}
          label={t('tasks:form.body')}
          hint={t('tasks:manager.bodyHint')}
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
        <FormButtons save={t('tasks:manager.send')} busy={send.isPending} onCancel={discard.request} />
      </form>
      {discard.dialog}
    </Section>
  )
}
