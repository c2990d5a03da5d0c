import type { CallOutcome, CallTopic } from '#shared/contract/calls'
import { accept, type Result, refuse } from '#shared/rules/result'
import { type Call, signedIn } from '../access/procedure'
import { recordEvent } from '../residents/timeline'
import type { Tx } from '../store/store'
import { type CallRow, changeCall, sameCall, stopped } from './rows'

/** Whether a call can be gone on with by whoever asks. */
export function mayGoOn(row: CallRow, context: Call): Result<true, 'callOver' | 'notYourCall'> {
  if (row.state === 'ended') return refuse('callOver')
  return row.staffId === signedIn(context).staffId ? accept(true) : refuse('notYourCall')
}

/** Ends a call with what it was, and tells the resident's timeline. */
export async function endCall(
  tx: Tx,
  context: Call,
  row: CallRow,
  how: { readonly topic: CallTopic | null; readonly said: string; readonly outcome: CallOutcome },
): Promise<void> {
  const time = stopped(row, context.now)
  const { residentId, callerKind } = row
  const ended = { state: 'ended', endedAt: context.now } as const
  await changeCall(tx, context, row, { residentId, callerKind, ...how, ...time, ...ended })
  // What was no call, or of nobody that is known, is in nobody's timeline.
  if (residentId === null || how.outcome === 'mistake') return
  await recordEvent(tx, context.parts.store.tables, {
    residentId,
    at: context.now,
    by: signedIn(context),
    kind: 'call',
    detail: {
      what: 'ended',
      callId: row.id,
      ...how,
      line: row.line,
      callerKind,
      callerName: row.callerName,
      recognised: row.recognised,
      outsideHours: row.outsideHours,
      seconds: time.talkedSeconds,
    },
  })
}

/**
 * The call by which a defect or a door opening is taken, when there is one: still as the page read it, of whoever asks, and about
 * nobody else than the resident. CHANGED_MEANWHILE or NOT_FOUND are thrown.
 */
export async function callForRecord(
  tx: Tx,
  context: Call,
  which: { readonly id: string; readonly version: number } | null,
  residentId: string,
): Promise<Result<CallRow | null, 'callOver' | 'notYourCall' | 'callOfAnother'>> {
  if (which === null) return accept(null)
  const { call } = await sameCall(tx, context, which)
  const may = mayGoOn(call, context)
  if (!may.ok) return may
  return call.residentId === null || call.residentId === residentId ? accept(call) : refuse('callOfAnother')
}

/** After what a call was for is written down: ends the call with it when that was asked, so that nothing has to be typed twice. */
export async function afterRecord(
  tx: Tx,
  context: Call,
  row: CallRow | null,
  endsCall: boolean,
  {
    topic,
    said,
    residentId,
  }: { readonly topic: CallTopic; readonly said: string; readonly residentId: string },
): Promise<void> {
  if (row === null) return
  // Whoever reports for a home that they live in has said who they are.
  const known = row.residentId === null ? ({ residentId, callerKind: 'resident' } as const) : {}
  if (endsCall) return endCall(tx, context, { ...row, ...known }, { topic, said, outcome: 'reported' })
  await changeCall(tx, context, row, known)
}
