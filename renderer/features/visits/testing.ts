import type { VisitView } from '#shared/contract/visits'

let made = 0

/** A visit for tests: a walk-in who waits since half past nine, but for what is said otherwise. */
export function visitOf(given: Partial<VisitView> = {}): VisitView {
  made += 1
  return {
    id: `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`,
    version: 1,
    kind: 'walkIn',
    team: 'service',
    state: 'waiting',
    residentId: null,
    personKind: null,
    name: '',
    marks: [],
    reason: 'lease',
    language: 'fi',
    additionalInformation: '',
    phone: null,
    email: null,
    contactsHidden: false,
    day: '2026-11-24',
    startsAt: null,
    endsAt: null,
    lane: null,
    reference: null,
    number: `B${made}`,
    bookedAt: new Date('2026-11-24T07:30:00Z'),
    bookedBy: 'Aino Lehtinen',
    arrivedAt: new Date('2026-11-24T07:30:00Z'),
    calledAt: null,
    timesCalled: 0,
    deskNo: null,
    calledBy: null,
    transferredToDesk: null,
    transferNote: null,
    finishedAt: null,
    outcome: null,
    note: null,
    ...given,
  }
}
