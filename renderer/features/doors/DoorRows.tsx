import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { DoorStateMark } from './DoorStateMark'

/** How many are shown of those that are over. */
const shownOver = 1

/** A resident's door openings: those on their way, and the latest before. */
export function DoorRows({ residentId }: { readonly residentId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(api.doors.ofResident.queryOptions({ input: { residentId } }))
  const doors = query.data?.doors ?? []
  const over = doors.filter(({ state }) => state !== 'ordered')
  const shown = doors.filter((door) => door.state === 'ordered' || over.indexOf(door) < shownOver)
  return (
    <>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {shown.length > 0 && (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {shown.map((door) => (
            <Box
              component="li"
              key={door.id}
              sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, py: 0.25 }}
            >
              <Link href={`#/doors/${door.id}`} sx={{ minHeight: 24 }}>
                {t('doors:one')}
              </Link>
              <DoorStateMark door={door} />
              <span>{format.dateTime(door.orderedAt)}</span>
            </Box>
          ))}
        </Box>
      )}
    </>
  )
}
