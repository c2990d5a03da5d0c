import limitsFile from '../../resources/facts/wealthLimits.json' with { type: 'json' }
import { daysInMonth, type LocalDay } from './localDay'
import { accept, type Result, refuse } from './result'

/**
 * What counts as wealth, in the order of a form. `ownHome` is housing for the applicant's own use, `investmentHome` housing
 * owned as an investment, `disposed` what was disposed of, sold or donated in the year before. Earned income is none of
 * them: it is not counted as wealth. Source: 002_f88546710976e887.txt.
 */
export const assetKinds = [
  'ownHome',
  'investmentHome',
  'companyShares',
  'property',
  'funds',
  'securities',
  'otherAssets',
  'disposed',
] as const
export type AssetKind = (typeof assetKinds)[number]

/** Assets of one kind of the whole household, and the debts on them, in cents. */
export interface Asset {
  readonly kind: AssetKind
  readonly cents: number
  readonly debtCents: number
}

/** What decides whether a home of one's own is left out. */
export interface OwnHomeFacts {
  /** The applicant moves to the Helsinki Metropolitan Area from another part of Finland for work. */
  readonly movesForWork: boolean
  /** The applicant lives in that home now. */
  readonly livesThere: boolean
  /** How far from Helsinki it is; null when it is not known. */
  readonly kilometres: number | null
}

/** A home of one's own is left out only when it is farther than this from Helsinki, in kilometres (002_f88546710976e887.txt). */
export const farHomeKilometres = 80

/** Why an asset counts, or, `homeFarAway`, why it does not. */
export type AssetGround = 'isWealth' | 'investmentCounts' | 'disposedInYear' | 'homeCounts' | 'homeFarAway'

/** By which rule an asset counts. All three conditions of the home must be known to be met (002_f88546710976e887.txt). */
export function assetGround(kind: AssetKind, home: OwnHomeFacts): AssetGround {
  if (kind === 'investmentHome') return 'investmentCounts'
  if (kind === 'disposed') return 'disposedInYear'
  if (kind !== 'ownHome') return 'isWealth'
  const far = home.kilometres !== null && home.kilometres > farHomeKilometres
  return far && home.livesThere && home.movesForWork ? 'homeFarAway' : 'homeCounts'
}

/**
 * The first day on which something disposed of, sold or donated still counts: the same day of the year before the
 * application (002_f88546710976e887.txt). Where that month lacks the day, its last (Act 150/1930, section 3).
 */
export function disposalsCountFrom(applicationDay: LocalDay): LocalDay {
  const year = Number(applicationDay.slice(0, 4)) - 1
  const month = applicationDay.slice(5, 7)
  const day = Math.min(Number(applicationDay.slice(8)), daysInMonth(year, Number(month)))
  return `${year}-${month}-${String(day).padStart(2, '0')}`
}

/** The days that published limits hold, both included, and the limit in euros of 1, 2, … persons. */
export interface WealthLimitPeriod {
  readonly from: LocalDay
  readonly until: LocalDay
  readonly eurosByPeople: readonly number[]
}

/** Every limit that has been published, the oldest first (002_f88546710976e887.txt). */
export const wealthLimitPeriods: readonly WealthLimitPeriod[] = limitsFile.periods

/** Why there is no limit to compare with. A figure that is not published is never worked out from those that are. */
export type NoLimit = 'noFigureForDay' | 'noFigureForPeople' | 'peopleUnknown'

export interface WealthLimit {
  readonly cents: number
  readonly from: LocalDay
  readonly until: LocalDay
}

/** The published limit for a household of so many on a day, or why none is published (002_f88546710976e887.txt). */
export function wealthLimit(
  people: number | null,
  day: LocalDay,
  periods: readonly WealthLimitPeriod[] = wealthLimitPeriods,
): Result<WealthLimit, NoLimit> {
  const period = periods.find(({ from, until }) => from <= day && day <= until)
  if (!period) return refuse('noFigureForDay')
  if (people === null) return refuse('peopleUnknown')
  const euros = period.eurosByPeople[people - 1]
  if (euros === undefined) return refuse('noFigureForPeople')
  return accept({ cents: euros * 100, from: period.from, until: period.until })
}

export interface Wealth {
  readonly lines: readonly (Asset & { readonly counts: boolean; readonly ground: AssetGround })[]
  /** What counts, less the debts on it, in cents; below zero when the debts are larger. Null when no asset was told. */
  readonly netCents: number | null
  readonly limit: Result<WealthLimit, NoLimit>
  /** The net less the limit in cents: above zero it exceeds the limit. Null when there are not both. */
  readonly overCents: number | null
}

/**
 * Wealth by the rules, and the limit beside it. The debts on assets are taken off the whole household's; those on a home
 * that is left out are left out with it. Two figures and their difference, never a decision. Source: 002_f88546710976e887.txt.
 */
export function wealthOf(
  assets: readonly Asset[],
  home: OwnHomeFacts,
  people: number | null,
  day: LocalDay,
): Wealth {
  const lines = assets.map((asset) => {
    const ground = assetGround(asset.kind, home)
    return { ...asset, counts: ground !== 'homeFarAway', ground }
  })
  const counted = lines.filter(({ counts }) => counts)
  const netCents =
    lines.length === 0 ? null : counted.reduce((sum, { cents, debtCents }) => sum + cents - debtCents, 0)
  const limit = wealthLimit(people, day)
  return {
    lines,
    netCents,
    limit,
    overCents: limit.ok && netCents !== null ? netCents - limit.value.cents : null,
  }
}
