import type { DeskClientContext } from '#core/access/procedure'

interface Sent {
  readonly request: { readonly headers: Readonly<Record<string, string | readonly string[] | undefined>> }
  readonly context: DeskClientContext
}

/** An interceptor of either host's handler: gives the call the key that stands in its header `command-key`. */
export const takeCommandKey = <Options extends Sent & { next(options: Options): Answer }, Answer>(
  options: Options,
): Answer => {
  const given = options.request.headers['command-key']
  const commandKey = typeof given === 'string' ? given : undefined
  return options.next({ ...options, context: { ...options.context, commandKey } })
}
