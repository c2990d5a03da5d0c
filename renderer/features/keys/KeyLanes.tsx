import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type KeyboardEvent, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyView } from '#shared/contract/keyViews'
import { holderIcons } from './icons'
import { KeyToken } from './KeyToken'
import { type Lane, lanesOf } from './lanes'
import { useKeyWords } from './useKeyWords'

interface KeyLanesProps {
  readonly keys: readonly KeyView[]
  readonly chosen: readonly string[]
  readonly onToggle: (id: string) => void
}

const arrows: Readonly<Record<string, readonly [lane: number, token: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Moves the focus among the tokens: along a lane, or to the nearest lane that has some. */
function moveFocus(picture: HTMLElement, event: KeyboardEvent) {
  const arrow = arrows[event.key]
  if (!arrow || event.ctrlKey || event.altKey || event.metaKey) return
  event.preventDefault()
  const lanes = [...picture.querySelectorAll('[data-lane]')]
    .map((lane) => [...lane.querySelectorAll<HTMLElement>('button')])
    .filter((tokens) => tokens.length > 0)
  const at = lanes.findIndex((tokens) => tokens.includes(event.target as HTMLElement))
  const row = lanes[at]?.indexOf(event.target as HTMLElement) ?? 0
  const lane = lanes[at + arrow[0]] ?? lanes[at]
  lane?.[Math.min(row + arrow[1], lane.length - 1)]?.focus()
}

/**
 * Where the keys of a home are, in one picture: a lane for each who can have them, always in the same order, and a token for
 * each key. The arrows lead from token to token; Enter and the space bar choose.
 */
export function KeyLanes({ keys, chosen, onToggle }: KeyLanesProps) {
  const { t } = useTranslation()
  const picture = useRef<HTMLDivElement>(null)
  const unused = keys.filter(({ active }) => !active)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a quicker way among buttons that Tab comes to
    <div ref={picture} onKeyDown={(event) => picture.current && moveFocus(picture.current, event)}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(6, minmax(0, 1fr))' },
          gap: 1,
          alignItems: 'stretch',
        }}
      >
        {lanesOf(keys).map((lane) => (
          <LaneOf key={lane.kind} lane={lane} chosen={chosen} onToggle={onToggle} />
        ))}
      </Box>
      {unused.length > 0 && (
        <Box data-lane sx={{ mt: 2 }}>
          <Typography variant="h3" sx={{ mb: 0.5 }}>
            {t('keys:lanes.unused')}
          </Typography>
          <Tokens keys={unused} chosen={chosen} onToggle={onToggle} columns />
        </Box>
      )}
    </div>
  )
}

interface LaneProps extends Omit<KeyLanesProps, 'keys'> {
  readonly lane: Lane
}

function LaneOf({ lane: { kind, count, holdings }, chosen, onToggle }: LaneProps) {
  const { t } = useTranslation()
  const words = useKeyWords()
  const id = useId()
  const alarming = kind === 'lost' && count > 0
  const named = kind === 'resident' || kind === 'grantee'
  return (
    <Box
      data-lane
      role="group"
      aria-labelledby={id}
      sx={{
        minWidth: 0,
        p: 1,
        border: 1,
        borderColor: alarming ? 'error.main' : 'divider',
        borderTop: 4,
        borderTopColor: alarming ? 'error.main' : count > 0 ? 'primary.main' : 'divider',
        bgcolor: count > 0 ? 'background.paper' : 'transparent',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, mb: 1 }}>
        <Box
          component="span"
          aria-hidden
          sx={{ display: 'flex', color: alarming ? 'error.main' : undefined }}
        >
          {holderIcons[kind]}
        </Box>
        <Typography
          variant="h3"
          id={id}
          sx={{ flex: 1, fontSize: 16, color: alarming ? 'error.main' : undefined }}
        >
          {t(`keys:lane.${kind}`, { count })}
        </Typography>
      </Box>
      {count === 0 && <Typography color="text.secondary">{t('keys:lanes.none')}</Typography>}
      {holdings.map((holding) => (
        <Box key={holding.key} sx={{ '& + &': { mt: 1.5 } }}>
          {named && (
            <Typography variant="body2" sx={{ fontWeight: 600, mb: 0.5, overflowWrap: 'anywhere' }}>
              {holding.holder.residentId !== null ? (
                <a href={`#/residents/${holding.holder.residentId}/keys`}>{words.holder(holding.holder)}</a>
              ) : (
                (holding.holder.name ?? words.holder(holding.holder))
              )}
            </Typography>
          )}
          <Tokens keys={holding.keys} chosen={chosen} onToggle={onToggle} />
        </Box>
      ))}
    </Box>
  )
}

interface TokensProps extends KeyLanesProps {
  readonly columns?: boolean
}

function Tokens({ keys, chosen, onToggle, columns = false }: TokensProps) {
  return (
    <Box
      component="ul"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        display: 'grid',
        gap: 0.75,
        gridTemplateColumns: columns ? 'repeat(auto-fill, minmax(180px, 1fr))' : 'minmax(0, 1fr)',
      }}
    >
      {keys.map((each) => (
        <li key={each.id}>
          <KeyToken shown={each} chosen={chosen.includes(each.id)} onToggle={() => onToggle(each.id)} />
        </li>
      ))}
    </Box>
  )
}
