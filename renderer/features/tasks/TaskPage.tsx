import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { TaskPage as Task } from '#shared/contract/tasks'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { Facts, Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { DueBecause } from './DueBecause'
import { TaskActions } from './TaskActions'
import { TaskStateMark } from './TaskStateMark'

/** One task: what is to be done, whose it is, by when and why then, and what was done with it. */
export function TaskPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const query = useQuery(api.tasks.read.queryOptions({ input: { id } }))
  const task = query.data?.task
  const open = task?.state === 'open' || task?.state === 'waiting'
  const failed = query.isError && task === undefined
  return (
    <Page
      title={failed ? t('tasks:page.notShown') : task?.subject}
      windowTitle={t('tasks:page.title')}
      lead={
        task && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, mt: 0.5 }}>
            <span>{t(`tasks:kind.${task.kind}`)}</span>
            {task.residentId !== null && (
              <Link href={`#/residents/${task.residentId}`} sx={{ fontWeight: 600, minHeight: 24 }}>
                {task.residentName}
              </Link>
            )}
            <TaskStateMark task={task} />
          </Box>
        )
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {task ? (
        <>
          <TaskActions key={`${id}-${task.state}`} task={task} />
          {task.message !== null && open && <MessageWaits message={task.message} />}
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1fr)' },
              columnGap: 2,
              alignItems: 'start',
            }}
          >
            <TaskFacts task={task} />
            <TaskHistory task={task} />
          </Box>
        </>
      ) : (
        !failed && <LinesSkeleton lines={10} />
      )}
    </Page>
  )
}

/** Of a message to the building manager that does not go: what it waits for, and what to do meanwhile. */
function MessageWaits({ message }: { readonly message: NonNullable<Task['message']> }) {
  const { t } = useTranslation()
  const { state, problem, sendable, mailConfigured } = message
  const waits =
    state === 'waiting' && !mailConfigured
      ? t('tasks:page.noServer')
      : sendable
        ? t('tasks:page.sendable')
        : state === 'noAddress' || state === 'dropped'
          ? t('tasks:page.waitsAddress')
          : null
  const why = problem === null || state === 'waiting' ? null : t(`outbox:problem.${problem}`)
  if (waits === null && why === null) return null
  return (
    <Alert severity={state === 'waiting' ? 'info' : 'warning'} role="note" sx={{ mb: 2 }}>
      {[why, waits].filter(Boolean).join(' ')}
    </Alert>
  )
}

function TaskFacts({ task }: { readonly task: Task }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { message, ended } = task
  const lines = (text: string) => <span style={{ whiteSpace: 'pre-line' }}>{text}</span>
  const links = [
    task.callId !== null && { href: `#/calls/${task.callId}`, word: t('calls:openCall') },
    task.defectId !== null && { href: `#/defects/${task.defectId}`, word: t('calls:openDefect') },
    task.doorOpeningId !== null && { href: `#/doors/${task.doorOpeningId}`, word: t('calls:openDoor') },
  ].filter((each) => typeof each === 'object')
  const open = task.state === 'open' || task.state === 'waiting'
  return (
    <Section title={t('tasks:page.what')}>
      <Facts
        rows={[
          ...(task.body === '' ? [] : [{ name: t('tasks:form.body'), value: lines(task.body) }]),
          {
            name: t('tasks:form.owner'),
            value:
              task.owner.kind === 'team'
                ? t('tasks:owner.team', { team: t(`staff:role.${task.owner.team}`) })
                : task.ownerName,
          },
          {
            name: t('tasks:column.dueAt'),
            value: open ? (
              <DueBecause dueAt={task.dueAt} because={task.because} />
            ) : (
              format.dateTime(task.dueAt)
            ),
          },
          ...(task.transferTo === null ? [] : [{ name: t('tasks:page.transferTo'), value: task.transferTo }]),
          ...(message === null
            ? []
            : [{ name: t('tasks:page.message'), value: t(`tasks:message.${message.state}`) }]),
          ...(task.leaseNo === null ? [] : [{ name: t('defects:page.lease'), value: task.leaseNo }]),
          { name: t('tasks:page.made'), value: `${format.dateTime(task.madeAt)}, ${task.madeBy}` },
          ...(links.length === 0
            ? []
            : [
                {
                  name: t('tasks:page.cameFrom'),
                  value: links.map(({ href, word }, at) => (
                    <span key={href}>
                      {at > 0 && ' · '}
                      <Link href={href}>{word}</Link>
                    </span>
                  )),
                },
              ]),
          ...(ended === null
            ? []
            : [
                {
                  name: t(`tasks:state.${task.state}`),
                  value: lines(
                    [`${format.dateTime(ended.at)}, ${ended.by}`, ended.note].filter(Boolean).join('\n'),
                  ),
                },
              ]),
        ]}
      />
    </Section>
  )
}

function TaskHistory({ task }: { readonly task: Task }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('defects:page.history')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {task.events.toReversed().map(({ at, by, what, detail }, index) => {
          const { note } = detail
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: nothing is ever taken out of a history
            <Box component="li" key={index} sx={{ py: 0.25, overflowWrap: 'anywhere' }}>
              {`${format.dateTime(at)} · ${t(`tasks:event.${what}`)} · ${by}`}
              {typeof note === 'string' && note !== '' && `: ${note}`}
            </Box>
          )
        })}
      </Box>
    </Section>
  )
}
