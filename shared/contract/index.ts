import type { ContractRouterClient } from '@orpc/contract'
import { appointments } from './appointments'
import { audit } from './audit'
import { database } from './database'
import { drafts } from './drafts'
import { identity } from './identity'
import { mandates } from './mandates'
import { outbox } from './outbox'
import { portal } from './portal'
import { presence } from './presence'
import { register } from './register'
import { requests } from './requests'
import { residents } from './residents'
import { staff } from './staff'
import { system } from './system'
import { timetable } from './timetable'
import { visits } from './visits'

/** Every procedure of the desk, said once. Both hosts serve exactly this. */
export const contract = {
  system,
  database,
  presence,
  staff,
  register,
  residents,
  identity,
  portal,
  timetable,
  appointments,
  visits,
  mandates,
  requests,
  outbox,
  drafts,
  audit,
}
export type Contract = typeof contract

/** The desk as a page sees it, over either host. */
export type DeskClient = ContractRouterClient<Contract>
