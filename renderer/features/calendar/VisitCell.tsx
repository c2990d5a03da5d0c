import Box from '@mui/material/Box'
import type { HTMLAttributes, MouseEvent, PointerEvent } from 'react'
import type { VisitView } from '#shared/contract/visits'
import { useFormat } from '../../app/format'
import { visuallyHidden } from '../../app/theme'
import { StateIcon, stateTones } from './StateIcon'
import { useCellWords } from './useCellWords'

interface VisitCellProps {
  readonly visit: VisitView
  readonly rows: number
  /** Little room: the time stands at the row, and the state's word in the legend; both are heard. */
  readonly narrow: boolean
  readonly moving: boolean
  readonly usable: boolean
  readonly button: Pick<HTMLAttributes<HTMLButtonElement>, 'tabIndex' | 'onFocus'>
  readonly onPress: (event: PointerEvent) => void
  readonly onOpen: () => void
  readonly onMenu: (event: MouseEvent<HTMLElement>) => void
}

/** A booked visit: when, who, what about, and where it is. */
export function VisitCell(props: VisitCellProps) {
  const { visit, rows, narrow, moving, usable, button, onPress, onOpen, onMenu } = props
  const { time } = useFormat()
  const words = useCellWords()
  const starts = visit.startsAt === null ? '' : time(visit.startsAt)
  const whole = `${words.span(visit)} ${words.name(visit)}, ${words.reason(visit)}, ${words.state(visit)}`
  const heard = (text: string) => (
    <Box component="span" sx={visuallyHidden}>
      {text}
    </Box>
  )
  return (
    <button
      type="button"
      {...button}
      className={`visit ${stateTones[visit.state]}${moving ? ' moving' : ''}`}
      title={whole}
      aria-disabled={usable ? undefined : true}
      aria-keyshortcuts={visit.state === 'booked' ? 'M' : undefined}
      onClick={() => usable && onOpen()}
      onPointerDown={(event) => usable && onPress(event)}
      onContextMenu={(event) => {
        event.preventDefault()
        if (usable) onMenu(event)
      }}
    >
      <StateIcon state={visit.state} /> {narrow ? heard(`${starts} `) : `${starts} `}
      <strong>{words.name(visit)}</strong>
      {rows > 1 ? (
        <span className="more">
          {words.reason(visit)}
          {narrow ? heard(`, ${words.state(visit)}`) : ` · ${words.state(visit)}`}
        </span>
      ) : narrow ? (
        heard(`, ${words.reason(visit)}, ${words.state(visit)}`)
      ) : (
        ` · ${words.reason(visit)} · ${words.state(visit)}`
      )}
    </button>
  )
}
