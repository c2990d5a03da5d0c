import CancelIcon from '@mui/icons-material/Cancel'
import CheckCircleIcon from '@mui/icons-material/CheckCircle'
import RemoveIcon from '@mui/icons-material/Remove'
import WarningIcon from '@mui/icons-material/Warning'
import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Judgement } from '#shared/contract/identity'
import { useFormat } from '../../app/format'
import { maskedInDocument } from './maskedInDocument'

type Line = Judgement['comparison'][number]

const signs: Readonly<Record<Line['result'], { readonly icon: ReactElement; readonly color: string }>> = {
  same: { icon: <CheckCircleIcon fontSize="small" />, color: 'success.main' },
  partial: { icon: <WarningIcon fontSize="small" />, color: 'text.primary' },
  different: { icon: <CancelIcon fontSize="small" />, color: 'error.main' },
  missing: { icon: <RemoveIcon fontSize="small" />, color: 'text.secondary' },
}

/** What we know and the document side by side, with a tick or a word for each line. Codes stay masked. */
export function Comparison({ comparison, comparedWith }: Pick<Judgement, 'comparison' | 'comparedWith'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const shown = (field: Line['field'], value: string | null) => {
    if (value === null) return t('identity:compare.none')
    if (field === 'birthDate') return format.day(value)
    return field === 'personalIdentityCode' ? maskedInDocument(value) : value
  }
  return (
    <Table size="small" aria-label={t('identity:compare.title')} sx={{ mb: 2 }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('identity:compare.what')}</TableCell>
          <TableCell>{t(`identity:compare.${comparedWith}`)}</TableCell>
          <TableCell>{t('identity:compare.document')}</TableCell>
          <TableCell>{t('identity:compare.result')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {comparison.map(({ field, register, document, result }) => (
          <TableRow key={field}>
            <TableCell component="th" scope="row" sx={{ color: 'text.secondary', fontWeight: 400 }}>
              {t(`identity:compare.${field}`)}
            </TableCell>
            <TableCell>{shown(field, register)}</TableCell>
            <TableCell>{shown(field, document)}</TableCell>
            <TableCell>
              <Box
                sx={{
                  display: 'flex',
                  alignItems: 'center',
                  gap: 0.5,
                  color: signs[result].color,
                  fontWeight: 600,
                }}
              >
                {signs[result].icon}
                {t(`identity:compare.results.${result}`)}
              </Box>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
