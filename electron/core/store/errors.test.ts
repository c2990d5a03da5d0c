import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { isStoreProblem, nameStoreError, StoreError, withoutWords } from './errors'

const withCode = (code: unknown, message = 'UNIQUE constraint failed: resident.identity_code') =>
  Object.assign(new Error(message), { code })

describe('an error without its words', () => {
  it('tells what kind it was and where, and nothing that was typed or held', () => {
    const engines = Object.assign(new Error('invalid input: Meija Virtanen'), {
      code: '22P02',
      detail: '040483-904C',
    })
    const query = new Error('Failed query: insert params: Meija Virtanen,040483-904C', { cause: engines })
    const told = withoutWords(query)
    expect(told.message).toBe('StoreError failed 22P02')
    expect(told.stack).toMatch(/^StoreError failed 22P02\n\s+at .*errors\.test\.ts/)
    expect(inspect(told, { depth: 9, showHidden: true })).not.toMatch(/Meija|040483/)
  })

  it.each([
    [new TypeError('Meija is not a function'), 'TypeError'],
    ['Meija', 'string'],
    [{ name: 'Meija' }, 'object'],
    [undefined, 'undefined'],
  ])('tells of anything that was thrown', (thrown, message) => {
    expect(withoutWords(thrown).message).toBe(message)
    expect(inspect(withoutWords(thrown), { depth: 9 })).not.toContain('Meija')
  })
})

describe('the name of a database error', () => {
  it.each([
    ['SQLITE_CONSTRAINT_UNIQUE', 'unique'],
    ['SQLITE_CONSTRAINT_PRIMARYKEY', 'unique'],
    ['SQLITE_CONSTRAINT_FOREIGNKEY', 'foreignKey'],
    ['SQLITE_CONSTRAINT_TRIGGER', 'appendOnly'],
    ['SQLITE_CONSTRAINT_NOTNULL', 'failed'],
    ['SQLITE_BUSY', 'busy'],
    ['SQLITE_BUSY_SNAPSHOT', 'busy'],
    ['SQLITE_LOCKED', 'busy'],
    ['SQLITE_FULL', 'diskFull'],
    ['SQLITE_IOERR_WRITE', 'diskFull'],
    ['SQLITE_IOERR_READ', 'failed'],
    ['SQLITE_NOTADB', 'wrongKey'],
    ['SQLITE_CORRUPT', 'damaged'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['23505', 'unique'],
    ['23503', 'foreignKey'],
    ['P0001', 'appendOnly'],
    ['40001', 'busy'],
    ['40P01', 'busy'],
    ['55P03', 'busy'],
    ['53100', 'diskFull'],
    ['28P01', 'wrongPassword'],
    ['28000', 'wrongPassword'],
    ['3D000', 'noDatabase'],
    ['42501', 'missingRight'],
    ['53300', 'tooManyDesks'],
    ['25006', 'recovering'],
    ['57P01', 'unreachable'],
    ['57P03', 'recovering'],
    ['22P02', 'failed'],
    ['42601', 'failed'],
    ['ECONNREFUSED', 'unreachable'],
    ['ENOTFOUND', 'unreachable'],
    ['ETIMEDOUT', 'unreachable'],
    ['CERT_HAS_EXPIRED', 'untrustedServer'],
    ['CERT_NOT_YET_VALID', 'untrustedServer'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrustedServer'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'untrustedServer'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrustedServer'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'untrustedServer'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'untrustedServer'],
    ['EPROTO', 'untrustedServer'],
  ] as const)('%s is %s, however deep it lies', (code, problem) => {
    const engines = withCode(code)
    const wrapped = new Error('Failed query', { cause: new Error('again', { cause: engines }) })
    for (const error of [engines, wrapped]) {
      expect(nameStoreError(error)).toBeInstanceOf(StoreError)
      expect(nameStoreError(error)).toMatchObject({ problem, message: problem, cause: error })
      expect(isStoreProblem(error, problem)).toBe(true)
    }
  })

  it.each([
    ['Connection terminated unexpectedly', 'unreachable'],
    ['timeout expired', 'unreachable'],
    ['The server does not support SSL connections', 'untrustedServer'],
    ['There was an error establishing an SSL connection', 'untrustedServer'],
    ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a non-empty string', 'wrongPassword'],
  ] as const)('that the driver gives no code, %j, is %s', (words, problem) => {
    expect(nameStoreError(new Error(words))).toMatchObject({ problem })
  })

  it('is not given twice', () => {
    const named = new StoreError('busy')
    expect(nameStoreError(named)).toBe(named)
    expect(isStoreProblem(named, 'unique')).toBe(false)
  })

  it.each([
    ['an error of the program', new TypeError('undefined is not a function')],
    ['an error of the file system', withCode('ENOENT')],
    ['an error with a number', withCode(1)],
    ['no error', 'SQLITE_FULL'],
    ['nothing', undefined],
  ])('is not given to %s', (_what, error) => {
    expect(nameStoreError(error)).toBe(error)
    expect(isStoreProblem(error, 'failed')).toBe(false)
  })
})
