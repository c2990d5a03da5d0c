import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentHit } from '#shared/contract/residents'
import { formatPhone } from '#shared/rules/contacts'
import { FieldFrame } from '../../components/FormField'
import { useTakesFocus } from '../../components/useTakesFocus'
import { optionId, SearchPopup } from '../residents/SearchPopup'
import { useCallerSearch } from './useCallerSearch'
import { callerFieldId } from './useStartCall'

interface CallerFieldProps {
  /** What was found, and the number when that is what was typed. */
  readonly onChoose: (hit: ResidentHit, number: string | null) => void
  /** A number was typed by which nobody is found. */
  readonly onNumber: (number: string) => void
  /** Left without choosing anybody: the keys of the call work then. */
  readonly onLeave: () => void
}

/** Who calls, as the agent hears it: a number, a name or an address. Enter takes the hit that is marked. */
export function CallerField({ onChoose, onNumber, onLeave }: CallerFieldProps) {
  const { t } = useTranslation()
  const listId = useId()
  const input = useTakesFocus<HTMLInputElement>()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const enterWaits = useRef(false)
  const search = useCallerSearch(text)
  const { hits, current, number } = search
  const at = Math.min(active, Math.max(0, hits.length - 1))
  const expanded = open && text !== '' && (hits.length > 0 || number === null)

  const chosenNumber = number?.number == null ? null : text.trim()
  const take = () => {
    const hit = hits[at]
    if (hit) {
      setText('')
      onChoose(hit, chosenNumber)
    } else if (number !== null) {
      setText('')
      onNumber(text.trim())
    }
  }
  // Enter pressed before the hits came takes the person only when there is no other to choose.
  useEffect(() => {
    if (!current || !enterWaits.current) return
    enterWaits.current = false
    if (hits.length <= 1) take()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 }
    const to = moves[event.key]
    if (to !== undefined && hits.length > 0) {
      setOpen(true)
      setActive(Math.max(0, Math.min(hits.length - 1, to)))
    } else if (event.key === 'Enter' && text !== '') {
      if (current) take()
      else enterWaits.current = true
    } else if (event.key === 'Escape' && expanded) setOpen(false)
    else if (event.key === 'Escape') onLeave()
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
      <FieldFrame id={callerFieldId} label={t('calls:caller.find')} hint={t('calls:caller.findHint')}>
        <Box sx={{ position: 'relative' }}>
          <OutlinedInput
            id={callerFieldId}
            inputRef={input}
            size="small"
            fullWidth
            value={text}
            onChange={({ target }) => {
              enterWaits.current = false
              setText(target.value)
              setActive(0)
              setOpen(true)
            }}
            onKeyDown={onKeyDown}
            inputProps={{
              role: 'combobox',
              'aria-autocomplete': 'list',
              'aria-expanded': expanded,
              'aria-controls': expanded ? listId : undefined,
              'aria-activedescendant': shown ? optionId(listId, shown) : undefined,
              'aria-describedby': `${callerFieldId}-hint`,
              autoComplete: 'off',
              spellCheck: false,
              maxLength: 60,
            }}
          />
          {expanded && (
            <SearchPopup
              id={listId}
              search={search}
              typed={text}
              active={at}
              notice={null}
              onOpen={(hit) => {
                setText('')
                onChoose(hit, chosenNumber)
              }}
            />
          )}
        </Box>
      </FieldFrame>
      {text !== '' && number !== null && hits.length === 0 && (
        <Alert severity="info" role="status" sx={{ mb: 2 }}>
          {number.kind === 'unreadable' && t('calls:caller.unreadable')}
          {number.kind === 'withheld' && t('calls:caller.withheld')}
          {number.kind !== 'unreadable' &&
            number.number !== null &&
            t('calls:caller.nobodyWith', { number: formatPhone(number.number) })}
        </Alert>
      )}
    </Box>
  )
}
