import SearchIcon from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { ResidentHit } from '#shared/contract/residents'
import { serving, useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { handOverScan } from '../identity/scanHandover'
import { useDocumentScanner } from '../identity/useDocumentScanner'
import { optionId, SearchPopup } from './SearchPopup'
import { useResidentSearch } from './useResidentSearch'

/** The field on top of every page that finds residents as they are typed; only for those who serve them. */
export function SearchField() {
  const may = useMay()
  return may(...serving) ? <ResidentSearchField /> : null
}

function ResidentSearchField() {
  const { t } = useTranslation()
  const [location, navigate] = useHashLocation()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [notice, setNotice] = useState<string | null>(null)
  const enterWaits = useRef(false)
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const search = useResidentSearch(open ? text : '')
  const { hits, current } = search
  const at = Math.min(active, Math.max(0, hits.length - 1))

  const type = (typed: string) => {
    setText(typed)
    setActive(0)
    setNotice(null)
    setOpen(typed !== '')
    enterWaits.current = false
  }
  const openHit = (hit: ResidentHit) => {
    type('')
    input.current?.blur()
    const address = `/residents/${hit.id}`
    // The page of the same person is there already, so that arriving does not move the focus.
    if (location === address) document.querySelector('h1')?.focus()
    else navigate(address)
  }
  const focus = () => {
    input.current?.focus()
    input.current?.select()
  }
  useShortcut('ctrl+k', focus)
  useShortcut('/', focus)

  useDocumentScanner(
    (scanned) => {
      const id = /^\/residents\/([^/]+)/.exec(location)?.[1]
      type('')
      if (id !== undefined) {
        handOverScan(scanned)
        // Where who may act is asked, the document is of whoever is here.
        const takes =
          /^\/residents\/[^/]+\/(identify|ask|requests\/new|keys\/(return|pickup)(\/[^/]+)?)$/.test(location)
        if (!takes) navigate(`/residents/${id}/identify`)
        return
      }
      setNotice(t('residents:search.scanWithoutResident'))
      setOpen(true)
      announce(t('residents:search.scanWithoutResident'))
      input.current?.focus()
    },
    () => box.current?.closest('[inert]') === null,
  )

  useCounted(open && current ? search.state : 'hint', hits.length, search.more)

  // Enter pressed before the hits came opens the person only when there is no other to choose.
  const only = current && hits.length === 1 ? hits[0] : undefined
  useEffect(() => {
    if (!current || !enterWaits.current) return
    enterWaits.current = false
    if (only !== undefined) openHit(only)
  })

  const move = (to: number) => {
    setOpen(true)
    setActive(Math.max(0, Math.min(hits.length - 1, to)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = hits[at]
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: hits.length - 1,
    }
    const to = moves[event.key]
    if (to !== undefined && hits.length > 0) move(to)
    else if (event.key === 'ArrowDown' && text !== '') setOpen(true)
    else if (event.key === 'Enter' && open) {
      if (current && chosen) openHit(chosen)
      else enterWaits.current = !current
    } else if (event.key === 'Escape' && open) {
      setOpen(false)
      setNotice(null)
    } else if (event.key === 'Escape' && text !== '') type('')
    else return
    event.preventDefault()
  }

  const expanded = open && (notice !== null || text !== '')
  const chosen = expanded && notice === null ? hits[at] : undefined
  return (
    <Box
      ref={box}
      role="search"
      sx={{ position: 'relative', width: '100%', maxWidth: 720 }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      <OutlinedInput
        inputRef={input}
        fullWidth
        size="small"
        value={text}
        placeholder={t('residents:search.placeholder')}
        onChange={(event) => type(event.target.value)}
        onFocus={() => setOpen(text !== '')}
        onKeyDown={onKeyDown}
        startAdornment={
          <InputAdornment position="start">
            <SearchIcon aria-hidden />
          </InputAdornment>
        }
        endAdornment={text === '' && <KeyHint keys="/" />}
        inputProps={{
          role: 'combobox',
          'aria-label': t('residents:search.label'),
          'aria-autocomplete': 'list',
          'aria-expanded': expanded,
          'aria-controls': expanded ? listId : undefined,
          'aria-activedescendant': chosen ? optionId(listId, chosen) : undefined,
          'aria-keyshortcuts': 'Control+K /',
          autoComplete: 'off',
          spellCheck: false,
          maxLength: 200,
        }}
      />
      {expanded && (
        <SearchPopup id={listId} search={search} typed={text} active={at} notice={notice} onOpen={openHit} />
      )}
    </Box>
  )
}

/** Says how many were found, once typing has stopped for a moment. */
function useCounted(state: string, count: number, more: boolean) {
  const { t } = useTranslation()
  useEffect(() => {
    if (state !== 'found' && state !== 'none') return
    const many = more
      ? t('residents:search.countMore', { shown: count })
      : t('residents:search.count', { count })
    const said = count === 0 ? t('residents:search.noneFound') : many
    const timer = setTimeout(() => announce(said), 500)
    return () => clearTimeout(timer)
  }, [state, count, more, t])
}
