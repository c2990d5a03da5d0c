import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentHit } from '#shared/contract/residents'
import { ErrorText } from '../../components/ErrorText'
import { LinesSkeleton } from '../../components/Skeletons'
import { SearchHit } from './SearchHit'
import type { ResidentSearch } from './useResidentSearch'

interface SearchPopupProps {
  readonly id: string
  readonly search: ResidentSearch
  readonly typed: string
  readonly active: number
  /** Something to say in place of hits, such as that a document was read and nobody is open. */
  readonly notice: string | null
  readonly onOpen: (hit: ResidentHit) => void
}

/** The id of a hit's option, for aria-activedescendant. */
export const optionId = (listId: string, hit: ResidentHit) => `${listId}-${hit.id}`

/** What opens under the search field: hits, or what can be searched by. */
export function SearchPopup({ id, search, typed, active, notice, onOpen }: SearchPopupProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLUListElement>(null)
  const chosen = search.hits[active]

  useEffect(() => {
    if (chosen) document.getElementById(optionId(id, chosen))?.scrollIntoView({ block: 'nearest' })
  }, [id, chosen])

  return (
    <Paper
      elevation={8}
      sx={{
        position: 'absolute',
        top: '100%',
        left: 0,
        // The field is narrow beside the rest of the bar; a hit is not.
        width: 'max(100%, 640px)',
        mt: 0.5,
        zIndex: 'modal',
        border: 1,
        borderColor: 'divider',
      }}
    >
      <Box
        component="ul"
        ref={list}
        id={id}
        role="listbox"
        aria-label={t('residents:search.results')}
        aria-busy={!search.current && search.state === 'found'}
        sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 'calc(100vh - 140px)', overflowY: 'auto' }}
      >
        {notice === null &&
          search.hits.map((hit, at) => (
            <SearchHit
              key={hit.id}
              id={optionId(id, hit)}
              hit={hit}
              typed={typed}
              active={at === active}
              onOpen={onOpen}
            />
          ))}
      </Box>
      <PopupText search={search} typed={typed} notice={notice} />
    </Paper>
  )
}

function PopupText({ search, typed, notice }: Pick<SearchPopupProps, 'search' | 'typed' | 'notice'>) {
  const { t } = useTranslation()
  if (notice !== null) return <Typography sx={{ p: 2 }}>{notice}</Typography>
  switch (search.state) {
    case 'hint':
      return <Typography sx={{ p: 2 }}>{t('residents:search.hint')}</Typography>
    case 'waiting':
      return (
        <Box sx={{ px: 2, py: 1 }}>
          <LinesSkeleton lines={3} />
        </Box>
      )
    case 'failed':
      return (
        <Box sx={{ p: 2, pb: 0 }}>
          <ErrorText error={search.error} onRetry={search.retry} />
        </Box>
      )
    case 'none':
      return (
        <Box sx={{ p: 2 }}>
          <Typography sx={{ fontWeight: 600 }}>
            {t('residents:search.none', { text: typed.trim() })}
          </Typography>
          <Typography>{t('residents:search.noneHelp')}</Typography>
        </Box>
      )
    case 'found':
      return search.more ? (
        <Typography
          variant="body2"
          color="text.secondary"
          sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider' }}
        >
          {t('residents:search.more')}
        </Typography>
      ) : null
  }
}
