import type { VisitView } from '#shared/contract/visits'
import { calledFrom, whoIsNext } from '#shared/rules/callNext'

/** Who looks at the queue. */
export interface QueueReader {
  readonly deskNo: number
  /** Whether this person serves As Oy residents, who are called by their own team. */
  readonly servesAsOy: boolean
  /** Whether nobody else has a desk: then those who were handed back from here come here again. */
  readonly alone: boolean
}

export interface Queue {
  /** Those who may be called to this desk, in the order of their turn. */
  readonly mine: readonly VisitView[]
  /** Those who wait for another desk or another team. */
  readonly others: readonly VisitView[]
}

const isFor = (visit: VisitView, { deskNo, servesAsOy, alone }: QueueReader) => {
  if (visit.team === 'asoy' && !servesAsOy) return false
  if (visit.transferredToDesk !== null) return visit.transferredToDesk === deskNo
  return alone || visit.timesCalled === 0 || visit.deskNo !== deskNo
}

/** From which of the two the latest calls were, the latest first, as far as the day's list tells. */
const lastCalled = (visits: readonly VisitView[]) =>
  visits
    .flatMap(({ startsAt, arrivedAt, calledAt }) =>
      calledAt === null || arrivedAt === null
        ? []
        : [{ from: calledFrom({ startsAt, arrivedAt }), at: calledAt.getTime() }],
    )
    .toSorted((a, b) => b.at - a.at)
    .map(({ from }) => from)

/**
 * The queue as it would be called to a desk if nobody else came: `whoIsNext` asked again and again. Who waits and has been
 * called before was handed over. The desk itself decides anew at each call; this shows what to expect.
 */
export function queueOf(visits: readonly VisitView[], reader: QueueReader, now: Date): Queue {
  const waiting = visits.filter(({ state }) => state === 'waiting')
  const left = new Map(waiting.filter((visit) => isFor(visit, reader)).map((visit) => [visit.id, visit]))
  const others = waiting.filter(({ id }) => !left.has(id))
  const calls = [...lastCalled(visits)]
  const mine: VisitView[] = []
  for (;;) {
    const next = whoIsNext({
      waiting: [...left.values()].flatMap(({ arrivedAt, ...visit }) =>
        arrivedAt === null ? [] : [{ ...visit, arrivedAt, transferred: visit.timesCalled > 0 }],
      ),
      deskNo: reader.deskNo,
      lastCalled: calls,
      now,
    })
    const visit = next === null ? undefined : left.get(next.id)
    if (visit === undefined) return { mine, others }
    mine.push(visit)
    left.delete(visit.id)
    if (visit.arrivedAt !== null) calls.unshift(calledFrom({ ...visit, arrivedAt: visit.arrivedAt }))
  }
}
