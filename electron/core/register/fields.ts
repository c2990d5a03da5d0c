import type { rowProblems } from '#shared/contract/register'
import { isLocalDay, type LocalDay, parseFinnishDay } from '#shared/rules/localDay'

export type RowProblem = (typeof rowProblems)[number]

/** Why a row is rejected, and in which column. */
export class RejectedRow extends Error {
  readonly problem: RowProblem
  readonly column: string | null
  constructor(problem: RowProblem, column: string | null) {
    super(problem)
    this.name = 'RejectedRow'
    this.problem = problem
    this.column = column
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is being refused
const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

/** The fields of one row by the names of their columns, read as what they must be. Each method throws RejectedRow. */
export class RowFields {
  private readonly places: ReadonlyMap<string, number>
  private fields: readonly string[] = []
  constructor(places: ReadonlyMap<string, number>) {
    this.places = places
  }

  /** Turns to the next row. */
  turnTo(fields: readonly string[]): void {
    this.fields = fields
  }

  /** One line of text, trimmed and in Unicode's composed form; empty when there is nothing. */
  text(column: string, max: number): string {
    const place = this.places.get(column)
    const value = (place === undefined ? '' : (this.fields[place] ?? '')).trim()
    if (value.length > max) throw new RejectedRow('tooLong', column)
    if (controlCharacters.test(value)) throw new RejectedRow('controlCharacters', column)
    return value.normalize('NFC')
  }

  required(column: string, max: number): string {
    const value = this.text(column, max)
    if (value === '') throw new RejectedRow('required', column)
    return value
  }

  choice<const Choice extends string>(column: string, choices: readonly Choice[]): Choice {
    const value = this.required(column, 40).toLowerCase()
    const choice = choices.find((one) => one === value)
    if (choice === undefined) throw new RejectedRow('badChoice', column)
    return choice
  }

  /** A number with a decimal point or comma, within bounds. */
  number(column: string, least: number, most: number): number {
    const text = this.required(column, 20)
    const value = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
    if (!(value >= least && value <= most)) throw new RejectedRow('badNumber', column)
    return value
  }

  integer(column: string, least: number, most: number): number {
    const value = this.number(column, least, most)
    if (!Number.isInteger(value)) throw new RejectedRow('badNumber', column)
    return value
  }

  /** `YYYY-MM-DD` or `d.m.yyyy`; null when empty. */
  day(column: string): LocalDay | null {
    const text = this.text(column, 20)
    if (text === '') return null
    const day = isLocalDay(text) ? text : parseFinnishDay(text)
    if (day === null) throw new RejectedRow('badDate', column)
    return day
  }

  requiredDay(column: string): LocalDay {
    const day = this.day(column)
    if (day === null) throw new RejectedRow('required', column)
    return day
  }
}
