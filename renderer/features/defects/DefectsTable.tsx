import Box from '@mui/material/Box'
import TableCell from '@mui/material/TableCell'
import { useTranslation } from 'react-i18next'
import type { DefectSummary } from '#shared/contract/defects'
import { useFormat } from '../../app/format'
import { ListTable } from '../../components/ListTable'
import { DefectStateMark, UrgentMark } from './DefectStateMark'
import { HandOffState } from './HandOffState'

const columns = ['dueAt', 'kind', 'name', 'address', 'goesTo', 'handOff'] as const

interface DefectsTableProps {
  readonly defects: readonly DefectSummary[]
  readonly waiting: boolean
}

/** Defects, each with the time by which it is to be mended. */
export function DefectsTable({ defects, waiting }: DefectsTableProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ListTable
      label={t('defects:title')}
      columns={columns.map((name) => ({ name, title: t(`defects:column.${name}`) }))}
      rows={defects}
      keyOf={({ id }) => id}
      opens={({ id }) => `/defects/${id}`}
      waiting={waiting}
    >
      {(defect, { link }) => (
        <>
          <TableCell sx={{ whiteSpace: 'nowrap' }}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
              {format.dateTime(defect.dueAt)}
              {defect.late && <DefectStateMark defect={defect} />}
            </Box>
          </TableCell>
          <TableCell>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
              {link(t(`defects:kind.${defect.kind}`))}
              <UrgentMark defect={defect} />
            </Box>
          </TableCell>
          <TableCell>{defect.name}</TableCell>
          <TableCell>{defect.address ?? t('residents:hidden.short')}</TableCell>
          <TableCell>{defect.goesToName || t(`defects:goesTo.${defect.goesTo}`)}</TableCell>
          <TableCell>
            <HandOffState defect={defect} />
          </TableCell>
        </>
      )}
    </ListTable>
  )
}
