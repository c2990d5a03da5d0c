import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { HELSINKI } from './localDay'
import {
  linkLifetimeHours,
  mayTick,
  nextStep,
  type PortalOccupancy,
  portalEligibility,
  portalSteps,
  type RegistrationRecord,
  registrationState,
} from './portalRegistration'

const today = '2026-11-25'

const occupancy = (
  changes: Partial<Omit<PortalOccupancy, 'lease'>> & { lease?: Partial<PortalOccupancy['lease']> } = {},
): PortalOccupancy => ({
  role: 'mainTenant',
  from: '2024-02-01',
  to: null,
  ...changes,
  lease: {
    signedOn: '2024-01-10',
    beginsOn: '2024-02-01',
    endsOn: null,
    noticeGivenOn: null,
    ...changes.lease,
  },
})
const future = { signedOn: '2026-11-25', beginsOn: '2026-12-01' }

const eligibility = (
  occupancies: readonly PortalOccupancy[] = [occupancy()],
  person: { birthDate?: string | null; diedOn?: string | null } = {},
) => {
  const result = portalEligibility({ birthDate: '1985-07-04', diedOn: null, ...person, occupancies, today })
  return result.ok ? result.value : result.refusal
}

describe('portalEligibility', () => {
  it('is open to those of legal age in the register', () => {
    expect(eligibility()).toEqual({ featuresOpenOn: null, mainTenant: true })
    expect(eligibility([occupancy({ role: 'resident' })])).toEqual({
      featuresOpenOn: null,
      mainTenant: false,
    })
    expect(
      eligibility([occupancy({ lease: { noticeGivenOn: '2026-11-01', endsOn: '2026-11-30' } })]),
    ).toEqual({
      featuresOpenOn: null,
      mainTenant: true,
    })
  })

  it('opens on the eighteenth birthday', () => {
    expect(eligibility(undefined, { birthDate: '2008-11-25' })).toMatchObject({ featuresOpenOn: null })
    expect(eligibility(undefined, { birthDate: '2008-11-26' })).toBe('minor')
  })

  it('is open from signing, with the features from the beginning of the lease', () => {
    expect(eligibility([occupancy({ from: '2026-12-01', lease: future })])).toEqual({
      featuresOpenOn: '2026-12-01',
      mainTenant: true,
    })
    expect(eligibility([occupancy({ from: '2026-12-01', lease: { ...future, signedOn: null } })])).toBe(
      'leaseNotSigned',
    )
    expect(
      eligibility([occupancy({ from: '2026-12-01', lease: { ...future, signedOn: '2026-11-26' } })]),
    ).toBe('leaseNotSigned')
    expect(eligibility([occupancy({ from: today, lease: { ...future, beginsOn: today } })])).toEqual({
      featuresOpenOn: null,
      mainTenant: true,
    })
  })

  it('opens the features to one who moves in later on the day of moving in', () => {
    expect(eligibility([occupancy({ role: 'resident', from: '2026-12-05' })])).toEqual({
      featuresOpenOn: '2026-12-05',
      mainTenant: false,
    })
    // A main tenant's lease is what opens them, whenever the furniture comes.
    expect(eligibility([occupancy({ from: '2026-12-05' })])).toEqual({
      featuresOpenOn: null,
      mainTenant: true,
    })
  })

  it('ends with the lease, after its last day', () => {
    expect(eligibility([occupancy({ lease: { endsOn: today } })])).toMatchObject({ featuresOpenOn: null })
    expect(eligibility([occupancy({ lease: { endsOn: '2026-11-24' } })])).toBe('leaseEnded')
    expect(eligibility([occupancy({ to: '2026-11-24', lease: { endsOn: '2026-11-24' } })])).toBe('leaseEnded')
  })

  it('ends with moving out', () => {
    expect(eligibility([occupancy({ to: today })])).toMatchObject({ featuresOpenOn: null })
    expect(eligibility([occupancy({ to: '2026-11-24' })])).toBe('notInHousingRegister')
    expect(eligibility([occupancy({ to: '2026-11-24', lease: { signedOn: null } })])).toBe(
      'notInHousingRegister',
    )
    expect(eligibility([])).toBe('notInHousingRegister')
  })

  it('takes the best of several homes', () => {
    const old = occupancy({ to: '2025-01-31', lease: { endsOn: '2025-01-31' } })
    const coming = occupancy({ role: 'resident', from: '2026-12-01', lease: future })
    expect(eligibility([old, coming])).toEqual({ featuresOpenOn: '2026-12-01', mainTenant: false })
    expect(eligibility([old, coming, occupancy()])).toEqual({ featuresOpenOn: null, mainTenant: true })
    expect(eligibility([old, { ...coming, lease: { ...coming.lease, signedOn: null } }])).toBe(
      'leaseNotSigned',
    )
  })

  it('is not for the dead, and needs a birth date', () => {
    expect(eligibility(undefined, { diedOn: '2026-11-01' })).toBe('deceased')
    expect(eligibility(undefined, { birthDate: null })).toBe('birthDateUnknown')
  })
})

const started = new Date('2026-11-24T10:00:00Z')
const hoursLater = (hours: number) => new Date(started.getTime() + hours * 3_600_000)
const record = (changes: Partial<RegistrationRecord> = {}): RegistrationRecord => ({
  identifiedAt: started,
  usernameCreatedAt: null,
  linkSentAt: null,
  confirmedAt: null,
  registeredAt: null,
  closedAt: null,
  ...changes,
})
const sent = record({ usernameCreatedAt: started, linkSentAt: started })
const stateAt = (one: RegistrationRecord, now: Date) => registrationState(one, now).state

describe('registrationState', () => {
  it('follows the steps', () => {
    expect(registrationState(record(), hoursLater(1))).toEqual({ state: 'identified', linkExpiresAt: null })
    expect(stateAt(record({ usernameCreatedAt: started }), hoursLater(100))).toBe('usernameCreated')
    expect(registrationState(sent, hoursLater(1))).toEqual({
      state: 'linkSent',
      linkExpiresAt: hoursLater(24),
    })
    expect(stateAt({ ...sent, confirmedAt: hoursLater(1) }, hoursLater(100))).toBe('confirmed')
    expect(
      stateAt({ ...sent, confirmedAt: hoursLater(1), registeredAt: hoursLater(2) }, hoursLater(100)),
    ).toBe('registered')
    expect(stateAt({ ...sent, registeredAt: hoursLater(2), closedAt: hoursLater(3) }, hoursLater(100))).toBe(
      'closed',
    )
  })

  it('lets the link die after 24 hours', () => {
    expect(stateAt(sent, new Date(hoursLater(24).getTime() - 1))).toBe('linkSent')
    expect(stateAt(sent, hoursLater(24))).toBe('expired')
  })

  it('counts elapsed hours over both changes of the clocks', () => {
    const helsinki = (text: string) => DateTime.fromISO(text, { zone: HELSINKI }).toJSDate()
    const expiryOf = (text: string) => {
      const { linkExpiresAt } = registrationState({ ...sent, linkSentAt: helsinki(text) }, helsinki(text))
      return (
        linkExpiresAt && DateTime.fromJSDate(linkExpiresAt, { zone: HELSINKI }).toFormat('yyyy-MM-dd HH:mm')
      )
    }
    expect(expiryOf('2026-03-28T15:00')).toBe('2026-03-29 16:00')
    expect(expiryOf('2026-10-24T15:00')).toBe('2026-10-25 14:00')
    expect(expiryOf('2026-11-24T15:00')).toBe('2026-11-25 15:00')
    expect(linkLifetimeHours).toBe(24)
  })
})

describe('mayTick and nextStep', () => {
  it('takes the next step and no other', () => {
    for (const step of portalSteps) {
      expect(mayTick(record(), step, hoursLater(1)).ok, step).toBe(step === 'usernameCreated')
      expect(mayTick(sent, step, hoursLater(1)).ok, step).toBe(step === 'confirmed')
      expect(mayTick({ ...sent, confirmedAt: hoursLater(1) }, step, hoursLater(100)).ok, step).toBe(
        step === 'registered',
      )
      expect(mayTick({ ...sent, registeredAt: hoursLater(1) }, step, hoursLater(100)), step).toEqual({
        ok: false,
        refusal: 'stepOutOfOrder',
      })
    }
    expect(mayTick(record(), 'linkSent', hoursLater(1))).toEqual({ ok: false, refusal: 'stepOutOfOrder' })
  })

  it('takes nothing when the link has died or staff closed the registration', () => {
    for (const step of portalSteps) {
      expect(mayTick(sent, step, hoursLater(24))).toEqual({ ok: false, refusal: 'linkExpired' })
      expect(mayTick({ ...sent, closedAt: hoursLater(1) }, step, hoursLater(2))).toEqual({
        ok: false,
        refusal: 'registrationClosed',
      })
    }
  })

  it('says why there is no next step', () => {
    expect(nextStep('expired')).toEqual({ ok: false, refusal: 'linkExpired' })
    expect(nextStep('closed')).toEqual({ ok: false, refusal: 'registrationClosed' })
    expect(nextStep('registered')).toEqual({ ok: false, refusal: 'alreadyRegistered' })
  })

  it('walks from identified to registered in one way only, whatever is tried', () => {
    const tickedAt = {
      identified: 'identifiedAt',
      usernameCreated: 'usernameCreatedAt',
      linkSent: 'linkSentAt',
      confirmed: 'confirmedAt',
      registered: 'registeredAt',
    } as const
    const tries = fc.array(fc.tuple(fc.constantFrom(...portalSteps), fc.integer({ min: 0, max: 10 })), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(tries, (attempts) => {
        let one = record()
        let hours = 0
        const taken = ['identified']
        for (const [step, wait] of attempts) {
          hours += wait
          if (!mayTick(one, step, hoursLater(hours)).ok) continue
          one = { ...one, [tickedAt[step]]: hoursLater(hours) }
          taken.push(step)
          expect(stateAt(one, hoursLater(hours))).toBe(step)
        }
        expect(taken).toEqual(portalSteps.slice(0, taken.length))
        if (one.confirmedAt && one.linkSentAt) {
          expect(one.confirmedAt.getTime() - one.linkSentAt.getTime()).toBeLessThan(24 * 3_600_000)
        }
      }),
    )
  })
})
