import DeleteIcon from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import IconButton from '@mui/material/IconButton'
import NativeSelect from '@mui/material/NativeSelect'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { visitAccess } from '#shared/rules/visitTimetable'
import { nextPeriod, type PeriodField, type PeriodIssue, type TypedPeriod } from './periods'
import { usePeriodWords } from './usePeriodWords'

interface PeriodRowsProps {
  /** The beginning of the fields' ids: `${id}-${index}-from`. */
  readonly id: string
  /** Whose hours these are, for the names of the fields: a weekday. */
  readonly name: string
  readonly periods: readonly TypedPeriod[]
  /** What is wrong, of the fields that have been left. */
  readonly issues: readonly PeriodIssue[]
  /** Service desks there are; null for the As Oy team, whose hours are times only. */
  readonly desks: number | null
  readonly onChange: (periods: readonly TypedPeriod[]) => void
  readonly onLeave: (fieldId: string) => void
}

export const periodFieldId = (id: string, { index, field }: Pick<PeriodIssue, 'index' | 'field'>) =>
  `${id}-${index}-${field}`

/** The hours of a day: none is closed; several make a day in parts. */
export function PeriodRows({ id, name, periods, issues, desks, onChange, onLeave }: PeriodRowsProps) {
  const { t } = useTranslation()
  const words = usePeriodWords()
  const set = (index: number, part: Partial<TypedPeriod>) =>
    onChange(periods.map((period, at) => (at === index ? { ...period, ...part } : period)))
  const issueAt = (index: number, field: PeriodField) =>
    issues.find((issue) => issue.index === index && issue.field === field)
  const input = (index: number, field: PeriodField, width: number) => {
    const fieldId = periodFieldId(id, { index, field })
    const issue = issueAt(index, field)
    return (
      <OutlinedInput
        id={fieldId}
        size="small"
        value={periods[index]?.[field] ?? ''}
        error={issue !== undefined}
        onChange={({ target }) => set(index, { [field]: target.value })}
        onBlur={() => onLeave(fieldId)}
        sx={{ width }}
        inputProps={{
          autoComplete: 'off',
          inputMode: field === 'desks' ? 'numeric' : undefined,
          maxLength: 5,
          'aria-label': `${name}: ${t(`timetable:period.${field}`)}`,
          'aria-describedby': issue && `${id}-${index}-issue`,
          'aria-invalid': issue !== undefined,
        }}
      />
    )
  }
  return (
    <Box sx={{ display: 'grid', gap: 0.75, justifyItems: 'start' }}>
      {periods.map((period, index) => {
        const wrong = issues.filter((issue) => issue.index === index)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a period is what stands in its row
          <Box key={index}>
            <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center' }}>
              {input(index, 'from', 80)}
              <span aria-hidden>–</span>
              {input(index, 'to', 80)}
              {desks !== null && (
                <>
                  <NativeSelect
                    input={<OutlinedInput size="small" />}
                    value={period.access}
                    onChange={({ target }) =>
                      set(index, { access: visitAccess.find((access) => access === target.value) })
                    }
                    inputProps={{ 'aria-label': `${name}: ${t('timetable:period.access')}` }}
                    sx={{ width: 190 }}
                  >
                    {visitAccess.map((access) => (
                      <option key={access} value={access}>
                        {t(`timetable:access.${access}`)}
                      </option>
                    ))}
                  </NativeSelect>
                  {input(index, 'desks', 56)}
                  <Typography component="span" variant="body2" aria-hidden>
                    {t('timetable:period.desksUnit')}
                  </Typography>
                </>
              )}
              <IconButton
                aria-label={t('timetable:period.remove', { name, time: `${period.from}–${period.to}` })}
                onClick={() => {
                  onChange(periods.filter((_, at) => at !== index))
                  // This button goes with its row, and the keys of the form would go with the focus.
                  document.getElementById(`${id}-add`)?.focus()
                }}
              >
                <DeleteIcon fontSize="small" />
              </IconButton>
            </Box>
            {wrong.length > 0 && (
              <FormHelperText id={`${id}-${index}-issue`} error sx={{ mx: 0, mt: 0.25 }}>
                {[...new Set(wrong.map(({ problem }) => words.problem(problem)))].join(' ')}
              </FormHelperText>
            )}
          </Box>
        )
      })}
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        {periods.length === 0 && (
          <Typography color="textSecondary" sx={{ lineHeight: '36px' }}>
            {t('timetable:period.none')}
          </Typography>
        )}
        <Button
          id={`${id}-add`}
          size="small"
          aria-label={t('timetable:period.addTo', { name })}
          onClick={() => onChange([...periods, nextPeriod(periods, desks ?? 1)])}
          disabled={periods.length >= 10}
        >
          {t('timetable:period.add')}
        </Button>
      </Box>
    </Box>
  )
}
