import { asc } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Tables } from '#core/store/schema'
import type { Store } from '#core/store/store'
import { type Opened, onBothEngines, openStore } from '../support/engines'

type Staff = Tables['staff']['$inferSelect']

// What array literals, JSON and SQL each have a meaning for.
const awkwardTexts = [
  '',
  'NULL',
  'null',
  '{}',
  '{a,b}',
  'a,b',
  '"quoted"',
  `it's`,
  'back\\slash',
  '\\"',
  'line\nbreak\ttab',
  'Åäö ŠŽ 王 🙂',
  '$1 ?',
  '  outer spaces  ',
]

const member = (n: number, change: Partial<Staff> = {}): Staff => ({
  id: `id-${String(n).padStart(6, '0')}`,
  username: `user-${n}`,
  name: awkwardTexts[n % awkwardTexts.length]!,
  roles: n % 3 === 0 ? [] : ['counter', 'lead'],
  passwordHash: 'scrypt$',
  mustChangePassword: n % 2 === 0,
  disabledAt: n % 5 === 0 ? null : new Date(Date.UTC(2026, 10, 24, 8, 30, 0, n % 1000)),
  failedSignIns: n,
  lastFailureAt: null,
  lockedOutUntil: new Date('1969-12-31T23:59:59.999Z'),
  lastSignInAt: null,
  createdAt: new Date('2026-03-29T01:00:00.123Z'),
  version: 2_147_483_647,
  ...change,
})

onBothEngines('many rows at once', (engine) => {
  let opened: Opened<Store>
  let store: Store

  beforeAll(async () => {
    opened = await openStore(engine)
    store = opened.value
  })
  afterAll(() => opened.cleanUp())

  const all = () =>
    store.read((db) => db.select().from(store.tables.staff).orderBy(asc(store.tables.staff.id)))

  it('come back as they were written: nulls, flags, JSON, moments and awkward texts', async () => {
    const rows = Array.from({ length: 2_500 }, (_, n) => member(n))
    await store.write((tx) => tx.insertMany(store.tables.staff, rows))
    expect(await all()).toEqual(rows)
  })

  it('are overwritten whole by id', async () => {
    const rows = (await all()).map((row, n) =>
      member(n, { name: `${row.name}!`, roles: ['phone'], disabledAt: null, lastSignInAt: row.createdAt }),
    )
    await store.write((tx) => tx.updateMany(store.tables.staff, rows))
    expect(await all()).toEqual(rows)
  })

  it('are not written at all when one of them does not exist', async () => {
    const before = await all()
    const rows = [member(1, { name: 'changed' }), member(9_999_999)]
    const writing = store.write((tx) => tx.updateMany(store.tables.staff, rows))
    await expect(writing).rejects.toMatchObject({ problem: 'failed' })
    expect(await all()).toEqual(before)
  })

  it('are not written at all when one of them is there already', async () => {
    const before = await all()
    const rows = [
      ...Array.from({ length: 1_500 }, (_, n) => member(10_000 + n)),
      member(20_000, { username: 'user-7' }),
    ]
    const writing = store.write((tx) => tx.insertMany(store.tables.staff, rows))
    await expect(writing).rejects.toMatchObject({ problem: 'unique' })
    expect(await all()).toEqual(before)
  })

  it('may be none', async () => {
    await store.write(async (tx) => {
      await tx.insertMany(store.tables.staff, [])
      await tx.updateMany(store.tables.staff, [])
      await tx.writeSearch([])
    })
  })

  it('hold real numbers', async () => {
    const property = {
      propertyNo: '1',
      address: 'a',
      postalCode: '00100',
      district: 'd',
      kind: 'rental' as const,
    }
    const manager = { managerName: 'm', managerPhone: '1', managerEmail: 'e', maintenanceArea: 'x' }
    const rest = { cleaning: 'own' as const, cleaningCompany: null, rowHash: '', leftOn: null }
    const rows = [43.5, 1, 1999.99, 0.1].map((areaM2, n) => ({
      id: `a${n}`,
      apartmentNo: `a${n}`,
      propertyId: 'p',
      stair: '',
      number: '1',
      rooms: n + 1,
      areaM2,
      rowHash: '',
      leftOn: n % 2 === 0 ? null : '2026-11-24',
    }))
    await store.write(async (tx) => {
      await tx.insertMany(store.tables.property, [{ id: 'p', ...property, ...manager, ...rest }])
      await tx.insertMany(store.tables.apartment, rows)
    })
    const { apartment } = store.tables
    expect(await store.read((db) => db.select().from(apartment).orderBy(asc(apartment.id)))).toEqual(rows)
  })
})
