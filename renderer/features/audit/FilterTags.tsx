import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { type AuditFilter, type FilterPart, filterParts, noFilter } from './filters'

interface FilterTagsProps {
  readonly filter: AuditFilter
  readonly onApply: (filter: AuditFilter) => void
}

/** What the list is filtered by now; each tag takes its filter away. */
export function FilterTags({ filter, onApply }: FilterTagsProps) {
  const { t } = useTranslation()
  const { day } = useFormat()
  const active = filterParts.filter((part) => filter[part] !== null)
  if (active.length === 0) return null
  const value = (part: FilterPart) => {
    const chosen = filter[part]
    return typeof chosen === 'string' ? day(chosen) : (chosen?.name ?? '')
  }
  return (
    <Box
      component="ul"
      aria-label={t('audit:tags.label')}
      sx={{ m: 0, mb: 1, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 1 }}
    >
      {active.map((part) => {
        const words = t(`audit:tags.${part}`, { value: value(part) })
        return (
          <li key={part}>
            <Button
              size="small"
              variant="outlined"
              endIcon={<CloseIcon />}
              aria-label={t('audit:tags.remove', { filter: words })}
              onClick={() => onApply({ ...filter, [part]: null })}
            >
              {words}
            </Button>
          </li>
        )
      })}
      {active.length > 1 && (
        <li>
          <Button size="small" onClick={() => onApply(noFilter)}>
            {t('audit:tags.removeAll')}
          </Button>
        </li>
      )}
    </Box>
  )
}
