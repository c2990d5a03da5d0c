import Paper from '@mui/material/Paper'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { RegisterPreview } from '#shared/contract/register'
import { useFormat } from '../../app/format'

/** What is wrong with the files as files, where, and what to do about it. Nothing can be imported before it is mended. */
export function FileProblems({ problems }: Pick<RegisterPreview, 'problems'>) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <>
      <Typography sx={{ mb: 1 }}>{t('register:problems.text', { count: problems.length })}</Typography>
      <TableContainer component={Paper} variant="outlined">
        <Table aria-label={t('register:problems.title')}>
          <TableHead>
            <TableRow>
              <TableCell>{t('register:head.file')}</TableCell>
              <TableCell align="right">{t('register:head.line')}</TableCell>
              <TableCell>{t('register:head.column')}</TableCell>
              <TableCell>{t('register:head.wrong')}</TableCell>
              <TableCell>{t('register:head.fix')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {problems.map(({ name, problem, column, line }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be alike in everything
              <TableRow key={at}>
                <TableCell
                  component="th"
                  scope="row"
                  sx={{ fontWeight: 600, overflowWrap: 'anywhere', minWidth: 140 }}
                >
                  {name}
                </TableCell>
                <TableCell align="right">{line === null ? '–' : number(line)}</TableCell>
                <TableCell>{column === null ? '–' : <code>{column}</code>}</TableCell>
                <TableCell>{t(`refusals:${problem}`)}</TableCell>
                <TableCell>{t(`register:fixFile.${problem}`)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  )
}
