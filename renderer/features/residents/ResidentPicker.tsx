import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react'
import type { ResidentHit } from '#shared/contract/residents'
import { describedBy, FieldFrame } from '../../components/FormField'
import { optionId, SearchPopup } from './SearchPopup'
import { useResidentSearch } from './useResidentSearch'

interface ResidentPickerProps {
  readonly ref?: Ref<HTMLInputElement>
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  readonly optional?: boolean
  readonly text: string
  readonly error?: string
  readonly onType: (text: string) => void
  readonly onChoose: (resident: { readonly id: string; readonly name: string }) => void
  /** Enter was pressed, and nobody is found by what is typed. */
  readonly onNobody?: () => void
}

/** A field in which a resident is found and chosen, as in the search on top. */
export function ResidentPicker(props: ResidentPickerProps) {
  const { ref, id, label, hint, placeholder, optional, text, error, onType, onChoose, onNobody } = props
  const listId = useId()
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const search = useResidentSearch(open ? text : '')
  const { hits, current } = search
  const at = Math.min(active, Math.max(0, hits.length - 1))
  const expanded = open && text !== ''
  const nobody = current && search.state === 'none'
  const enterWaits = useRef(false)
  // Enter pressed before it was known that nobody is found.
  useEffect(() => {
    if (!current || !enterWaits.current) return
    enterWaits.current = false
    if (nobody) onNobody?.()
  })

  const type = (typed: string) => {
    enterWaits.current = false
    setActive(0)
    setOpen(typed !== '')
    onType(typed)
  }
  const choose = (hit: ResidentHit) => {
    setOpen(false)
    onChoose({ id: hit.id, name: hit.name })
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
      else if (nobody) onNobody?.()
      else enterWaits.current = !current
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
      <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
        <Box sx={{ position: 'relative' }}>
          <OutlinedInput
            id={id}
            inputRef={ref}
            size="small"
            fullWidth
            value={text}
            placeholder={placeholder}
            onChange={({ target }) => type(target.value)}
            onKeyDown={onKeyDown}
            inputProps={{
              role: 'combobox',
              'aria-autocomplete': 'list',
              'aria-expanded': expanded,
              'aria-controls': expanded ? listId : undefined,
              'aria-activedescendant': shown ? optionId(listId, shown) : undefined,
              'aria-describedby': describedBy(id, hint, error),
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
