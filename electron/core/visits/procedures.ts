import { procedures } from '../access/procedure'
import { boardProcedure } from './board'
import { calling } from './calling'
import { dayProcedure } from './day'
import { findProcedure } from './find'
import { reception } from './reception'
import { serving } from './serving'
import { takingDesks } from './takingDesks'

/** Reception, desks, calling and the waiting room's board. */
export const visitProcedures = procedures.visits.router({
  day: dayProcedure,
  find: findProcedure,
  board: boardProcedure,
  ...reception,
  ...takingDesks,
  ...calling,
  ...serving,
})
