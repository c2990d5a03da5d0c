import { finnish } from './names.finnish'
import { otherCultures } from './names.other'
import { swedish } from './names.swedish'
import type { Random } from './random'

export interface GivenNames {
  readonly women: readonly string[]
  readonly men: readonly string[]
}

/** Where a household's names and languages come from. Lists begin with the commonest. */
export interface Culture {
  /** Share of households, per thousand. */
  readonly share: number
  /** ISO 639-1 codes by weight. */
  readonly languages: readonly (readonly [number, string])[]
  /** First given names by birth year: the last entry whose `bornFrom` is not after the birth year. */
  readonly first: readonly (GivenNames & { readonly bornFrom: number })[]
  /** Further given names; one of the `first` when left out. */
  readonly further?: GivenNames
  /** How many given names a person has, by weight. */
  readonly givenNames: readonly (readonly [number, number])[]
  readonly surnames: readonly string[]
  /** Share of couples where both keep their own surname. */
  readonly keepsSurname: number
  /** Share of couples where one takes a double surname. */
  readonly doubleSurname: number
  /** Women's surnames are declined: Ivanov, Ivanova. */
  readonly declined?: true
  /** Share of people who have no personal identity code (yet), only a birth date. */
  readonly withoutCode: number
}

const cultures: readonly (readonly [number, Culture])[] = [finnish, swedish, ...otherCultures].map(
  (culture) => [culture.share, culture] as const,
)

/** Some culture, by its share of the households. */
export const pickCulture = (random: Random): Culture => random.weighted(cultures)

/** A surname as a list gives it; declined for a woman where the culture does so. */
export function surnameFor(culture: Culture, family: string, woman: boolean): string {
  if (!culture.declined || !woman) return family
  return /(ov|ev|in)$/.test(family) ? `${family}a` : family.replace(/ski$/, 'skaja')
}

/** All given names of a person, separated by spaces, none twice. */
export function givenNamesFor(random: Random, culture: Culture, woman: boolean, birthYear: number): string {
  const era = culture.first.findLast((names) => names.bornFrom <= birthYear) ?? culture.first[0]
  const further = culture.further ?? era
  const names = new Set<string>()
  for (let wanted = random.weighted(culture.givenNames); wanted > 0; wanted--) {
    const from = names.size === 0 ? era : further
    names.add(random.pickCommon((woman ? from?.women : from?.men) ?? []))
  }
  return [...names].join(' ')
}
