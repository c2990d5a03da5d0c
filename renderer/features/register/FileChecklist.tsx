import CheckIcon from '@mui/icons-material/Check'
import CloseIcon from '@mui/icons-material/Close'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import RadioButtonUncheckedIcon from '@mui/icons-material/RadioButtonUnchecked'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { Mark } from '../../components/Mark'
import type { Checklist } from './files'

interface FileChecklistProps {
  readonly list: Checklist<File>
  readonly onRemove: (file: File) => void
}

/** Which files are there, which are missing, and which do not belong to them. */
export function FileChecklist({ list, onRemove }: FileChecklistProps) {
  const { t } = useTranslation()
  return (
    <Table size="small" aria-label={t('register:files.list')} sx={{ tableLayout: 'fixed' }}>
      <colgroup>
        <col />
        <col style={{ width: 156 }} />
        <col style={{ width: 150 }} />
      </colgroup>
      <TableBody>
        {list.items.map(({ file, mayBeLeftOut, chosen }) => (
          <TableRow key={file}>
            <TableCell component="th" scope="row">
              <Box component="span" sx={{ fontWeight: 600, mr: 1 }}>{`${file}.csv`}</Box>
              <Typography component="span" variant="body2" color="text.secondary">
                {t(`register:file.${file}`)}
              </Typography>
            </TableCell>
            <TableCell>
              {chosen.length === 0 && (
                <Mark
                  tone="neutral"
                  icon={<RadioButtonUncheckedIcon />}
                  label={mayBeLeftOut ? t('register:files.notNeeded') : t('register:files.missing')}
                />
              )}
              {chosen.length === 1 && (
                <Mark tone="success" icon={<CheckIcon />} label={t('register:files.there')} />
              )}
              {chosen.length > 1 && (
                <Mark tone="error" icon={<ErrorIcon />} label={t('register:files.twice')} />
              )}
            </TableCell>
            <TableCell align="right">
              <Files files={chosen} named={chosen.length > 1} onRemove={onRemove} />
            </TableCell>
          </TableRow>
        ))}
        {list.unknown.map((file) => (
          <TableRow key={file.name}>
            <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {file.name}
              </Box>
              <Typography variant="body2" color="text.secondary">
                {t('register:files.unknownText')}
              </Typography>
            </TableCell>
            <TableCell>
              <Mark tone="error" icon={<ErrorIcon />} label={t('register:files.unknown')} />
            </TableCell>
            <TableCell align="right">
              <Files files={[file]} named={false} onRemove={onRemove} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

interface FilesProps {
  readonly files: readonly File[]
  readonly named: boolean
  readonly onRemove: (file: File) => void
}

/** Each chosen file's size, or its name where there are two, and a button that takes it away. */
function Files({ files, named, onRemove }: FilesProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return files.map((file, at) => (
    <Box
      // biome-ignore lint/suspicious/noArrayIndexKey: two files may be alike in everything
      key={`${file.name}${at}`}
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'flex-end',
        gap: 0.5,
        whiteSpace: 'nowrap',
      }}
    >
      {named ? file.name : t('register:files.size', { size: number(Math.ceil(file.size / 1024)) })}
      <IconButton
        size="small"
        aria-label={t('register:files.remove', { name: file.name })}
        onClick={() => onRemove(file)}
      >
        <CloseIcon fontSize="small" />
      </IconButton>
    </Box>
  ))
}
