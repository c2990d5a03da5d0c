import * as z from 'zod'

const path = z.string().refine((url) => /^\/(?!\/)/.test(url) && URL.canParse(`http://orpc${url}`))
const headers = z.record(z.string(), z.string())

/** What the page's oRPC client puts on the port, as `@orpc/standard-server-peer` 1.16 writes it. */
const peerMessage = z.union([
  z.strictObject({
    i: z.string(),
    p: z.strictObject({
      u: path,
      b: z.unknown().optional(),
      h: headers.optional(),
      m: z.literal('GET').optional(),
    }),
  }),
  z.strictObject({
    i: z.string(),
    t: z.literal(3),
    p: z.looseObject({ e: z.enum(['message', 'error', 'done']) }),
  }),
  z.strictObject({ i: z.string(), t: z.literal(4), p: z.unknown().optional() }),
])

/** Whether something a page sent can be a message of the desk's protocol: anything else is dropped unread. */
export function isPeerMessage(data: unknown): boolean {
  if (typeof data !== 'string') return false
  try {
    return peerMessage.safeParse(JSON.parse(data)).success
  } catch {
    return false
  }
}
