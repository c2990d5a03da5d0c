import SearchIcon from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import InputAdornment from '@mui/material/InputAdornment'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { VisitDay, VisitView } from '#shared/contract/visits'
import { useShortcut } from '../../app/shortcuts'
import { useNow } from '../../app/useNow'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { ArrivalList, arrivalOptionId } from './ArrivalList'
import { ArrivalPanel } from './ArrivalPanel'
import { type ArrivalAct, actsFor } from './arrivals'
import type { useAct } from './useAct'
import { type Arrival, useArrivals } from './useArrivals'
import { useStandingWords } from './useStandingWords'
import { useWalkInHours } from './useWalkInHours'
import type { WalkIn } from './WalkInDialog'

interface ReceptionSearchProps {
  /** The field, so that the page can give it the focus back. */
  readonly field: RefObject<HTMLInputElement | null>
  readonly text: string
  readonly onType: (text: string) => void
  readonly act: ReturnType<typeof useAct>
  readonly walkIns: VisitDay['walkIns'] | undefined
  readonly mayReceive: boolean
  readonly onArrived: (visit: VisitView) => void
  readonly onSlip: (visit: VisitView) => void
  /** Gives a number to somebody who was found, or (null) to anybody. */
  readonly onNumber: (walkIn: WalkIn | null) => void
}

const walkInOf = ({ visit, resident }: Arrival): WalkIn =>
  visit
    ? {
        residentId: visit.residentId,
        personKind: visit.personKind,
        name: visit.name,
        reason: visit.reason,
        language: visit.language,
      }
    : { residentId: resident.residentId, personKind: null, name: resident.name, reason: '', language: 'fi' }

/** The one field of the reception: who has come is found as they say it, and what comes next is one key away. */
export function ReceptionSearch(props: ReceptionSearchProps) {
  const { field, text, act, walkIns, mayReceive, onType, onArrived, onSlip, onNumber } = props
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const listId = useId()
  const [at, setAt] = useState(0)
  const { arrivals, current, enabled, error, retry } = useArrivals(text)
  const chosen = arrivals[Math.min(at, arrivals.length - 1)]
  const walkInsNow = walkIns?.now ?? false
  const acts = chosen ? actsFor({ standing: chosen.standing, mayReceive, walkInsNow }) : []
  const hours = useWalkInHours()
  const now = useNow()
  useCounted(current, arrivals)

  const type = (typed: string) => {
    onType(typed)
    setAt(0)
    act.reset()
  }
  const doAct = (what: ArrivalAct | undefined) => {
    if (what === undefined || chosen === undefined || !current || act.isPending) return
    const { visit, resident } = chosen
    const residentId = visit ? visit.residentId : resident.residentId
    if (what === 'giveNumber') onNumber(walkInOf(chosen))
    else if (what === 'book') navigate(residentId === null ? '/book' : `/residents/${residentId}/book`)
    else if (visit === null) return
    else if (what === 'slip') onSlip(visit)
    else if (what === 'checkIn') {
      act.mutate({ act: 'checkIn', visit }, { onSuccess: (done) => onArrived(done.visit) })
    } else navigate(`/appointments/${visit.id}`)
  }
  useShortcut('ctrl+enter', () => doAct(acts[1]), { enabled: acts.length > 1 })

  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 }
    const to = moves[event.key]
    if (to !== undefined) setAt(Math.max(0, Math.min(arrivals.length - 1, to)))
    else if (event.key === 'Enter' && !event.ctrlKey) {
      if (chosen) doAct(acts[0])
      else if (walkInsNow && mayReceive && (text.trim() === '' || current)) onNumber(null)
    } else if (event.key === 'Escape' && text !== '') type('')
    else if (event.key === 'Escape') field.current?.blur()
    else return
    event.preventDefault()
  }
  const open = enabled && arrivals.length > 0
  return (
    <>
      <OutlinedInput
        inputRef={field}
        fullWidth
        value={text}
        placeholder={t('visits:find.placeholder')}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        startAdornment={
          <InputAdornment position="start">
            <SearchIcon aria-hidden />
          </InputAdornment>
        }
        sx={{ maxWidth: 760, fontSize: 19 }}
        inputProps={{
          role: 'combobox',
          'aria-label': t('visits:find.label'),
          'aria-autocomplete': 'list',
          'aria-expanded': open,
          'aria-controls': open ? listId : undefined,
          'aria-activedescendant': open && chosen ? arrivalOptionId(listId, chosen) : undefined,
          'aria-describedby': `${listId}-hint`,
          autoComplete: 'off',
          spellCheck: false,
          maxLength: 100,
        }}
      />
      <Typography id={`${listId}-hint`} variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
        {!open && walkIns && hours(walkIns, now)}{' '}
        {!open && walkInsNow && mayReceive && t('visits:find.enterGives')}
      </Typography>
      <Box sx={{ mt: enabled ? 1.5 : 0 }}>
        {enabled && <ErrorText error={error} onRetry={retry} />}
        {open && chosen && (
          <Box
            sx={{
              display: 'grid',
              gap: 3,
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 6fr)' },
            }}
          >
            <ArrivalList id={listId} arrivals={arrivals} active={chosen} old={!current} onChoose={setAt} />
            <ArrivalPanel
              arrival={chosen}
              acts={acts}
              walkIns={walkIns}
              busy={act.isPending}
              error={act.error}
              onAct={doAct}
            />
          </Box>
        )}
        {current && arrivals.length === 0 && <Typography>{t('visits:find.none')}</Typography>}
      </Box>
    </>
  )
}

/** Says how many may have come and how the first one stands, once typing has stopped for a moment. */
function useCounted(current: boolean, arrivals: readonly Arrival[]) {
  const { t } = useTranslation()
  const { word } = useStandingWords()
  const first = arrivals[0]
  const said =
    first === undefined
      ? t('visits:find.none')
      : `${t('visits:find.count', { count: arrivals.length })} ${word(first)}`
  useEffect(() => {
    if (!current) return
    const timer = setTimeout(() => announce(said), 500)
    return () => clearTimeout(timer)
  }, [current, said])
}
