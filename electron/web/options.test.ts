import { describe, expect, it } from 'vitest'
import { helpText, readOptions } from './options'

const read = (...argv: string[]) => readOptions(argv)

describe('readOptions', () => {
  it('runs on a free port and opens a browser when nothing is said', () => {
    expect(read()).toEqual({
      ok: true,
      value: { dataDir: null, port: 0, open: true, writePractice: null, wants: 'run' },
    })
  })

  it('reads every option', () => {
    expect(read('--web', '--data', 'a folder', '--port=8080', '--no-open')).toMatchObject({
      value: { dataDir: 'a folder', port: 8080, open: false },
    })
    expect(read('--write-practice', 'out', '--apartments', '200', '--seed', '7')).toMatchObject({
      value: { writePractice: { folder: 'out', apartments: 200, seed: 7 } },
    })
    expect(read('--write-practice', 'out')).toMatchObject({
      value: { writePractice: { apartments: 54_500, seed: 1 } },
    })
    expect(read('--version')).toMatchObject({ value: { wants: 'version' } })
    expect(read('--version', '--help')).toMatchObject({ value: { wants: 'help' } })
  })

  it.each([
    ['an unknown option', ['--prot', '1'], '--prot'],
    ['a word on its own', ['start'], 'start'],
    ['a missing value', ['--data'], '--data'],
    ['an empty value', ['--data='], '--data needs a value: DIR'],
    ['a port that is none', ['--port', '70000'], '--port must be'],
    ['a port in words', ['--port', 'http'], '--port must be'],
    ['a negative port', ['--port=-1'], '--port must be'],
    ['too many apartments', ['--write-practice', 'o', '--apartments', '60001'], '--apartments must be'],
    ['no apartments', ['--write-practice', 'o', '--apartments', '0'], '--apartments must be'],
    ['a seed with decimals', ['--write-practice', 'o', '--seed', '1.5'], '--seed must be'],
    ['a seed without practice', ['--seed', '2'], 'belong to --write-practice'],
  ])('refuses %s', (_what, argv, sentence) => {
    expect(readOptions(argv)).toMatchObject({ ok: false, refusal: expect.stringContaining(sentence) })
  })
})

describe('helpText', () => {
  it('names every option', () => {
    for (const name of [
      'web',
      'data DIR',
      'port N',
      'no-open',
      'write-practice DIR',
      'apartments N',
      'seed S',
      'version',
    ]) {
      expect(helpText).toContain(`--${name}`)
    }
  })
})
