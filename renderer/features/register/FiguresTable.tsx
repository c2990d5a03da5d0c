import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableFooter from '@mui/material/TableFooter'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { ImportFile, RegisterPreview, RowList } from '#shared/contract/register'
import { useFormat } from '../../app/format'
import { registerChanges, totalsOf } from './figures'

interface FiguresTableProps {
  readonly preview: RegisterPreview
  /** Tells the encoding and the separator of each file, which were found out. */
  readonly withForm: boolean
  /** The figure whose rows are shown now. */
  readonly open: { readonly file: ImportFile; readonly change: RowList } | null
  readonly onOpen: (file: ImportFile, change: RowList, button: HTMLElement) => void
}

const others = ['unchanged', 'total'] as const

/** File by file what an import would do to how many rows. A figure opens the rows behind it. */
export function FiguresTable({ preview, withForm, open, onOpen }: FiguresTableProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const totals = totalsOf(preview)
  const figures = [...registerChanges, ...others]
  return (
    <TableContainer component={Paper} variant="outlined">
      <Table size="small" aria-label={t('register:preview.title')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('register:head.file')}</TableCell>
            {figures.map((figure) => (
              <TableCell key={figure} align="right">
                {t(`register:figure.${figure}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {preview.files.map(({ file, name, delimiter, encoding, counts }) => (
            <TableRow key={file}>
              <TableCell component="th" scope="row">
                <Box component="span" sx={{ fontWeight: 600 }}>
                  {name}
                </Box>
                {withForm && (
                  <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
                    {t(`register:encoding.${encoding}`)}, {t('register:separator', { sign: delimiter })}
                  </Box>
                )}
              </TableCell>
              {registerChanges.map((change) => (
                <TableCell key={change} align="right">
                  {counts[change] === 0 ? (
                    '0'
                  ) : (
                    <Link
                      component="button"
                      type="button"
                      aria-label={t(`register:open.${change}`, {
                        count: counts[change],
                        number: number(counts[change]),
                        file: name,
                      })}
                      aria-expanded={open?.file === file && open.change === change}
                      onClick={(event) => onOpen(file, change, event.currentTarget)}
                      sx={{
                        fontSize: 'inherit',
                        fontWeight: 600,
                        minWidth: 24,
                        minHeight: 24,
                        textAlign: 'right',
                        verticalAlign: 'baseline',
                        color: change === 'rejected' ? 'error.main' : undefined,
                      }}
                    >
                      {number(counts[change])}
                    </Link>
                  )}
                </TableCell>
              ))}
              {others.map((figure) => (
                <TableCell key={figure} align="right">
                  {number(counts[figure])}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
        <TableFooter
          sx={{ '& td, & th': { color: 'text.primary', fontWeight: 600, fontSize: 15, borderBottom: 0 } }}
        >
          <TableRow>
            <TableCell component="th" scope="row">
              {t('register:figure.all')}
            </TableCell>
            {figures.map((figure) => (
              <TableCell key={figure} align="right">
                {number(totals[figure])}
              </TableCell>
            ))}
          </TableRow>
        </TableFooter>
      </Table>
    </TableContainer>
  )
}
