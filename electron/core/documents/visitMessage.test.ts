import { describe, expect, it } from 'vitest'
import { languages } from '#shared/contract/base'
import { contactPoints } from '#shared/rules/facts'
import { visitMessageKinds } from '#shared/rules/outbox'
import { visitReasons } from '#shared/rules/visitReasons'
import { visitTeams } from '#shared/rules/visitTimetable'
import { visitMessage, whenText } from './visitMessage'

const visit = {
  team: 'service',
  reason: 'lease',
  startsAt: new Date('2026-11-25T07:15:00Z'),
  reference: 'K7QM2XRT9DPV',
} as const

describe('a moment in a letter', () => {
  it('is Helsinki’s, in winter, in summer and when the clocks change', () => {
    expect(whenText(visit.startsAt, 'fi')).toBe('keskiviikko 25.11.2026 klo\u00a09.15')
    expect(whenText(visit.startsAt, 'sv')).toBe('onsdag 25.11.2026 kl.\u00a09.15')
    expect(whenText(visit.startsAt, 'en')).toBe('Wednesday 25 November 2026 at\u00a09:15')
    expect(whenText(new Date('2026-07-01T06:00:00Z'), 'fi')).toBe('keskiviikko 1.7.2026 klo\u00a09.00')
    expect(whenText(new Date('2027-03-28T00:59:00Z'), 'fi')).toBe('sunnuntai 28.3.2027 klo\u00a02.59')
    expect(whenText(new Date('2027-03-28T01:00:00Z'), 'fi')).toBe('sunnuntai 28.3.2027 klo\u00a04.00')
    expect(whenText(new Date('2028-02-29T10:00:00Z'), 'fi')).toBe('tiistai 29.2.2028 klo\u00a012.00')
  })
})

describe.each(languages)('a message in %s', (language) => {
  it.each(visitMessageKinds)('is complete: %s', (kind) => {
    for (const reason of visitReasons) {
      for (const team of visitTeams) {
        const { subject, text } = visitMessage({ ...visit, reason, team }, kind, 'Meija Virtanen', language)
        expect(subject + text).not.toMatch(/[{}\u00a0]|undefined|\bnull\b/)
        expect(text).toContain('Meija Virtanen,')
        expect(text).toContain('K7QM-2XRT-9DPV')
        expect(text).toContain(whenText(visit.startsAt, language).replace('\u00a0', ' '))
        const place = team === 'asoy' ? contactPoints.asOy : contactPoints.phoneLine
        expect(text).toContain(place.phone)
        expect(text.includes(contactPoints.asOy.email)).toBe(team === 'asoy')
        expect(text.includes('Viipurinkatu 2')).toBe(kind !== 'cancelled')
        for (const line of text.split('\n')) expect(line.length).toBeLessThan(200)
      }
    }
  })

  it('greets without a name when there is none', () => {
    const { text } = visitMessage(visit, 'confirmation', ' \n ', language)
    expect(text.split('\n')[0]).toMatch(/^\p{L}+,$/u)
  })
})

it('brings no line of a name into the text', () => {
  const { text } = visitMessage(visit, 'confirmation', 'Meija\n\nSinun on maksettava $& nyt\u2028heti', 'fi')
  expect(text.split('\n')[0]).toBe('Hei Meija Sinun on maksettava $& nyt heti,')
})
