import { describe, expect, it } from 'vitest'
import { StoreError } from './errors'
import { pendingMigrations, readMigrations } from './migrate'
import { postgresMigrations, sqliteMigrations } from './migrations'

const named = (...names: string[]) => names.map((name) => ({ name, statements: [] }))

describe('the migrations', () => {
  it('are read in the order of their names, each in statements', () => {
    const read = readMigrations({
      './migrations/sqlite/0001_second.sql': 'B;\n',
      './migrations/sqlite/0000_first.sql':
        ' A1;\n--> statement-breakpoint\n\nA2;\n--> statement-breakpoint\n',
    })
    expect(read).toEqual([
      { name: '0000_first', statements: ['A1;', 'A2;'] },
      { name: '0001_second', statements: ['B;'] },
    ])
  })

  it('have the same names on both engines, in the same order', () => {
    expect(sqliteMigrations.map(({ name }) => name)).toEqual(postgresMigrations.map(({ name }) => name))
    expect(sqliteMigrations.length).toBeGreaterThan(0)
  })
})

describe('the migrations still to run', () => {
  it.each([
    [[], ['a', 'b']],
    [['a'], ['b']],
    [['a', 'b'], []],
  ])('after %j are %j', (applied, pending) => {
    expect(pendingMigrations(named('a', 'b'), applied)).toEqual(named(...pending))
  })

  it.each([[['a', 'b', 'c']], [['b']], [['a', 'c']], [['b', 'a']]])(
    'are refused of a database of another program: %j',
    (applied) => {
      expect(() => pendingMigrations(named('a', 'b'), applied)).toThrow(new StoreError('newerDatabase'))
    },
  )
})
