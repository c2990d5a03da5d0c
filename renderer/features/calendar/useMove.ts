import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import type { VisitRules } from '#shared/rules/visitTimetable'
import { announce } from '../../components/Live'
import type { Moving } from './layout'

/** A time and a desk that a visit is to be moved to; `lane` is null for any desk that is free. */
export interface Target {
  readonly startsAt: Date
  readonly lane: number | null
}

interface Asked extends Target {
  readonly dragged: boolean
}

/** A visit on its way to another time: taken up, a place chosen, confirmed or given up. */
export function useMove(rules: Pick<VisitRules, 'minutes'> | undefined) {
  const { t } = useTranslation()
  const [moving, setMoving] = useState<Moving | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const end = () => {
    setAsked(null)
    setMoving(null)
  }
  return {
    moving,
    /** The place that is being confirmed. */
    asked,
    begin: (visit: VisitView) => {
      if (rules === undefined || visit.state !== 'booked') {
        announce(t('calendar:move.onlyBooked'))
        return
      }
      setMoving({ visit, minutes: rules.minutes[visit.reason] })
      announce(t('calendar:move.began', { name: visit.name }))
    },
    ask: (target: Target, dragged: boolean) => setAsked({ ...target, dragged }),
    /** Back from the question: to choosing with the keyboard, or, after a drag, to where it was. */
    back: () => (asked?.dragged ? end() : setAsked(null)),
    stop: () => {
      end()
      announce(t('calendar:move.stopped'))
    },
    end,
  }
}
