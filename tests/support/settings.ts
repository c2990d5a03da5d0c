import type { DeskClient } from '#shared/contract/index'
import { nameOf } from './outcomes'

/** Sets how soon the desk locks itself, over whatever is set. */
export const setLockAfter = async ({ system }: DeskClient, lockAfterMinutes: number) =>
  system.saveSettings({ ...(await system.readSettings()), lockAfterMinutes })

type Smtp = Parameters<DeskClient['outbox']['saveSettings']>[0]['smtp']

/** Sets the SMTP server over whatever is set, also while another desk does. */
export async function setServer({ outbox }: DeskClient, smtp: Smtp) {
  for (;;) {
    const saving = outbox.saveSettings({ ...(await outbox.readSettings()), smtp })
    if ((await nameOf(saving)) !== 'CHANGED_MEANWHILE') return saving
  }
}
