import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { TaskStateMark } from './TaskStateMark'
import { useDeadlineWords } from './useDeadlineWords'

/** What somebody still has to do about a resident; nothing at all when there is nothing. */
export function TasksSection({ residentId }: { readonly residentId: string }) {
  const { t } = useTranslation()
  const words = useDeadlineWords()
  const query = useQuery(api.tasks.ofResident.queryOptions({ input: { residentId } }))
  const open = query.data?.tasks.filter(({ state }) => state === 'open' || state === 'waiting') ?? []
  if (open.length === 0) return <ErrorText error={query.error} onRetry={() => void query.refetch()} />
  return (
    <Section title={t('tasks:title')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {open.map((task) => (
          <Box component="li" key={task.id} sx={{ py: 0.25 }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
              <Link href={`#/tasks/${task.id}`} sx={{ minHeight: 24 }}>
                {task.subject}
              </Link>
              <TaskStateMark task={task} />
            </Box>
            <Typography variant="body2" color="text.secondary">
              {[
                t(`tasks:kind.${task.kind}`),
                task.owner.kind === 'team'
                  ? t('tasks:owner.team', { team: t(`staff:role.${task.owner.team}`) })
                  : task.ownerName,
                t('tasks:due.by', { when: words.at(task.dueAt) }),
              ].join(' · ')}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
