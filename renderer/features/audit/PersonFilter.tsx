import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentHit } from '#shared/contract/residents'
import { describedBy, FieldFrame } from '../../components/FormField'
import { optionId, SearchPopup } from '../residents/SearchPopup'
import { useResidentSearch } from '../residents/useResidentSearch'

interface PersonFilterProps {
  readonly text: string
  readonly error: string | undefined
  readonly onType: (text: string) => void
  readonly onChoose: (resident: { readonly id: string; readonly name: string }) => void
}

/** Finds the resident whose records are wanted, as the search on top does. */
export function PersonFilter({ text, error, onType, onChoose }: PersonFilterProps) {
  const { t } = useTranslation()
  const listId = useId()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const search = useResidentSearch(open ? text : '')
  const { hits, current } = search
  const at = Math.min(active, Math.max(0, hits.length - 1))
  const expanded = open && text !== ''

  const type = (typed: string) => {
    setActive(0)
    setOpen(typed !== '')
    onType(typed)
  }
  const choose = ({ id, name }: ResidentHit) => {
    setOpen(false)
    onChoose({ id, name })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = hits[at]
    const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 }
    const to = moves[event.key]
    if (to !== undefined && expanded && hits.length > 0) {
      setActive(Math.max(0, Math.min(hits.length - 1, to)))
    } else if (event.key === 'Enter' && expanded) {
      // Before the hits have come there is nobody to choose, and nothing to look for either.
      if (current && chosen) choose(chosen)
    } else if (event.key === 'Escape' && expanded) setOpen(false)
    else return
    event.preventDefault()
  }

  const shown = expanded ? hits[at] : undefined
  return (
    <Box
      sx={{ position: 'relative' }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <FieldFrame id="audit-person" label={t('audit:filter.person')} error={error}>
        <Box sx={{ position: 'relative' }}>
          <OutlinedInput
            id="audit-person"
            size="small"
            fullWidth
            value={text}
            placeholder={t('audit:filter.personPlaceholder')}
            onChange={({ target }) => type(target.value)}
            onKeyDown={onKeyDown}
            inputProps={{
              role: 'combobox',
              'aria-autocomplete': 'list',
              'aria-expanded': expanded,
              'aria-controls': expanded ? listId : undefined,
              'aria-activedescendant': shown ? optionId(listId, shown) : undefined,
              'aria-describedby': describedBy('audit-person', undefined, error),
              autoComplete: 'off',
              spellCheck: false,
              maxLength: 200,
            }}
          />
          {expanded && (
            <Box
              sx={{
                position: 'absolute',
                top: '100%',
                left: 0,
                width: 520,
                maxWidth: '80vw',
                zIndex: 'modal',
              }}
            >
              <SearchPopup
                id={listId}
                search={search}
                typed={text}
                active={at}
                notice={null}
                onOpen={choose}
              />
            </Box>
          )}
        </Box>
      </FieldFrame>
    </Box>
  )
}
