/** Seconds after which a desk that says nothing any more has vanished: what it held is free. */
export const vanishedAfterSeconds = 120

/** Before this moment a page was last seen too long ago to be there still. */
export const notSeenSince = (now: Date): Date => new Date(now.getTime() - vanishedAfterSeconds * 1000)
