import { procedures } from '../access/procedure'
import { cases } from './cases'
import { chase } from './chase'
import { correctingKey } from './correctingKey'
import { endingHandoffs } from './endingHandoffs'
import { figures } from './figures'
import { handoffPapers } from './handoffPapers'
import { listing } from './listing'
import { looking } from './looking'
import { makingHandoffs } from './makingHandoffs'
import { moving } from './moving'
import { reports } from './reports'

const os = procedures.keys

/** Keys: who has them, and their hand-offs to BLC Turva and back. */
export const keyProcedures = os.router({
  ...looking,
  ...moving,
  ...correctingKey,
  ...makingHandoffs,
  ...endingHandoffs,
  ...handoffPapers,
  ...listing,
  ...reports,
  ...cases,
  ...chase,
  ...figures,
})
