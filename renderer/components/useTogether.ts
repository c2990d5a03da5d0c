import { useRef, useState } from 'react'
import { type Comparing, type Kept, type Side, threeWay, withChosen, withTyped } from './threeWay'

interface TogetherOptions<Values, Field extends keyof Values & string> {
  /** What is kept of the form, in the page or in a draft; null while nothing was typed. */
  readonly kept: Kept<Values> | null
  readonly keep: (kept: Kept<Values>) => void
  /** The form as it is opened, with what was there then. */
  readonly opened: Pick<Kept<Values>, 'base' | 'values'>
  /** What is there now; null when nothing is. */
  readonly now: Values | null
  readonly comparing: Comparing<Values, Field>
  /** While it is being saved, what is saved is not called a change of somebody else's. */
  readonly saving: boolean
}

/** A form that others may save meanwhile: what it is on top of what is there now, and what is to be chosen first. */
export function useTogether<Values extends object, Field extends keyof Values & string>(
  options: TogetherOptions<Values, Field>,
) {
  const { keep, opened, comparing, saving } = options
  const [asked, setAsked] = useState(0)
  const latest = useRef(options.now)
  if (!saving) latest.current = options.now
  const now = latest.current
  const kept = options.kept ?? { ...opened, chosen: {} }
  const found = threeWay(kept, now, comparing)
  const { changed, gone, open } = found
  return {
    ...found,
    /** Something was typed that is neither saved nor given up. */
    dirty: options.kept !== null && found.typed,
    /** There is something to tell. */
    shown: gone || changed.length > 0,
    goneSide: kept.gone ?? null,
    /** What was taken away stays away: there is nothing to save. */
    givenUp: gone && kept.gone === 'theirs',
    asked,
    set: (part: Partial<Values>) => keep(withTyped(kept, now, comparing, part)),
    choose: (side: Side, field?: Field) =>
      keep(
        gone
          ? { ...kept, gone: side }
          : withChosen(
              kept,
              changed.filter((each) => field === undefined || each.field === field),
              side,
            ),
      ),
    /** Whether it can be saved; otherwise asks for the choices that are left. */
    settled: () => {
      if (open > 0) setAsked((times) => times + 1)
      return open === 0
    },
  }
}

export type Together<Values extends object, Field extends keyof Values & string> = ReturnType<
  typeof useTogether<Values, Field>
>
