import type { LocalDay } from '#shared/rules/localDay'
import { formatPersonalIdentityCode } from '#shared/rules/personalIdentityCode'
import type { Random } from './random'

// The signs given since 2023 (dvv.fi, hetu-uudistus), used when a day's ordinary ones are gone, and for a few others.
const newSigns = { '19': ['Y', 'X', 'W', 'V', 'U'], '20': ['B', 'C', 'D', 'E', 'F'] } as const

const firstNumber = 900
const numbersADay = 100

/**
 * Gives out personal identity codes, each once. Individual numbers are 900–999 only: temporary codes, which the
 * population register never holds, so none belongs to a real person (rules.md). That leaves 100 a birth date and
 * sign. The number says nothing of a person's sex.
 */
export function createIdentityCodes(random: Random) {
  const given = new Set<string>()

  /** The first free code of a birth date and sign from a number on, going round; '' when all are given. */
  const free = (birthDate: LocalDay, sign: string | undefined, from: number): string => {
    for (let step = 0; step < numbersADay; step++) {
      const number = firstNumber + ((from - firstNumber + step) % numbersADay)
      const code = formatPersonalIdentityCode(birthDate, number, sign)
      if (!given.has(code)) {
        given.add(code)
        return code
      }
    }
    return ''
  }

  /**
   * A code for one born on this day (1900–2099); '' when every sign of that day has been used up. With a number
   * given, the code is the one of that number and the ordinary sign, if it is still free.
   */
  return (birthDate: LocalDay, number?: number): string => {
    const others = newSigns[birthDate < '2000' ? '19' : '20']
    const signs = [undefined, ...others]
    if (number === undefined && random.chance(0.03)) signs.unshift(random.pick(others))
    const from = number ?? random.int(firstNumber, firstNumber + numbersADay - 1)
    for (const sign of signs) {
      const code = free(birthDate, sign, from)
      if (code !== '') return code
    }
    return ''
  }
}
