import LockIcon from '@mui/icons-material/LockOutlined'
import PersonIcon from '@mui/icons-material/PersonOutlined'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { PresentPlace } from '#shared/contract/presence'
import { useFormat } from '../../app/format'
import { Mark } from '../../components/Mark'

interface DesksTableProps {
  readonly now: Date
  readonly places: readonly PresentPlace[]
}

const columns = ['place', 'person', 'desk', 'state', 'resident', 'since', 'seen'] as const
/** A program says that it is there four times a minute: one that was seen since then is there now. */
const nowSeconds = 20

/** One signed-in person a line, by their computer. Whom they are serving is not told. */
export function DesksTable({ now, places }: DesksTableProps) {
  const { t } = useTranslation()
  const { dateTime } = useFormat()
  const seen = (at: Date) => {
    const seconds = Math.round((now.getTime() - at.getTime()) / 1_000)
    return seconds < nowSeconds ? t('presence:desks.now') : t('presence:desks.ago', { seconds })
  }
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table stickyHeader aria-label={t('presence:desks.title')}>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column}>{t(`presence:column.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {places.map((place) => (
            <TableRow key={place.id}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                {place.deskName}
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                {place.name}
                {place.own && ` (${t('presence:desks.you')})`}
              </TableCell>
              <TableCell>{place.deskNo ?? '–'}</TableCell>
              <TableCell>
                {place.locked ? (
                  <Mark tone="neutral" icon={<LockIcon />} label={t('presence:desks.locked')} />
                ) : (
                  <Mark tone="info" icon={<PersonIcon />} label={t('presence:desks.atWork')} />
                )}
              </TableCell>
              <TableCell>{t(`presence:resident.${place.withResident ? 'yes' : 'no'}`)}</TableCell>
              <TableCell>{dateTime(place.since)}</TableCell>
              <TableCell>{seen(place.seenAt)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
