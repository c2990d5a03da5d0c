import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { KeyEventView } from '#shared/contract/keyViews'
import { useFormat } from '../../app/format'
import { useKeyWords } from './useKeyWords'

const columns = ['happenedOn', 'what', 'who', 'word', 'typed'] as const

interface KeyHistoryProps {
  readonly events: readonly KeyEventView[]
  /** Null when nothing can be corrected now. */
  readonly onCorrect: ((event: KeyEventView) => void) | null
}

/** Everything that happened to a key, the newest first: when it happened and when it was typed, by whom, on whose word. */
export function KeyHistory({ events, onCorrect }: KeyHistoryProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useKeyWords()
  return (
    <Box sx={{ overflowX: 'auto', mt: 2 }}>
      <Typography variant="h3">{t('keys:history.title')}</Typography>
      <Table size="small" aria-label={t('keys:history.title')} sx={{ '& td': { verticalAlign: 'top' } }}>
        <TableHead>
          <TableRow>
            {columns.map((column) => (
              <TableCell key={column}>{t(`keys:history.${column}`)}</TableCell>
            ))}
            {onCorrect && <TableCell>{t('keys:history.mend')}</TableCell>}
          </TableRow>
        </TableHead>
        <TableBody>
          {events.toReversed().map((event) => (
            <TableRow key={event.seq}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.day(event.happenedOn)}</TableCell>
              <TableCell>
                <Box
                  component="span"
                  sx={event.correctedBy === null ? {} : { textDecoration: 'line-through' }}
                >
                  {t(`keys:what.${event.what}`)}
                </Box>
                {event.label && (
                  <div>
                    {t('keys:history.label', {
                      from: words.key(event.label.from),
                      to: words.key(event.label.to),
                    })}
                  </div>
                )}
                {event.corrects !== null && (
                  <div>{t('keys:history.corrects', { number: event.corrects })}</div>
                )}
                {event.correctedBy !== null && (
                  <div>{t('keys:history.correctedBy', { number: event.correctedBy })}</div>
                )}
                {event.handoffId !== null && (
                  <div>
                    <Link href={`#/keys/handoffs/${event.handoffId}`}>{t('keys:history.handoff')}</Link>
                  </div>
                )}
              </TableCell>
              <TableCell>{event.label === null && words.holder(event.holder)}</TableCell>
              <TableCell>
                {t(`keys:word.${event.word}`)}
                {event.wordText !== '' && <div>{event.wordText}</div>}
              </TableCell>
              <TableCell>
                {t('keys:history.typedBy', {
                  number: event.seq,
                  when: format.dateTime(event.typedAt),
                  by: event.by,
                })}
              </TableCell>
              {onCorrect && (
                <TableCell>
                  {isCorrectable(event) && (
                    <Button
                      size="small"
                      aria-label={t('keys:history.correctNumber', { number: event.seq })}
                      onClick={() => onCorrect(event)}
                    >
                      {t('keys:correct.open')}
                    </Button>
                  )}
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}

/** What says who had the key; a correction is corrected by correcting the same event again. */
const isCorrectable = ({ what }: KeyEventView) =>
  !['corrected', 'deactivated', 'reactivated', 'keyCorrected'].includes(what)
