// npm run check: types, lint and format, unused files and exports, all at once; each in one line when it passes.
import { spawn } from 'node:child_process'
import { commandOf, ensureInstalled, main, node24, root, say } from './prepare.mjs'

const checks = [
  { name: 'types', command: commandOf('typescript', 'tsc'), args: ['--noEmit', '-p', '.'] },
  {
    name: 'lint and format',
    command: commandOf('@biomejs/biome', 'biome'),
    args: ['check', '--error-on-warnings', '.'],
  },
  { name: 'unused', command: commandOf('knip'), args: ['--no-progress', '--no-config-hints'] },
]

await main(async () => {
  await ensureInstalled()
  const results = await Promise.all(checks.map(check))
  for (const { name, code, output, seconds } of results) {
    say(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name}  (${seconds} s)`)
    if (code !== 0) say(output.trimEnd().replaceAll(/^/gm, '    '))
  }
  return results.every(({ code }) => code === 0) ? 0 : 1
})

function check({ name, command, args }) {
  const started = Date.now()
  return new Promise((resolve) => {
    let output = ''
    const child = spawn(node24, [command, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('close', (code) => {
      resolve({ name, code: code ?? 1, output, seconds: ((Date.now() - started) / 1000).toFixed(1) })
    })
  })
}
