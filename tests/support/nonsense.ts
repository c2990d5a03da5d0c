import fc from 'fast-check'

const deep = (levels: number): unknown => {
  let value: unknown = 'bottom'
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value }
  return value
}

/** Text of which something is wrong, or only unusual: what an engine, a parser or a screen may stumble over. */
export const nastyTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  'rivi\r\nBcc: toinen@example.org',
  '\u001b[2J',
  '\ud800',
  'a\udc00b',
  '\udfff\ud800',
  '\u202e\u2066',
  '\ufeff\ufffe\uffff',
  '👨‍👩‍👧‍👦',
  'e\u0301'.repeat(50),
  `' OR 1=1; DROP TABLE staff; --`,
  `"*" NEAR(a b) {name} : ^a* AND OR NOT`,
  `a:*|b&!c<->d \\ '`,
  '%_\\%',
  '$1 {{y}} #{z}',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  '0'.repeat(200),
  'a'.repeat(100_000),
  'ä'.repeat(100_000),
  '2026-02-30',
  '9999-12-31',
  '0000-01-01',
  '0193aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa',
  '00000000-0000-0000-0000-000000000000',
  'FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF',
]

const nastyNumbers: readonly unknown[] = [
  0,
  -0,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  2 ** 31,
  2 ** 31 - 1,
  -(2 ** 31) - 1,
  2 ** 53,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  1e308,
  5e-324,
  10n ** 30n,
]

const odd: readonly unknown[] = [
  undefined,
  null,
  true,
  [],
  {},
  Object.create(null),
  JSON.parse('{"__proto__": {"roles": ["administrator"]}}'),
  { constructor: { prototype: { roles: ['administrator'] } } },
  { toString: 'not a function', valueOf: null },
  new Date(Number.NaN),
  new Date(8.64e15),
  new Map([['id', 1]]),
  new Set([1]),
  new Uint8Array(1000),
  /pattern/,
  Array.from({ length: 10_000 }, (_, n) => n),
  deep(3000),
]

/** Anything at all. */
export const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...nastyTexts),
  fc.constantFrom(...nastyNumbers),
  fc.constantFrom(...odd),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true }),
)

/** A valid input in which some fields are nonsense, missing or too many; or nonsense altogether. */
export function spoilt(example: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  const keys = Object.keys(example)
  const field = fc.record({ key: fc.constantFrom(...keys), value: nonsense })
  const change = fc
    .array(field, { minLength: 1, maxLength: 2 })
    .map((fields) => ({ ...example, ...Object.fromEntries(fields.map(({ key, value }) => [key, value])) }))
  const without = fc
    .constantFrom(...keys)
    .map((gone) => Object.fromEntries(Object.entries(example).filter(([key]) => key !== gone)))
  const more = nonsense.map((extra) => ({ ...example, extra, ['__proto__']: extra }))
  return fc.oneof(
    { arbitrary: change, weight: 8 },
    { arbitrary: without, weight: 1 },
    { arbitrary: fc.oneof(nonsense, more), weight: 2 },
  )
}
