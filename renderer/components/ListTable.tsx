import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { type ReactNode, useRef, useState } from 'react'
import { useHashLocation } from 'wouter/use-hash-location'
import { rowAfterKey } from './rowKeys'

/** What the cells of a row are made with. */
export interface InRow {
  /** The words that open the row: a link for those who use the keyboard or hear the page. One in each row. */
  readonly link: (words: ReactNode) => ReactNode
  /** For what else can be used in the row: only that of the active row is reached with Tab. */
  readonly tabIndex: 0 | -1
}

interface ListTableProps<Row> {
  readonly label: string
  readonly columns: readonly { readonly name: string; readonly title: string; readonly right?: boolean }[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string | number
  /** The page that a row opens, without its hash: `/requests/…`; or what opening does. */
  readonly opens: ((row: Row) => string) | { readonly open: (row: Row) => void }
  /** The rows are those of the page before, until the next ones come. */
  readonly waiting?: boolean
  /** The cells of a row, one for each column. */
  readonly children: (row: Row, inRow: InRow) => ReactNode
}

/** A list whose rows open something. Up and down, Home and End move from row to row; Enter or a click opens the row. */
export function ListTable<Row>({
  label,
  columns,
  rows,
  keyOf,
  opens,
  waiting = false,
  children,
}: ListTableProps<Row>) {
  const [, navigate] = useHashLocation()
  const [activeKey, setActiveKey] = useState<string | number>()
  const body = useRef<HTMLTableSectionElement>(null)
  // The row that was active is found by what it is: others may have come before it.
  const at = Math.max(
    0,
    rows.findIndex((row) => keyOf(row) === activeKey),
  )
  const open = (row: Row) => (typeof opens === 'function' ? navigate(opens(row)) : opens.open(row))
  return (
    <Paper variant="outlined">
      <Table
        stickyHeader
        size="small"
        aria-label={label}
        aria-busy={waiting}
        sx={{ opacity: waiting ? 0.6 : 1, '& thead th': { top: -16 } }}
      >
        <TableHead>
          <TableRow>
            {columns.map(({ name, title, right }) => (
              <TableCell key={name} align={right ? 'right' : 'left'}>
                {title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody
          ref={body}
          onKeyDown={(event) => {
            const row = rowAfterKey(event, at, rows.length)
            if (row !== undefined) body.current?.querySelectorAll<HTMLElement>('[data-opens]')[row]?.focus()
          }}
        >
          {rows.map((row, index) => {
            const tabIndex = index === at ? 0 : -1
            const link = (words: ReactNode) => (
              <RowLink
                {...(typeof opens === 'function' ? { to: opens(row) } : { onOpen: () => opens.open(row) })}
                tabIndex={tabIndex}
              >
                {words}
              </RowLink>
            )
            return (
              <TableRow
                key={keyOf(row)}
                hover
                onClick={() => open(row)}
                onFocus={() => setActiveKey(keyOf(row))}
                sx={{
                  cursor: 'pointer',
                  '&:focus-within': { bgcolor: 'action.selected' },
                  // The first lines of all cells stand on one line.
                  '& td': { verticalAlign: 'baseline' },
                }}
              >
                {children(row, { link, tabIndex })}
              </TableRow>
            )
          })}
        </TableBody>
      </Table>
    </Paper>
  )
}

interface RowLinkProps {
  readonly to?: string
  readonly onOpen?: () => void
  readonly tabIndex: number
  readonly children: ReactNode
}

function RowLink({ to, onOpen, tabIndex, children }: RowLinkProps) {
  return (
    <Link
      {...(to === undefined ? { component: 'button', type: 'button' } : { href: `#${to}` })}
      data-opens
      tabIndex={tabIndex}
      onClick={(event) => {
        event.stopPropagation()
        onOpen?.()
      }}
      // The heading of the table covers the top of the page.
      sx={{ fontSize: 'inherit', textAlign: 'left', scrollMarginTop: 64, verticalAlign: 'baseline' }}
    >
      {children}
    </Link>
  )
}
