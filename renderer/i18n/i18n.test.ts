import { describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { roles } from '#shared/contract/base'
import { contract } from '#shared/contract/index'
import { fileProblems, rowProblems } from '#shared/contract/register'
import { eveClosures, publicHolidays } from '#shared/rules/holidayNames'
import { ownErrorNames } from '../app/errors'

type Texts = { readonly [key: string]: string | Texts }

const languages = ['fi', 'sv', 'en'] as const
const files = import.meta.glob<Texts>('./*/*.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.{ts,tsx}'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

const flatten = (texts: Texts, before = ''): readonly (readonly [string, string])[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as const] : flatten(value, `${before}${key}.`),
  )

/** Every text of a language by `namespace:key`. */
const textsOf = (language: string): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(files)
      .filter(([path]) => path.startsWith(`./${language}/`))
      .flatMap(([path, texts]) => flatten(texts, `${path.slice(`./${language}/`.length, -'.json'.length)}:`)),
  )

const texts = { fi: textsOf('fi'), sv: textsOf('sv'), en: textsOf('en') }
const allKeys = new Set(languages.flatMap((language) => [...texts[language].keys()]))
const namespaces = [...new Set([...allKeys].map((key) => key.slice(0, key.indexOf(':'))))]

/** A key as `t` is given it: i18next adds the ending for a number itself. */
const asked = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')
const askable = new Set([...allKeys].map(asked))

const ns = `(?:${namespaces.join('|')})`
const literalPattern = new RegExp(`['"](${ns}:[\\w.-]+)['"]`, 'g')
const templatePattern = new RegExp(`\`(${ns}:(?:[^\`$]|\\$\\{[^}]*\\})*)\``, 'g')
/** The arguments of every call of `t`, up to the bracket that closes it. */
function callsOf(source: string): readonly string[] {
  return [...source.matchAll(/(?<![\w.])t\(/g)].map(({ index }) => {
    const begin = index + 2
    let depth = 1
    let end = begin
    for (; depth > 0 && end < source.length; end += 1) {
      if (source[end] === '(') depth += 1
      if (source[end] === ')') depth -= 1
    }
    return source.slice(begin, end - 1)
  })
}

// A key in a comment is not asked for.
const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
const code = Object.entries(sources).map(([path, source]) => [path, withoutComments(source)] as const)
const found = (pattern: RegExp) =>
  code.flatMap(([path, source]) =>
    [...source.matchAll(pattern)].map((match) => ({ path, key: match[1] ?? '' })),
  )

/** Every text that looks like a key: other things, such as the names of drafts, may look so too. */
const literals = found(literalPattern)
const calls = code.flatMap(([path, source]) => callsOf(source).map((call) => ({ path, call })))
const called = calls.flatMap(({ path, call }) =>
  [...call.matchAll(literalPattern)].map((match) => ({ path, key: match[1] ?? '' })),
)
const templates = found(templatePattern).map(({ path, key }) => ({
  path,
  key,
  matches: new RegExp(
    `^${key
      .split(/\$\{[^}]*\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^.:]+')}$`,
  ),
}))

type Procedure = {
  readonly '~orpc': { readonly errorMap: Readonly<Record<string, { readonly data?: unknown }>> }
}
const procedures = Object.values(contract).flatMap(
  (feature) => Object.values(feature) as readonly Procedure[],
)

/** Every name by which the desk can refuse or fail, as the contract says it. */
const refusalNames = new Set<string>([
  ...procedures
    .flatMap((procedure) => Object.keys(procedure['~orpc'].errorMap))
    .filter((name) => name !== 'REFUSED'),
  ...procedures.flatMap((procedure) => {
    const data = procedure['~orpc'].errorMap.REFUSED?.data as
      | z.ZodObject<{ readonly refusal: z.ZodEnum }>
      | undefined
    return data ? data.shape.refusal.options.map(String) : []
  }),
  ...fileProblems,
  ...rowProblems,
  ...ownErrorNames,
])

const variables = (text: string) =>
  [...new Set([...text.matchAll(/\{\{-?\s*(\w+)/g)].map((match) => match[1]))].sort()

describe('texts', () => {
  it('are read at all', () => {
    expect(namespaces).toEqual(expect.arrayContaining(['common', 'refusals', 'staff', 'system']))
    expect(called.length).toBeGreaterThan(100)
    expect(templates.length).toBeGreaterThan(5)
    expect(refusalNames.size).toBeGreaterThan(50)
  })

  it.each(languages)('are all there in %s, and none is empty', (language) => {
    expect([...allKeys].filter((key) => (texts[language].get(key) ?? '').trim() === '')).toEqual([])
  })

  it.each(['sv', 'en'] as const)('have the same variables in %s as in Finnish', (language) => {
    const different = [...allKeys].filter(
      (key) => `${variables(texts.fi.get(key) ?? '')}` !== `${variables(texts[language].get(key) ?? '')}`,
    )
    expect(different).toEqual([])
  })

  it('exist for every key that is asked for', () => {
    expect(called.filter(({ key }) => !askable.has(key))).toEqual([])
    expect(templates.filter(({ matches }) => ![...askable].some((key) => matches.test(key)))).toEqual([])
  })

  it('are asked for by a key that is written out, with its namespace, so that this test can find it', () => {
    const known = new RegExp(`['"\`]${ns}:`)
    expect(calls.filter(({ call }) => !known.test(call))).toEqual([])
  })

  it('are each asked for somewhere', () => {
    const wanted = new Set(literals.map(({ key }) => key))
    // A refusal is asked for by the name that the desk gives, so it is used when the contract knows it.
    const used = (key: string) =>
      wanted.has(key) ||
      (key.startsWith('refusals:')
        ? refusalNames.has(key.slice('refusals:'.length))
        : templates.some(({ matches }) => matches.test(key)))
    expect([...askable].filter((key) => !used(key))).toEqual([])
  })

  it('name every refusal in every language', () => {
    for (const language of languages) {
      expect([...refusalNames].filter((name) => !texts[language].has(`refusals:${name}`))).toEqual([])
    }
  })

  it('name every holiday, eve and role', () => {
    const names = [
      ...[...publicHolidays, ...eveClosures].map((name) => `system:holiday.${name}`),
      ...roles.flatMap((role) => [`staff:role.${role}`, `staff:roleHint.${role}`]),
    ]
    expect(names.filter((key) => !allKeys.has(key))).toEqual([])
  })
})
