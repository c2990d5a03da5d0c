import { runDatabase } from '../../../electron/database/commands'

/** Runs one of the administrator's commands; stands still for good when it is at the table `stopAt`. */
export async function run(
  { argv, env, stopAt }: { argv: string[]; env: Record<string, string>; stopAt: string | null },
  say: (said: unknown) => void,
): Promise<void> {
  const complained: string[] = []
  const code = await runDatabase(argv, {
    env,
    version: '0.0.0-test',
    say: () => undefined,
    complain: (text) => complained.push(text),
    line(text) {
      if (stopAt === null || !text.includes(stopAt)) return
      say({ stoppedAt: stopAt })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
    },
    ask: null,
  })
  say({ code, complained: complained.join('\n') })
}
