/** The desk does not answer: the program has stopped, or the connection to it is gone. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** The page was opened without the program: the loopback host knows no launch of it. */
export class NotLaunched extends Error {
  override readonly name = 'NotLaunched'
}
