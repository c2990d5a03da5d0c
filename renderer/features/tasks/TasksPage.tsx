import AddIcon from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import TableCell from '@mui/material/TableCell'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { SelectInput } from '../../components/FormField'
import { ListTable } from '../../components/ListTable'
import { Page } from '../../components/Page'
import { ShowButtons } from '../../components/ShowButtons'
import { LinesSkeleton } from '../../components/Skeletons'
import { KeyButton } from '../mandates/KeyButton'
import { Pages } from '../register/Pages'
import { teams } from './owner'
import { TaskStateMark } from './TaskStateMark'
import { useDeadlineWords } from './useDeadlineWords'

const pageSize = 50
const shows = ['mine', 'team', 'late', 'waiting', 'all', 'over'] as const
const columns = ['dueAt', 'subject', 'name', 'owner', 'state'] as const

/** Tasks: mine, my team's, late, and those that wait for others; the first due first. */
export function TasksPage() {
  const { t } = useTranslation()
  const words = useDeadlineWords()
  const [, navigate] = useHashLocation()
  const [show, setShow] = useState<(typeof shows)[number]>('mine')
  const [team, setTeam] = useState<(typeof teams)[number] | null>(null)
  const [page, setPage] = useState(0)
  const rows = useRef<HTMLDivElement>(null)
  const query = useQuery(
    api.tasks.list.queryOptions({
      input: { show, team, page },
      placeholderData: keepPreviousData,
      refetchOnMount: 'always',
    }),
  )
  const { data } = query
  const title = t('tasks:title')
  return (
    <Page
      title={title}
      windowTitle={title}
      lead={data && !data.workingTime && <Typography>{t('tasks:list.notWorking')}</Typography>}
      actions={
        <KeyButton
          keys="U"
          icon={<AddIcon />}
          main
          label={t('tasks:make')}
          onAct={() => navigate('/tasks/new')}
        />
      }
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', columnGap: 2 }}>
        <ShowButtons
          label={t('tasks:list.show')}
          shows={shows}
          show={show}
          nameOf={(each) => t(`tasks:show.${each}`)}
          countOf={(each) => (each === 'all' || each === 'over' ? undefined : data?.counts[each])}
          onShow={(each) => {
            setShow(each)
            setPage(0)
          }}
        />
        <Box sx={{ width: 240 }}>
          <SelectInput
            id="tasks-team"
            label={t('tasks:list.team')}
            value={team ?? ''}
            onChange={({ target }) => {
              setTeam(teams.find((each) => each === target.value) ?? null)
              setPage(0)
            }}
            options={[
              { value: '', text: t('tasks:list.everyTeam') },
              ...teams.map((value) => ({ value, text: t(`staff:role.${value}`) })),
            ]}
          />
        </Box>
      </Box>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined && !query.isError && <LinesSkeleton lines={10} />}
      {data?.total === 0 && <Typography>{t(`tasks:none.${show}`)}</Typography>}
      {data !== undefined && data.total > 0 && (
        <Box ref={rows} tabIndex={-1} sx={{ outline: 'none' }}>
          <Pages page={page} total={data.total} size={pageSize} below={false} onPage={setPage} rows={rows} />
          <ListTable
            label={title}
            columns={columns.map((name) => ({ name, title: t(`tasks:column.${name}`) }))}
            rows={data.tasks}
            keyOf={({ id }) => id}
            opens={({ id }) => `/tasks/${id}`}
            waiting={query.isPlaceholderData}
          >
            {(task, { link }) => (
              <>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{words.at(task.dueAt)}</TableCell>
                <TableCell>
                  {link(task.subject)}
                  <Typography variant="body2" color="text.secondary">
                    {t(`tasks:kind.${task.kind}`)}
                  </Typography>
                </TableCell>
                <TableCell>{task.residentName}</TableCell>
                <TableCell>
                  {task.owner.kind === 'team'
                    ? t('tasks:owner.team', { team: t(`staff:role.${task.owner.team}`) })
                    : task.ownerName}
                </TableCell>
                <TableCell>
                  <TaskStateMark task={task} />
                </TableCell>
              </>
            )}
          </ListTable>
        </Box>
      )}
    </Page>
  )
}
