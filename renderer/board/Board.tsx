import { useEffect, useRef, useState } from 'react'
import { useNow } from '../app/useNow'
import { arranged, type BoardCall, callKey, callsAnew } from './calls'
import { useChime } from './chime'
import { type BoardState, useBoard } from './useBoard'
import { Words } from './Words'
import type { BoardText } from './words'

const clock = new Intl.DateTimeFormat('fi-FI', {
  timeZone: 'Europe/Helsinki',
  hour: 'numeric',
  minute: '2-digit',
})

const lossTexts: Readonly<Record<NonNullable<BoardState['lost']>, BoardText>> = {
  connection: 'board:lost',
  launch: 'board:notLaunched',
}

/** The waiting room's board: whose number is called, and where to. Nobody's name is on it. */
export function Board() {
  const { shown, lost, since } = useBoard()
  const { on, toggle, chime } = useChime()
  const before = useRef<readonly BoardCall[] | null>(null)
  useEffect(() => {
    if (shown === null) return
    if (callsAnew(before.current, shown.called)) chime?.()
    before.current = shown.called
  }, [shown, chime])

  const { newest, earlier } = arranged(shown?.called ?? [])
  return (
    <div className="board">
      <header>
        <h1>
          <Words of="board:title" />
        </h1>
        <Clock told={shown?.now ?? null} />
      </header>
      <main className={lost !== null && shown !== null ? 'before' : undefined}>
        <section className="newest" aria-live="polite" aria-atomic="true">
          {newest !== null ? (
            // Called again, it draws the eye again.
            <Newest key={callKey(newest)} call={newest} />
          ) : (
            <Words
              of={shown === null && lost !== null ? lossTexts[lost] : 'board:nobody'}
              className="nobody"
            />
          )}
        </section>
        <Earlier calls={earlier} />
      </main>
      <footer>
        {lost !== null && shown !== null && (
          <p className="lost" role="status">
            <Words of={lossTexts[lost]} />
            {since !== null && (
              <span className="since">
                <Words of="board:readBefore" /> <strong>{clock.format(since)}</strong>
              </span>
            )}
          </p>
        )}
        {lost === null && shown !== null && (
          <p className="waiting">
            <Words of="board:waiting" /> <strong>{shown.waiting}</strong>
          </p>
        )}
        <button type="button" className="sound" onClick={toggle}>
          <Speaker on={on} />
          <Words of={on ? 'board:soundOff' : 'board:soundOn'} />
        </button>
      </footer>
    </div>
  )
}

function Newest({ call }: { readonly call: BoardCall }) {
  return (
    <dl className="call">
      <div className="number">
        <dt>
          <Words of="board:number" />
        </dt>
        <dd>{call.number}</dd>
      </div>
      <div className="desk">
        <dt>
          <Words of="board:desk" />
        </dt>
        <dd>{call.deskNo}</dd>
      </div>
    </dl>
  )
}

/** Those called before the newest who are still called. */
function Earlier({ calls }: { readonly calls: readonly BoardCall[] }) {
  if (calls.length === 0) return null
  return (
    <section className="earlier">
      <h2>
        <Words of="board:earlier" />
      </h2>
      <ul>
        {calls.map((call) => (
          <li key={call.number}>
            <span>{call.number}</span>
            <Arrow />
            <span>{call.deskNo}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The time in Helsinki, by the program's clock. */
function Clock({ told }: { readonly told: Date | null }) {
  const [ahead, setAhead] = useState(0)
  useEffect(() => {
    if (told !== null) setAhead(told.getTime() - Date.now())
  }, [told])
  const now = new Date(useNow().getTime() + ahead)
  return <time dateTime={now.toISOString()}>{clock.format(now)}</time>
}

function Arrow() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 11h13l-5-5 1.5-1.5L20 12l-7.5 7.5L11 18l5-5H3z" />
    </svg>
  )
}

function Speaker({ on }: { readonly on: boolean }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 9v6h4l5 5V4L7 9z" />
      {on ? (
        <path d="M14 8v8a4.5 4.5 0 0 0 0-8z" />
      ) : (
        <path d="m15 9 6 6-1.4 1.4-6-6zm4.6-1.4L21 9l-6 6-1.4-1.4z" />
      )}
    </svg>
  )
}
