import { describe, expect, it } from 'vitest'
import { arrangedRefusals } from './slots'
import { arrangedOtherwise, isBookable, thingsToBring, visitReasons, whatToBring } from './visitReasons'

describe('reasons for a visit', () => {
  it('are booked with customer service, but not maintenance and not housing support', () => {
    expect(visitReasons.every(isBookable)).toBe(true)
    expect(arrangedOtherwise.some(isBookable)).toBe(false)
    expect(Object.keys(arrangedRefusals).toSorted()).toEqual([...arrangedOtherwise].toSorted())
    expect(new Set([...visitReasons, ...arrangedOtherwise]).size).toBe(10)
  })

  it('say what to bring: for the Resident Portal a passport or an identity card, and nothing else will do', () => {
    expect(whatToBring('portalIdentification')).toEqual(['passportOrIdentityCard'])
    expect(whatToBring('powerOfAttorney')).toEqual(['photoIdentity', 'powerOfAttorney'])
    for (const reason of visitReasons) {
      const things = whatToBring(reason)
      expect(things.some((thing) => thing === 'passportOrIdentityCard' || thing === 'photoIdentity')).toBe(
        true,
      )
      expect(things.every((thing) => thingsToBring.includes(thing))).toBe(true)
    }
  })
})
