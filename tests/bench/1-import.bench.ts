import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, it } from 'vitest'
import type { DeskClient } from '#shared/contract/index'
import { preview, type RegisterTexts, upload } from '../support/register'
import { messagePort } from '../transport/transports'
import { fullDeskFolder, openBenchDesk, withPage } from './benchDesk'
import { benchFolder, fullRegister } from './folder'
import { plainImporter } from './plainImport'
import { median, remark, report, timed } from './report'

const rounds = 3

/** One import through the API, in milliseconds by stage, and the longest time the event loop was held up. */
async function importTimed(page: DeskClient, files: RegisterTexts) {
  const eventLoop = monitorEventLoopDelay({ resolution: 1 })
  const uploaded = await timed(() => upload(page, files))
  eventLoop.enable()
  const previewed = await timed(() => preview(page, uploaded.value))
  const previewDelay = eventLoop.max / 1e6
  eventLoop.reset()
  let indexingFrom = 0
  let added = 0
  const applied = await timed(async () => {
    const meant = { uploadId: uploaded.value, withoutRejected: false, endsManyMeant: false }
    for await (const event of await page.register.apply(meant)) {
      if (event.type === 'done') added = event.added
      else if (event.stage === 'indexing' && indexingFrom === 0) indexingFrom = performance.now()
    }
  })
  const indexing = indexingFrom === 0 ? 0 : performance.now() - indexingFrom
  const applyDelay = eventLoop.max / 1e6
  eventLoop.disable()
  return {
    added,
    all: uploaded.ms + previewed.ms + applied.ms,
    upload: uploaded.ms,
    preview: previewed.ms,
    writing: applied.ms - indexing,
    indexing,
    previewDelay,
    applyDelay,
  }
}

it('import of the full-size register', async () => {
  const files = fullRegister()
  const plain = plainImporter()
  const ours: Awaited<ReturnType<typeof importTimed>>[] = []
  const again: typeof ours = []
  const baseline: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const plainFile = join(benchFolder(), 'plain.db')
    baseline.push((await timed(() => plain.importInto(plainFile))).ms)
    rmSync(plainFile)
    const folder = join(benchFolder(), `import-${round}`)
    const desk = await openBenchDesk(folder)
    await withPage(desk, messagePort, async (page) => {
      ours.push(await importTimed(page, files))
      if (round === 0) again.push(await importTimed(page, files))
    })
    await desk.close()
    if (round < rounds - 1) rmSync(folder, { recursive: true })
    else renameSync(folder, fullDeskFolder())
  }
  expect(ours.every(({ added }) => added > 300_000)).toBe(true)
  expect(again[0]?.added).toBe(0)
  const of = (part: keyof (typeof ours)[number]) => median(ours.map((one) => one[part]))
  report({
    name: `import, against ${plain.name} and the same indexes`,
    unit: 'ms',
    ours: of('all'),
    baseline: median(baseline),
    aim: '≤ 2 ×',
  })
  for (const part of ['upload', 'preview', 'writing', 'indexing'] as const) {
    report({ name: `  of it: ${part}`, unit: 'ms', ours: of(part), baseline: null, aim: '' })
  }
  report({ name: 'import of the same files again', unit: 'ms', ours: again[0]!.all, baseline: null, aim: '' })
  const longest = (part: 'previewDelay' | 'applyDelay') =>
    Math.max(...ours.map((one) => one[part])).toFixed(0)
  remark('The import is of the five files, as before there were keys. The keys are measured by themselves.')
  remark(
    `Event loop held up at most ${longest('previewDelay')} ms by a preview, ${longest('applyDelay')} ms by an import.`,
  )
})
