import { expect, vi } from 'vitest'
import type { Language } from '#shared/contract/base'
import type { DeskClient } from '#shared/contract/index'
import type { OutboxMessage } from '#shared/contract/outbox'
import { openTestDesk, type Place, type TestDesk } from '../support/desk'
import type { Engine, Opened } from '../support/engines'
import { setServer } from '../support/settings'

/** Nothing here takes so long; a busy computer does. */
const patience = { timeout: 20_000, interval: 20 }

export const smtpTo = (port: number, change: Partial<SmtpInput> = {}): SmtpInput => ({
  host: '127.0.0.1',
  port,
  security: 'none',
  username: null,
  password: null,
  senderName: 'Hekan asiakaspalvelu',
  senderAddress: 'ajanvaraus@example.com',
  ...change,
})
type SmtpInput = Parameters<DeskClient['outbox']['test']>[0]['smtp']

/** An office that books appointments, on Tuesday 24 November 2026 at 10.30. */
export interface OutboxOffice {
  readonly desk: TestDesk
  readonly page: DeskClient
  book(visitor?: Partial<Visitor>): ReturnType<DeskClient['appointments']['book']>
  /** Sets the SMTP server, which also wakes the worker. */
  server(port: number, change?: Partial<SmtpInput>): Promise<void>
  /** Lets time pass, and has the worker look at the clock. */
  later(milliseconds: number): Promise<void>
  /** Every message, the newest first. */
  messages(): Promise<readonly OutboxMessage[]>
  /** Waits until the messages of a kind look like this. */
  until(kind: OutboxMessage['kind'], looks: Partial<OutboxMessage>): Promise<OutboxMessage>
}

interface Visitor {
  readonly name: string
  readonly email: string | null
  readonly language: Language
  readonly startsAt: string
  readonly reason: 'portalIdentification' | 'lease' | 'powerOfAttorney'
  readonly additionalInformation: string
}

/** Wednesday at 9.15 and the quarters after it. */
export const quarter = (n: number) =>
  new Date(Date.parse('2026-11-25T07:15:00Z') + n * 15 * 60_000).toISOString()

export async function openOutboxOffice(engine: Engine, place: Place = {}): Promise<Opened<OutboxOffice>> {
  const opened = await openTestDesk(engine, place)
  return { ...opened, value: officeOf(opened.value, await opened.value.administrator()) }
}

/** The same of a desk that is open already. */
export function officeOf(desk: TestDesk, page: DeskClient): OutboxOffice {
  const messages = async () => (await page.outbox.list({ show: 'all', page: 0 })).messages
  return {
    desk,
    page,
    messages,
    book: ({ startsAt = quarter(0), name = 'Meija Virtanen', ...visitor } = {}) =>
      page.appointments.book({
        residentId: null,
        person: { kind: 'applicant', name },
        team: 'service',
        reason: 'portalIdentification',
        lane: null,
        phone: null,
        email: 'meija@example.com',
        language: 'fi',
        additionalInformation: '',
        ...visitor,
        startsAt: new Date(startsAt),
      }),
    async server(port, change) {
      await setServer(page, smtpTo(port, change))
    },
    async later(milliseconds) {
      desk.wait(milliseconds)
      await page.staff.stillHere()
      const { smtp } = await page.outbox.readSettings()
      await setServer(page, smtp && { ...smtp, password: null })
    },
    async until(kind, looks) {
      return vi.waitFor(async () => {
        const found = (await messages()).find((message) => message.kind === kind)
        expect(found).toMatchObject(looks)
        return found!
      }, patience)
    },
  }
}

/** Waits until something is so. */
export const eventually = <Value>(check: () => Value | Promise<Value>) => vi.waitFor(check, patience)
