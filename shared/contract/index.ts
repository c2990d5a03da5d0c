import type { ContractRouterClient } from '@orpc/contract'
import { advice } from './advice'
import { answers } from './answers'
import { appointments } from './appointments'
import { audit } from './audit'
import { calls } from './calls'
import { database } from './database'
import { defects } from './defects'
import { doors } from './doors'
import { drafts } from './drafts'
import { identity } from './identity'
import { keys } from './keys'
import { mandates } from './mandates'
import { outbox } from './outbox'
import { portal } from './portal'
import { presence } from './presence'
import { register } from './register'
import { requests } from './requests'
import { residents } from './residents'
import { staff } from './staff'
import { system } from './system'
import { tasks } from './tasks'
import { timetable } from './timetable'
import { today } from './today'
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
  keys,
  calls,
  defects,
  doors,
  tasks,
  today,
  answers,
  advice,
  outbox,
  drafts,
  audit,
}
export type Contract = typeof contract

/** The desk as a page sees it, over either host. */
export type DeskClient = ContractRouterClient<Contract>
