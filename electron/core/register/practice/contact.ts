import { foldName } from '#shared/rules/names'
import type { Random } from './random'

// Only domains reserved for examples: example.com, .org, .net and everything under .example (RFC 2606).
const emailDomains = [
  'example.com',
  'posti.example',
  'example.org',
  'sahkoposti.example',
  'example.net',
  'koti.example',
  'epost.example',
] as const

const addressPart = (name: string) => foldName(name).replace(/[^a-z]+/g, '-')

/** Gives e-mail addresses made of names, each once. */
export function createEmails(random: Random) {
  const given = new Map<string, number>()
  return (firstNames: string, lastName: string, birthYear: number): string => {
    const first = addressPart(firstNames.split(' ')[0] ?? '')
    const last = addressPart(lastName)
    const local = random.weighted<string>([
      [50, `${first}.${last}`],
      [14, `${last}.${first}`],
      [12, `${first.charAt(0)}.${last}`],
      [14, `${first}.${last}${String(birthYear).slice(2)}`],
      [10, `${first}${random.int(1, 999)}`],
    ])
    const domain = random.pickCommon(emailDomains)
    const before = given.get(`${local}@${domain}`) ?? 0
    given.set(`${local}@${domain}`, before + 1)
    return before === 0 ? `${local}@${domain}` : `${local}.${before + 1}@${domain}`
  }
}

/** `count` decimal digits. */
const digits = (random: Random, count: number): string =>
  String(random.int(0, 10 ** count - 1)).padStart(count, '0')

/** A Finnish mobile number, written in one of the ways people write them. */
export function mobileNumber(random: Random): string {
  const prefix = random.weighted<string>([
    [30, '40'],
    [22, '50'],
    [18, '44'],
    [12, '45'],
    [10, '46'],
    [8, '41'],
  ])
  const [head, tail] = [String(random.int(200, 999)), digits(random, 4)]
  return random.weighted<string>([
    [45, `0${prefix} ${head} ${tail}`],
    [20, `+358${prefix}${head}${tail}`],
    [15, `0${prefix}${head}${tail}`],
    [10, `0${prefix}-${head}${tail}`],
    [10, `+358 ${prefix} ${head} ${tail}`],
  ])
}

/** A landline number in Helsinki. */
export const landlineNumber = (random: Random): string => `09 ${random.int(700, 799)} ${digits(random, 4)}`

/** A foreign number, from ranges that their countries keep for fiction: Sweden (PTS), Germany, the United States. */
export function foreignNumber(random: Random): string {
  return random.weighted<string>([
    [60, `+46 70 174 06 ${String(random.int(5, 99)).padStart(2, '0')}`],
    [25, `+49 171 39200${digits(random, 2)}`],
    [15, `+1 202 555 01${digits(random, 2)}`],
  ])
}

/** The number of a building manager's desk phone. */
export const managerNumber = (random: Random): string => `+358 9 310 ${digits(random, 5)}`
