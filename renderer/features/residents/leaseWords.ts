import type { LeaseView } from '#shared/contract/residents'

/** A lease's state as the key of its sentence, and the days that belong in it. */
export function leaseWords(lease: LeaseView): {
  readonly key:
    | 'running'
    | 'runningUntil'
    | 'noticeGiven'
    | 'noticeGivenOpen'
    | 'future'
    | 'unsigned'
    | 'ended'
    | 'movedOut'
  readonly day: string | null
  readonly notice: string | null
} {
  const { state, beginsOn, endsOn, noticeGivenOn, to } = lease
  switch (state) {
    case 'running':
      return endsOn === null
        ? { key: 'running', day: beginsOn, notice: null }
        : { key: 'runningUntil', day: endsOn, notice: null }
    case 'noticeGiven':
      return endsOn === null
        ? { key: 'noticeGivenOpen', day: null, notice: noticeGivenOn }
        : { key: 'noticeGiven', day: endsOn, notice: noticeGivenOn }
    case 'future':
      return { key: 'future', day: beginsOn, notice: null }
    case 'unsigned':
      return { key: 'unsigned', day: beginsOn, notice: null }
    case 'ended':
      // A person may have moved out of a home whose lease goes on.
      return to !== null && (endsOn === null || to < endsOn)
        ? { key: 'movedOut', day: to, notice: null }
        : { key: 'ended', day: endsOn, notice: null }
  }
}
