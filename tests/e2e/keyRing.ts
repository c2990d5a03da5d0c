import type { Page } from '@playwright/test'
import { deskOf } from './office'
import type { Person } from './pages'

type Registered = Parameters<ReturnType<typeof deskOf>['keys']['register']>[0]

/** A home with keys in the ledger. */
export interface Ring {
  readonly residentId: string
  readonly apartmentId: string
}

/** The home of a resident, found by words that nobody else has. */
export async function homeOf(page: Page, { words }: Pick<Person, 'words'>): Promise<Ring> {
  const desk = deskOf(page)
  const { hits } = await desk.residents.search({ text: words })
  const residentId = hits[0]?.id ?? ''
  const { homes } = await desk.keys.ofResident({ residentId })
  const [home] = homes
  if (!home) throw new Error('no home')
  return { residentId, apartmentId: home.apartmentId }
}

/** Two keys of the home and one of its storage with the resident, and a spare one at Heka. */
export async function registerKeys(page: Page, { residentId, apartmentId }: Ring) {
  const { keys } = deskOf(page)
  const happened = { apartmentId, happenedOn: '2021-03-01', word: 'heka' as const, wordText: '' }
  const key = (kind: 'apartment' | 'storage', number: string, setName: string) =>
    ({ kind, number, setName, note: '' }) satisfies Registered['keys'][number]
  await keys.register({
    ...happened,
    keys: [
      key('apartment', '0071', 'nippu 1'),
      key('apartment', '0072', 'nippu 1'),
      key('storage', '0014', ''),
    ],
    holder: { kind: 'resident', residentId },
  })
  await keys.register({ ...happened, keys: [key('apartment', '0079', '')], holder: { kind: 'heka' } })
}
