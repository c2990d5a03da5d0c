import FormHelperText from '@mui/material/FormHelperText'
import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput from '@mui/material/OutlinedInput'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import { requestKinds } from '#shared/rules/requestKinds'
import { destinations, type SettingsField, type SettingsValues } from './settingsForm'

interface KindRowsProps {
  readonly idOf: (field: SettingsField) => string
  readonly values: SettingsValues
  readonly label: (field: SettingsField) => string
  readonly problem: (field: SettingsField) => string | undefined
  readonly onSet: (field: SettingsField, text: string) => void
}

/** Each kind on a row: where it goes, and in how many working days it is answered. */
export function KindRows({ idOf, values, label, problem, onSet }: KindRowsProps) {
  const { t } = useTranslation()
  return (
    <Table size="small" aria-label={t('requests:settings.kinds')} sx={{ mb: 2, '& td': { py: 0.25 } }}>
      <TableHead>
        <TableRow>
          <TableCell>{t('requests:column.kind')}</TableCell>
          <TableCell>{t('requests:column.goesTo')}</TableCell>
          <TableCell>{t('requests:settings.days')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {requestKinds.map((kind) => {
          const goesTo = `goesTo-${kind}` as const
          const days = `days-${kind}` as const
          const wrong = problem(days)
          return (
            <TableRow key={kind}>
              <TableCell component="th" scope="row">
                {t(`requests:kind.${kind}`)}
              </TableCell>
              <TableCell>
                <NativeSelect
                  input={<OutlinedInput size="small" />}
                  inputProps={{ id: idOf(goesTo), 'aria-label': label(goesTo) }}
                  value={values[goesTo]}
                  onChange={(event) => onSet(goesTo, event.target.value)}
                >
                  {destinations.map((each) => (
                    <option key={each} value={each}>
                      {t(`requests:goesTo.${each}`)}
                    </option>
                  ))}
                </NativeSelect>
              </TableCell>
              <TableCell>
                <OutlinedInput
                  id={idOf(days)}
                  size="small"
                  value={values[days]}
                  error={wrong !== undefined}
                  sx={{ width: 80 }}
                  inputProps={{
                    inputMode: 'numeric',
                    maxLength: 2,
                    'aria-label': label(days),
                    'aria-describedby': wrong === undefined ? undefined : `${idOf(days)}-error`,
                  }}
                  onChange={(event) => onSet(days, event.target.value)}
                />
                {wrong !== undefined && (
                  <FormHelperText id={`${idOf(days)}-error`} error>
                    {wrong}
                  </FormHelperText>
                )}
              </TableCell>
            </TableRow>
          )
        })}
      </TableBody>
    </Table>
  )
}
