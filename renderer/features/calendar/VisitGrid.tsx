import Box from '@mui/material/Box'
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { useFormat } from '../../app/format'
import { momentAt } from './days'
import { GridHead } from './GridHead'
import { gridStyle } from './gridStyle'
import type { Cell, Column, DayHours, Layout, Moving } from './layout'
import { type Direction, neighbour, type Spot, spotsOf } from './neighbour'
import type { View } from './place'
import { useCellWords } from './useCellWords'
import type { Step } from './useDrag'
import type { Target } from './useMove'
import { VisitCell } from './VisitCell'

interface VisitGridProps {
  readonly view: View
  readonly days: readonly DayHours[]
  readonly layout: Layout
  readonly moving: Moving | null
  /** The one step that Tab comes to. */
  readonly active: Spot | undefined
  readonly onActive: (step: Step, focus: boolean) => void
  readonly onTurn: (by: 1 | -1) => void
  readonly onDay: (day: string) => void
  readonly onOpen: (visit: VisitView) => void
  readonly onMenu: (visit: VisitView, at: HTMLElement) => void
  /** A free time was chosen: to book, or for the visit that is being moved. */
  readonly onFree: (target: Target) => void
  readonly onMove: (visit: VisitView) => void
  readonly onStop: () => void
  readonly onPress: (event: PointerEvent, visit: VisitView, row: number) => void
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
}

/** The days and their desks as a grid: one Tab stop, arrow keys between what can be acted on. */
export function VisitGrid(props: VisitGridProps) {
  const { view, days, layout, moving, active, onActive } = props
  const { t } = useTranslation()
  const { time } = useFormat()
  const spots = useRef<readonly Spot[]>([])
  spots.current = spotsOf(layout)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const direction = directions[event.key]
    const cell = active && layout.columns[active.column]?.cells[active.row]
    if (direction !== undefined && active) {
      const next = neighbour(spots.current, active, direction)
      if (next) onActive(next, true)
    } else if (event.key === 'PageDown') props.onTurn(1)
    else if (event.key === 'PageUp') props.onTurn(-1)
    else if (event.key === 'Escape' && moving) props.onStop()
    else if (event.key.toLowerCase() === 'm' && cell?.kind === 'visit' && !moving) props.onMove(cell.visit)
    else return
    event.preventDefault()
  }
  const dayBegins = (column: number) =>
    column > 0 && layout.columns[column - 1]?.day !== layout.columns[column]?.day
  return (
    <Box
      component="table"
      role="grid"
      aria-labelledby="calendar-days"
      aria-describedby="calendar-keys"
      sx={gridStyle}
      onKeyDown={onKeyDown}
    >
      <GridHead view={view} days={days} columns={layout.columns} onDay={props.onDay} />
      <tbody>
        {layout.minutes.map((minute, row) => (
          <tr key={minute} className={minute % 60 === 0 ? 'hour' : undefined}>
            <th scope="row">{time(momentAt(days[0]?.day ?? '', minute))}</th>
            {layout.columns.map((column, index) => (
              <GridCell
                key={`${column.day}/${column.lane}`}
                grid={props}
                column={column}
                at={{ column: index, row }}
                begins={dayBegins(index)}
                walkIn={view === 'day' ? t('calendar:cell.walkIn') : null}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  )
}

interface GridCellProps {
  readonly grid: VisitGridProps
  readonly column: Column
  readonly at: Step
  readonly begins: boolean
  readonly walkIn: string | null
}

function GridCell({ grid, column, at, begins, walkIn }: GridCellProps) {
  const { active, moving, layout, view } = grid
  const { t } = useTranslation()
  const { time } = useFormat()
  const words = useCellWords()
  const cell: Cell | undefined = column.cells[at.row]
  if (cell === undefined || cell.kind === 'covered') return null
  const isActive = active?.column === at.column && active.row === at.row
  const activeCell = active && layout.columns[active.column]?.cells[active.row]
  const previewed =
    moving !== null &&
    active?.column === at.column &&
    activeCell?.kind === 'free' &&
    active.row <= at.row &&
    at.row < active.row + Math.ceil(moving.minutes / 15)
  const data = { 'data-column': at.column, 'data-row': at.row }
  const place = (name: string) =>
    [name, begins && 'dayBegins', previewed && 'preview'].filter(Boolean).join(' ')
  const button = { tabIndex: isActive ? 0 : -1, onFocus: () => grid.onActive(at, false) }
  switch (cell.kind) {
    case 'visit': {
      const { visit, rows, usable } = cell
      return (
        <td {...data} rowSpan={rows} className={place('holdsVisit')}>
          <VisitCell
            visit={visit}
            rows={rows}
            narrow={view === 'week'}
            moving={moving?.visit.id === visit.id}
            usable={usable}
            button={button}
            onOpen={() => (moving ? grid.onStop() : grid.onOpen(visit))}
            onPress={(event) => grid.onPress(event, visit, at.row)}
            onMenu={(event: MouseEvent<HTMLElement>) => grid.onMenu(visit, event.currentTarget)}
          />
        </td>
      )
    }
    case 'free': {
      const where = words.place(cell.startsAt, column.lane)
      return (
        <td {...data} className={place('')}>
          <button
            type="button"
            className="free"
            {...button}
            aria-label={
              moving
                ? t('calendar:cell.moveHere', { place: where })
                : t('calendar:cell.free', { place: where })
            }
            aria-disabled={cell.usable ? undefined : true}
            onClick={() => cell.usable && grid.onFree({ startsAt: cell.startsAt, lane: column.lane })}
          >
            <span aria-hidden>+ {time(cell.startsAt)}</span>
          </button>
        </td>
      )
    }
    case 'walkIn':
      return (
        <td {...data} className={place('walkIn')}>
          {cell.first && walkIn !== null && <span>{walkIn}</span>}
        </td>
      )
    default:
      return <td {...data} className={place(cell.kind)} />
  }
}
