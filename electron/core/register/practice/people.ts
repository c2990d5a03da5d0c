import type { ImportFile } from '#shared/contract/register'
import { createEmails, foreignNumber, landlineNumber, mobileNumber } from './contact'
import { type Day, textOf, yearOf } from './days'
import { createIdentityCodes } from './identityCodes'
import { type Culture, givenNamesFor } from './names'
import type { Random } from './random'

/** Takes one row of a register file. */
export type WriteRow = (file: ImportFile, values: readonly string[]) => void

/** What every part of the practice register is made with. */
export interface Making {
  readonly random: Random
  readonly today: Day
  readonly write: WriteRow
}

/** A person whose row has been written. */
export interface Person {
  readonly id: string
  readonly lastName: string
  readonly birth: Day
  readonly email: string
}

export interface PersonWish {
  readonly culture: Culture
  readonly woman: boolean
  readonly birth: Day
  readonly lastName: string
  readonly nonDisclosure?: boolean
  readonly died?: Day
  /** These are as chance has it when left out. */
  readonly language?: string
  readonly firstNames?: string
  readonly phone?: string
  readonly email?: string
  /** Individual number to begin from, 900–999; given, the person has a code for sure. */
  readonly individualNumber?: number
}

export type MakePerson = (wish: PersonWish) => Person

/** Gives a maker of people: each call writes one row of people.csv. */
export function createPeople({ random, today, write }: Making): MakePerson {
  const identityCode = createIdentityCodes(random)
  const email = createEmails(random)
  let count = 0

  const phoneAt = (age: number, culture: Culture) => {
    if (age < 7 || random.chance(age < 18 ? 0.25 : age > 85 ? 0.12 : 0.035)) return ''
    if (age > 74 && random.chance(0.12)) return landlineNumber(random)
    return random.chance(culture.withoutCode) ? foreignNumber(random) : mobileNumber(random)
  }
  const hasEmail = (age: number) =>
    random.chance(age < 13 ? 0 : age < 18 ? 0.5 : age < 70 ? 0.91 : age < 80 ? 0.72 : 0.4)

  return (wish) => {
    const { culture, woman, birth, lastName, died } = wish
    const id = `P${String(++count).padStart(6, '0')}`
    const birthDate = textOf(birth)
    const age = Math.floor((today - birth) / 365.2425)
    const firstNames = wish.firstNames ?? givenNamesFor(random, culture, woman, yearOf(birth))
    const hasCode = wish.individualNumber !== undefined || !random.chance(culture.withoutCode)
    const code = hasCode ? identityCode(birthDate, wish.individualNumber) : ''
    const phone = wish.phone ?? phoneAt(age, culture)
    const address = wish.email ?? (hasEmail(age) ? email(firstNames, lastName, yearOf(birth)) : '')
    write('people', [
      id,
      firstNames,
      lastName,
      code,
      code !== '' && random.chance(0.1) ? '' : birthDate,
      wish.language ?? random.weighted(culture.languages),
      phone,
      address,
      wish.nonDisclosure ? 'yes' : 'no',
      died === undefined ? '' : textOf(died),
    ])
    return { id, lastName, birth, email: address }
  }
}
