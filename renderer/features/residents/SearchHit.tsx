import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentHit } from '#shared/contract/residents'
import { useFormat } from '../../app/format'
import { Highlighted } from './Highlighted'
import { allBegun } from './highlight'

interface SearchHitProps {
  readonly id: string
  readonly hit: ResidentHit
  readonly typed: string
  readonly active: boolean
  readonly onOpen: (hit: ResidentHit) => void
}

/** One hit of the search: who, born when, lives where, and what of them matched when it is not to be seen otherwise. */
export const SearchHit = memo(function SearchHit({ id, hit, typed, active, onOpen }: SearchHitProps) {
  const { t } = useTranslation()
  const format = useFormat()
  // What is seen of the person already says why they were found.
  const seen = allBegun([hit.name, hit.home ?? ''], typed)
  const matched = seen ? [] : hit.matched.filter(({ field }) => field !== 'name' && field !== 'address')
  const second = [
    hit.home === null ? null : <Highlighted key="home" text={hit.home} typed={typed} />,
    ...hit.marks.map((mark) => <strong key={mark}>{t(`residents:mark.${mark}`)}</strong>),
    ...matched.map(({ field, text }) => (
      <span key={`${field}${text}`}>
        {t(`residents:search.matched.${field}`)}
        {text !== null && field !== 'birthDate' && (
          <>
            {' '}
            <Highlighted text={text} typed={typed} isNumber={field === 'phone'} />
          </>
        )}
      </span>
    )),
  ].filter((part) => part !== null)
  return (
    <Box
      component="li"
      id={id}
      role="option"
      aria-selected={active}
      // The field keeps the focus: the options are chosen with its keys, or with one click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onOpen(hit)}
      sx={{
        px: 2,
        py: 0.75,
        cursor: 'pointer',
        borderLeft: 4,
        borderColor: active ? 'primary.main' : 'transparent',
        bgcolor: active ? 'action.selected' : undefined,
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
        <span>
          <Highlighted text={hit.name} typed={typed} />
        </span>
        <Box component="span" sx={{ whiteSpace: 'nowrap', color: 'text.secondary' }}>
          {hit.birthDate === null
            ? t('residents:birthDateUnknown')
            : t('residents:bornOn', { day: format.day(hit.birthDate) })}
        </Box>
      </Box>
      <Typography variant="body2" color="text.secondary" component="div">
        {second.length === 0
          ? t('residents:search.noHome')
          : second.map((part, at) => (
              <span key={part.key}>
                {at > 0 && ' · '}
                {part}
              </span>
            ))}
      </Typography>
    </Box>
  )
})
