// npm run bench: installs and builds what is missing, measures the program with the full-size practice register against
// plain baselines on this computer, and ends with one table. Nothing is asserted about time.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { commandOf, ensureBuilt, ensureInstalled, main, node24, root, run, say } from './prepare.mjs'

await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const folder = mkdtempSync(join(tmpdir(), 'heka-desk-bench-'))
  try {
    const vitest = ['run', '--config', 'vitest.bench.config.ts', ...process.argv.slice(2)]
    const env = { ...process.env, HEKA_DESK_BENCH: folder }
    const code = await run(node24, [commandOf('vitest'), ...vitest], { env })
    const lines = readLines(join(folder, 'measurements.jsonl'))
    say(machine())
    say(table(lines.filter(({ name }) => name !== undefined)))
    for (const { remark } of lines) if (remark !== undefined) say(remark)
    return code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

function readLines(file) {
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function machine() {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', 'node', 'package.json'), 'utf8'))
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const load = loadavg()
    .map((average) => average.toFixed(1))
    .join(' ')
  return `${cpus().length} × ${cpus()[0]?.model}, ${memory}, ${process.platform}, Node ${version}, load ${load}\n`
}

function table(measurements) {
  const number = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2))
  const rows = measurements.map(({ name, unit, ours, baseline, aim, load }) => [
    name,
    `${number(ours)} ${unit}`,
    baseline === null ? '' : `${number(baseline)} ${unit}`,
    baseline === null ? '' : `${(ours / baseline).toFixed(1)} ×`,
    aim,
    load.toFixed(1),
  ])
  rows.unshift(['', 'ours', 'baseline', 'ratio', 'aim', 'load'])
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map(([name, ...cells]) => {
      const figures = cells.map((cell, at) =>
        at === 3 ? cell.padEnd(widths[4]) : cell.padStart(widths[at + 1]),
      )
      return [name.padEnd(widths[0]), ...figures].join('  ').trimEnd()
    })
    .join('\n')
}
