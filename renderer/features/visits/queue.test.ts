import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type QueueReader, queueOf } from './queue'
import { visitOf } from './testing'

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const now = at('10:00')
const me: QueueReader = { deskNo: 1, servesAsOy: false, alone: false }

const walkIn = (number: string, came: string) => visitOf({ number, arrivedAt: at(came) })
const booked = (number: string, startsAt: string, came: string) =>
  visitOf({ number, kind: 'appointment', startsAt: at(startsAt), arrivedAt: at(came) })
const numbers = (visits: readonly { readonly number: string | null }[]) => visits.map(({ number }) => number)

describe('queueOf', () => {
  it('puts the booked first whose time has come, one of the queue after two of them, and who is early last', () => {
    const visits = [
      walkIn('B1', '09:00'),
      walkIn('B2', '09:10'),
      booked('A1', '09:30', '09:25'),
      booked('A2', '09:45', '09:40'),
      booked('A3', '10:00', '09:50'),
      booked('A4', '11:00', '09:00'),
    ]
    expect(numbers(queueOf(visits, me, now).mine)).toEqual(['A1', 'A2', 'B1', 'A3', 'B2', 'A4'])
  })

  it('remembers who was called before', () => {
    const before = ['09:20', '09:50'].map((called) =>
      visitOf({
        kind: 'appointment',
        state: 'finished',
        startsAt: at('09:00'),
        arrivedAt: at('08:55'),
        calledAt: at(called),
      }),
    )
    const visits = [...before, walkIn('B1', '09:00'), booked('A3', '09:45', '09:40')]
    expect(numbers(queueOf(visits, me, now).mine)).toEqual(['B1', 'A3'])
  })

  it('counts who came late to a booking as one of the queue', () => {
    const before = ['09:45', '09:50'].map((called) =>
      visitOf({
        kind: 'appointment',
        state: 'finished',
        startsAt: at('09:00'),
        arrivedAt: at('09:20'),
        calledAt: at(called),
      }),
    )
    const visits = [...before, walkIn('B1', '09:25'), booked('A3', '09:45', '09:40')]
    expect(numbers(queueOf(visits, me, now).mine)).toEqual(['A3', 'B1'])
  })

  it('leaves to others who waits for another desk, for the others after this one, or for another team', () => {
    const visits = [
      visitOf({ number: 'B1', transferredToDesk: 2, timesCalled: 1, deskNo: 1 }),
      visitOf({ number: 'B2', timesCalled: 1, deskNo: 1 }),
      visitOf({ number: 'A1', team: 'asoy' }),
      visitOf({ number: 'B3', transferredToDesk: 1, timesCalled: 1, deskNo: 2 }),
      walkIn('B4', '08:00'),
    ]
    const { mine, others } = queueOf(visits, me, now)
    expect(numbers(mine)).toEqual(['B3', 'B4'])
    expect(numbers(others)).toEqual(['B1', 'B2', 'A1'])
    expect(numbers(queueOf(visits, { ...me, alone: true, servesAsOy: true }, now).others)).toEqual(['B1'])
  })

  it('has everybody who waits once, and nobody else', () => {
    const states = ['booked', 'waiting', 'called', 'parked', 'finished'] as const
    const visit = fc
      .record({
        state: fc.constantFrom(...states),
        transferredToDesk: fc.constantFrom(null, 1, 2),
        timesCalled: fc.nat(2),
        startsAt: fc.constantFrom(null, at('09:30'), at('10:30')),
        arrivedAt: fc.constantFrom(at('08:30'), at('09:50')),
      })
      .map((given) => visitOf({ ...given, kind: given.startsAt ? 'appointment' : 'walkIn' }))
    fc.assert(
      fc.property(fc.array(visit, { maxLength: 12 }), (visits) => {
        const { mine, others } = queueOf(visits, me, now)
        const ids = [...mine, ...others].map(({ id }) => id).toSorted()
        const waiting = visits.filter(({ state }) => state === 'waiting').map(({ id }) => id)
        expect(ids).toEqual(waiting.toSorted())
      }),
    )
  })
})
