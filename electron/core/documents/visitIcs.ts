import ical, { foldLines, ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from 'ical-generator'
import type { Language } from '#shared/contract/base'
import type { VisitMessageKind } from '#shared/rules/outbox'
import { asOneLine, calendarTitle, placeText, type VisitToTell, visitContent } from './visitMessage'

export interface VisitEntry extends VisitToTell {
  readonly id: string
  readonly startsAt: Date
  readonly endsAt: Date
  /** Higher than in every earlier entry of this visit. */
  readonly icsSequence: number
}

/** A calendar entry as iCalendar text, and what a calendar is to do with it. */
export interface VisitIcs {
  readonly method: 'REQUEST' | 'CANCEL'
  readonly text: string
}

/**
 * A visit's calendar entry (RFC 5545, RFC 5546). It has the same UID for all of the visit's life: a later sequence
 * replaces or cancels what the customer's calendar has. Times are UTC, so that no calendar needs to know Helsinki's zone.
 * Who sends it is not known before it goes out: `withPeople` adds that.
 */
export function visitIcs(visit: VisitEntry, kind: VisitMessageKind, now: Date, language: Language): VisitIcs {
  const cancelled = kind === 'cancelled'
  const content = visitContent(visit, cancelled ? 'cancelled' : 'confirmation', language)
  const calendar = ical({
    prodId: { company: 'Helsingin kaupungin asunnot Oy', product: 'Heka Desk', language },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  })
  calendar.createEvent({
    id: `${visit.id}@hekaoy.fi`,
    sequence: visit.icsSequence,
    stamp: now,
    start: visit.startsAt,
    end: visit.endsAt,
    summary: calendarTitle(language),
    location: placeText(language),
    description: [
      content.facts.map(({ label, text }) => `${label}: ${text}`).join('\n'),
      ...content.sections.map(({ heading, items, texts }) => [heading, ...items, ...texts].join('\n')),
    ]
      .join('\n\n')
      .replaceAll('\u00a0', ' '),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
  })
  return { method: cancelled ? 'CANCEL' : 'REQUEST', text: calendar.toString() }
}

/** Who gives the appointment and who comes, as an entry names them; e-mail addresses as `normaliseEmail` gives them. */
export interface EntryPeople {
  readonly organizerName: string
  readonly organizer: string
  readonly attendee: string
}

/** The entry with its organiser and its attendee, without whom calendars do not take a request. Nobody is asked to answer. */
export function withPeople(ics: string, { organizerName, organizer, attendee }: EntryPeople): string {
  const people = [
    `ORGANIZER;CN="${asOneLine(organizerName).replace(/["^]/g, '')}":mailto:${organizer}`,
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${attendee}`,
  ]
  const at = ics.lastIndexOf('END:VEVENT')
  return `${ics.slice(0, at)}${people.map(foldLines).join('\r\n')}\r\n${ics.slice(at)}`
}
