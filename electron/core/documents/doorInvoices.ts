import { DateTime } from 'luxon'
import { csvRow } from '#shared/rules/csvCells'
import type { DoorDayKind } from '#shared/rules/doorPriceTable'
import { HELSINKI } from '#shared/rules/localDay'
import { formatReference } from '#shared/rules/visitReference'
import words from '../../../resources/letters/doorInvoices.fi.json' with { type: 'json' }

/** One opened door as its invoice line. */
interface DoorToInvoice {
  readonly reference: string
  readonly leaseNo: string
  readonly residentNo: string
  readonly name: string
  /** Null when it may not be told. */
  readonly address: string | null
  readonly orderedAt: Date
  readonly openedAt: Date | null
  readonly dayKind: DoorDayKind | null
  /** Null when no price was known: whoever invoices decides. */
  readonly feeCents: number | null
  readonly pricesFrom: string | null
}

const momentText = (moment: Date) => DateTime.fromJSDate(moment, { zone: HELSINKI }).toFormat(words.moment)

const eurosText = (cents: number) => `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`

const dayText = (day: string) => DateTime.fromISO(day, { zone: 'utc' }).toFormat(words.day)

/** Spreadsheets read UTF-8 as something else without it. */
const byteOrderMark = '\ufeff'

/** The file of invoice lines: CSV in UTF-8 with a byte order mark, semicolons, one line a door; no cell is a formula. */
export const doorInvoices = (doors: readonly DoorToInvoice[]): string =>
  byteOrderMark +
  [
    Object.values(words.columns),
    ...doors.map((door) => [
      formatReference(door.reference),
      door.leaseNo,
      door.residentNo,
      door.name,
      door.address ?? '',
      momentText(door.orderedAt),
      door.openedAt ? momentText(door.openedAt) : '',
      door.dayKind ? words.dayKinds[door.dayKind] : '',
      door.feeCents === null ? '' : eurosText(door.feeCents),
      door.pricesFrom ? dayText(door.pricesFrom) : '',
    ]),
  ]
    .map(csvRow)
    .join('')
