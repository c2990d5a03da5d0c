import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { PreviewRow, RowList } from '#shared/contract/register'
import { useFormat } from '../../app/format'
import { isColumn } from './columns'

interface RowsTableProps {
  readonly rows: readonly PreviewRow[]
  readonly change: RowList
  readonly label: string
}

/** Rows of a preview: where each stands in its file, which one it is, and what is wrong with it or changes in it. */
export function RowsTable({ rows, change, label }: RowsTableProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const rejected = change === 'rejected'
  const fromTo = change === 'changed' || change === 'differs'
  const content = change === 'added' || (change === 'ended' && rows.some(({ fields }) => fields.length > 0))
  return (
    <Table size="small" aria-label={label} sx={{ '& td, & th': { verticalAlign: 'top' } }}>
      <TableHead>
        <TableRow>
          {change !== 'ended' && (
            <TableCell align="right" sx={{ width: 90 }}>
              {t('register:head.line')}
            </TableCell>
          )}
          <TableCell sx={{ whiteSpace: 'nowrap' }}>{t('register:head.key')}</TableCell>
          {rejected && <TableCell>{t('register:head.column')}</TableCell>}
          {rejected && <TableCell>{t('register:head.wrong')}</TableCell>}
          {rejected && <TableCell>{t('register:head.fix')}</TableCell>}
          {content && <TableCell>{t('register:head.content')}</TableCell>}
          {fromTo && (
            <TableCell>
              {t(change === 'differs' ? 'register:head.differs' : 'register:head.change')}
            </TableCell>
          )}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={`${row.line} ${row.key}`}>
            {change !== 'ended' && (
              <TableCell align="right">{row.line === null ? '–' : number(row.line)}</TableCell>
            )}
            <TableCell component="th" scope="row" sx={keyCell(row.key)}>
              {row.key === '' ? '–' : row.key}
            </TableCell>
            {rejected && (
              <TableCell>{row.column === null ? '–' : <ColumnName column={row.column} />}</TableCell>
            )}
            {rejected && <TableCell>{row.problem !== null && t(`refusals:${row.problem}`)}</TableCell>}
            {rejected && <TableCell>{row.problem !== null && t(`register:fixRow.${row.problem}`)}</TableCell>}
            {content && (
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                <Content row={row} />
              </TableCell>
            )}
            {fromTo && (
              <TableCell sx={{ overflowWrap: 'anywhere' }}>
                <Changes fields={row.fields} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

/** The usual keys stand on one line; a register may have longer ones. */
const keyCell = (key: string) =>
  ({
    fontWeight: 600,
    ...(key.length <= 34 ? { whiteSpace: 'nowrap' } : { overflowWrap: 'anywhere' }),
  }) as const

/** A column in plain words, and as the file calls it. */
function ColumnName({ column }: { readonly column: string }) {
  const { t } = useTranslation()
  if (!isColumn(column)) return <code>{column}</code>
  return (
    <>
      {t(`register:column.${column}`)} <code>{column}</code>
    </>
  )
}

/** What a new or an ended row says, without what it leaves empty and what its key has said already. */
function Content({ row }: { readonly row: PreviewRow }) {
  const { t } = useTranslation()
  const said = row.fields
    .map(({ column, before, after }) => ({ column, value: after ?? before }))
    .filter(({ value }) => value !== null && value !== row.key)
  return said.map(({ column, value }, at) => (
    <span key={column}>
      {at > 0 && ' · '}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {isColumn(column) ? t(`register:column.${column}`) : column}
      </Box>{' '}
      {value}
    </span>
  ))
}

/** What changes in a row, from what to what. */
function Changes({ fields }: Pick<PreviewRow, 'fields'>) {
  const { t } = useTranslation()
  const value = (text: string | null) => text ?? t('register:rows.empty')
  if (fields.length === 0) return t('register:rows.noFields')
  return fields.map(({ column, before, after }) => (
    <div key={column}>
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {isColumn(column) ? t(`register:column.${column}`) : column}
      </Box>{' '}
      {t('register:rows.fromTo', { before: value(before), after: value(after) })}
    </div>
  ))
}
