import { expect, signIn, test } from './fixtures'
import { meija, openResident, passportOf, scan, section, timeline } from './pages'

const documentNumber = 'XP1234567'

test('nothing of a document is left after its check', async ({ desk: page, host }) => {
  await signIn(page)
  await openResident(page, meija)
  await scan(page, passportOf(meija, { optional: '040483<904C' }))
  await expect(page.getByRole('button', { name: 'Kyllä, kuva täsmää' })).toBeFocused()
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    // The stream of changes never ends.
    if (/\/rpc\/(?!system\/changes)/.test(response.url())) answers.push(response.text().catch(() => ''))
  })
  await page.keyboard.press('Enter')
  await expect(section(page, 'Tarkistus kirjattu')).toContainText(
    'Asiakirjan tiedot on poistettu näytöltä ja muistista.',
  )

  const traces = [documentNumber, 'P<FIN', '490101', '2049', '904C', 'VIRTANEN']
  const expectNoTrace = async () => {
    const kept = await page.evaluate(() =>
      [
        document.documentElement.outerHTML,
        ...[...document.querySelectorAll('input,textarea')].map((field) => (field as HTMLInputElement).value),
        JSON.stringify({ ...localStorage }),
        JSON.stringify({ ...sessionStorage }),
        JSON.stringify(history.state),
        location.href,
        document.title,
      ].join('\n'),
    )
    expect(traces.filter((trace) => kept.includes(trace))).toEqual([])
  }
  await expectNoTrace()

  await test.step('in the memory of the page', async () => {
    // The desktop program gives no such look into its window.
    if (host === 'electron') return
    const devtools = await page.context().newCDPSession(page)
    let heap = ''
    devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
      heap += chunk
    })
    await devtools.send('HeapProfiler.enable')
    await devtools.send('HeapProfiler.collectGarbage')
    await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
    // The page's own texts are there, so that what is not found was not just not looked at.
    expect(heap.includes('Asiakirjan tiedot on poistettu')).toBe(true)
    expect(heap.includes(documentNumber)).toBe(false)
  })

  await test.step('in what was stored', async () => {
    await page.getByRole('button', { name: 'Takaisin asukkaan sivulle' }).click()
    await expect(timeline(page)).toHaveCount(1)
    await expectNoTrace()
    await page.reload()
    await expect(timeline(page)).toContainText(['Tunnistettu: passi. Asukassivuja varten.'])
    await page.keyboard.press('i')
    await expect(section(page, 'Aiemmat tarkistukset').getByRole('listitem')).toHaveCount(1)
    await expect(page.getByLabel('Koneluettavat rivit')).toHaveValue('')
    await expectNoTrace()
    const told = (await Promise.all(answers)).join('\n')
    expect(told).toContain('"documentKind":"passport"')
    expect(traces.filter((trace) => told.includes(trace))).toEqual([])
  })
})
