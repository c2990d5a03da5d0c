import { describe, expect, it } from 'vitest'
import { StoreError } from '#core/store/errors'
import {
  exitCodeOf,
  nameStartupError,
  StartupError,
  startupLanguage,
  startupMessage,
} from './startupProblems'

describe('nameStartupError', () => {
  it('names a store problem a user can do something about, with the folder it is about', () => {
    const named = nameStartupError(new StoreError('inUse'), '/data')
    expect(named).toMatchObject({ problem: 'inUse', detail: '/data' })
    expect(named && exitCodeOf(named)).toBe(3)
    expect(named && startupMessage(named, 'en')).toContain('already open on the data folder /data')
    expect(named && startupMessage(named, 'fi')).toContain('jo auki tietokansiossa /data')
  })

  it('leaves a fault of the program unnamed', () => {
    expect(nameStartupError(new StoreError('foreignKey'), '/data')).toBeNull()
    expect(nameStartupError(new TypeError('fault'), '/data')).toBeNull()
  })

  it('gives each problem an exit code of its own', () => {
    const names = [
      'inUse',
      'wrongKey',
      'damaged',
      'newerDatabase',
      'diskFull',
      'keyMissing',
      'portInUse',
    ] as const
    const codes = names.map((name) => exitCodeOf(new StartupError(name, '')))
    expect(new Set(codes).size).toBe(names.length)
    expect(Math.min(...codes)).toBe(3)
  })

  it('takes a folder name as it is', () => {
    expect(startupMessage(new StartupError('inUse', "/a$&b$'"), 'en')).toContain("/a$&b$'")
  })
})

describe('startupLanguage', () => {
  it.each([
    [{ LANG: 'fi_FI.UTF-8' }, 'fi'],
    [{ LANG: 'fi' }, 'fi'],
    [{ LANG: 'fil_PH.UTF-8' }, 'en'],
    [{ LANG: 'fi_FI.UTF-8', LC_ALL: 'C.UTF-8' }, 'en'],
    [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'fi_FI.UTF-8' }, 'fi'],
    [{}, 'en'],
  ] as const)('%o means %s', (env, language) => {
    expect(startupLanguage(env)).toBe(language)
  })
})
