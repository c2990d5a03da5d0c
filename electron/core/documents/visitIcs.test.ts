import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { languages } from '#shared/contract/base'
import { visitIcs, withPeople } from './visitIcs'

const now = new Date('2026-11-24T08:30:00Z')
const visit = {
  id: '0193aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa',
  team: 'service',
  reason: 'lease',
  startsAt: new Date('2026-11-25T07:15:00Z'),
  endsAt: new Date('2026-11-25T07:45:00Z'),
  reference: 'K7QM2XRT9DPV',
  icsSequence: 3,
} as const
const people = { organizerName: 'Heka', organizer: 'heka@example.com', attendee: 'meija@example.com' }

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(withPeople(text, people)))
  const component = calendar.getFirstSubcomponent('vevent')!
  const value = (name: string) => component.getFirstPropertyValue(name)
  return { calendar, event: new ICAL.Event(component), value }
}

describe('a visit’s calendar entry', () => {
  it.each(languages)('says in %s when, where, and how to cancel', (language) => {
    const { method, text } = visitIcs(visit, 'confirmation', now, language)
    const { event, value, calendar } = read(text)
    expect([method, calendar.getFirstPropertyValue('method'), value('status')]).toEqual([
      'REQUEST',
      'REQUEST',
      'CONFIRMED',
    ])
    expect(event.uid).toBe(`${visit.id}@hekaoy.fi`)
    expect(event.sequence).toBe(3)
    expect(event.startDate.toJSDate()).toEqual(visit.startsAt)
    expect(event.endDate.toJSDate()).toEqual(visit.endsAt)
    expect(event.location).toContain('Viipurinkatu 2')
    expect(event.description).toContain('K7QM-2XRT-9DPV')
    expect(event.description).toContain('09 5767 3000')
    expect(event.organizer).toBe('mailto:heka@example.com')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  it('is the same entry when it is moved and when it is cancelled', () => {
    const first = read(visitIcs(visit, 'confirmation', now, 'fi').text)
    const cancelled = visitIcs({ ...visit, icsSequence: 4 }, 'cancelled', now, 'fi')
    const last = read(cancelled.text)
    expect(last.event.uid).toBe(first.event.uid)
    expect(last.event.sequence).toBeGreaterThan(first.event.sequence)
    expect([cancelled.method, last.value('status')]).toEqual(['CANCEL', 'CANCELLED'])
  })

  it('is at the right moment on every day of the year, also when the clocks change', () => {
    const quarters = fc.integer({ min: 0, max: 366 * 96 })
    fc.assert(
      fc.property(quarters, (quarter) => {
        const startsAt = new Date(Date.UTC(2027, 0, 1) + quarter * 15 * 60_000)
        const endsAt = new Date(startsAt.getTime() + 30 * 60_000)
        const { event } = read(visitIcs({ ...visit, startsAt, endsAt }, 'confirmation', now, 'fi').text)
        expect(event.startDate.toJSDate()).toEqual(startsAt)
        expect(event.endDate.toJSDate()).toEqual(endsAt)
      }),
    )
  })
})
