import type { DefectPage, DefectSettings } from '#shared/contract/defects'
import type { DeskClient } from '#shared/contract/index'
import { leaseOf } from '../mandates/granting'
import type { Office } from '../residents/office'

type Report = Parameters<DeskClient['defects']['report']>[0]

/** The lease of each person of the test register who reports something here. */
const leases = {
  ...leaseOf,
  asoy: 'L900009',
  special: 'L900010',
  future: 'L900004',
  ended: 'L900007',
  movedOut: 'L900001',
  eino: 'L900001',
  notice: 'L900006',
  dead: 'L900008',
} as const
export type Reporter = keyof typeof leases

/** Where everything of the test register goes. */
export const keskinen = 'huolto.keskinen@example.org'
export const which = ({ id, version }: { id: string; version: number }) => ({ id, version })

/** Defects by short names, at a page of an office. */
export function defecting(getOffice: () => Office, getPage: () => DeskClient = () => getOffice().page) {
  const home = (who: Reporter) => ({ residentId: getOffice().ids[who], leaseNo: leases[who] })
  const report = (who: Reporter, more: Partial<Report> = {}) =>
    getPage().defects.report({
      ...home(who),
      kind: 'heating',
      place: 'apartment',
      description: 'Patteri on kylmä.',
      masterKey: true,
      pets: '',
      atHome: '',
      phone: '',
      via: 'phone',
      toldUrgent: false,
      sameAsId: null,
      call: null,
      ...more,
    })
  const reported = async (...given: Parameters<typeof report>): Promise<DefectPage> =>
    (await report(...given)).defect
  const read = async (id: string) => (await getPage().defects.read({ id })).defect
  const list = (show: Parameters<DeskClient['defects']['list']>[0]['show'], area: string | null = null) =>
    getPage().defects.list({ show, area, page: 0 })
  const settings = async (change: (before: DefectSettings) => Partial<DefectSettings>) => {
    const { missing: _missing, ...before } = await getOffice().page.defects.readSettings()
    return getOffice().page.defects.saveSettings({ ...before, ...change(before) })
  }
  /** The newest events of a resident's timeline that are about defects. */
  const told = async (who: Reporter) =>
    (await getOffice().page.residents.timeline({ id: getOffice().ids[who], page: 0 })).events
      .filter(({ kind }) => kind === 'defect')
      .map(({ detail }) => detail)
  /** The text of a message. */
  const text = (messageId: string | null) => getOffice().page.outbox.read({ id: messageId ?? '' })
  return { home, report, reported, read, list, settings, told, text }
}

/** Uploads a picture as a page does; gives the upload's id. */
export async function uploadPicture(page: DeskClient, name: string, bytes: Buffer): Promise<string> {
  const { uploadId } = await page.defects.startPicture({ name, bytes: bytes.length })
  for (let offset = 0; offset < bytes.length; offset += 1_000_000) {
    const base64 = bytes.subarray(offset, offset + 1_000_000).toString('base64')
    await page.defects.pictureChunk({ uploadId, offset, base64 })
  }
  return uploadId
}
