import type { Page } from '@playwright/test'
import { calledNumber, calledTo } from './counter'
import { expect, expectAccessible, signIn, test } from './fixtures'
import { deskOf, laterToday, openTodayAndTomorrow, pressKey, residentIdOf } from './office'
import { goTo } from './pages'

declare global {
  interface Window {
    /** Everything that the board has been told by the desk, as it came. */
    told?: string
    /** Breaks the stream that is being listened to: going offline lets it go on. */
    cut?: () => void
  }
}

const lost = (board: Page) => board.getByText('Yhteys on poikki', { exact: false })

/** Keeps what comes from the desk: the board’s stream never ends, so that it cannot be read afterwards. */
const keepTold = (page: Page) =>
  page.context().addInitScript(() => {
    if (location.pathname !== '/board') return
    window.told = ''
    const real = window.fetch
    window.fetch = async (...request) => {
      const answer = await real(...request)
      if (answer.body === null) return answer
      const [mine, theirs] = answer.body.tee()
      void mine
        .pipeThrough(new TextDecoderStream())
        .pipeTo(
          new WritableStream({
            write(text) {
              window.told += text
            },
          }),
        )
        .catch(() => undefined)
      const ending = new AbortController()
      window.cut = () => ending.abort()
      const heard = theirs.pipeThrough(new TransformStream(), ending)
      return new Response(heard, { status: answer.status, headers: answer.headers })
    }
  })

/** How high the letters of the number are, of the height of the screen. */
const heightOfNumber = (board: Page) =>
  calledNumber(board).evaluate((element) => {
    const { fontWeight, fontSize, fontFamily } = getComputedStyle(element)
    const pen = document.createElement('canvas').getContext('2d')
    if (pen === null) return 0
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`
    return pen.measureText(element.textContent ?? '').actualBoundingBoxAscent / innerHeight
  })

test('the waiting room sees whose number is called, and nothing of who they are', async ({
  desk: page,
  host,
}) => {
  test.skip(host === 'electron', 'the desktop program’s board is its own window')
  const later = laterToday()
  test.skip(later === null, 'nothing of today can be booked any more')
  if (later === null) return
  await keepTold(page)
  await signIn(page)
  await openTodayAndTomorrow(page, later)
  const { visits } = deskOf(page)
  const give = async (words: string) => {
    const residentId = await residentIdOf(page, { words })
    const rest = {
      person: null,
      reason: 'keys',
      language: 'fi',
      additionalInformation: 'Salainen asia',
    } as const
    await visits.giveNumber({ residentId, ...rest })
  }
  await give('hämäläinen laura')
  await give('korhonen juho')
  await goTo(page, 'Tiski', 'Oma tiski')
  await page.keyboard.press('2')
  await expect(page.getByRole('heading', { level: 1, name: 'Tiski 2' })).toBeVisible()
  const opened = page.context().waitForEvent('page')
  await page.getByRole('button', { name: 'Avaa näyttötaulu' }).click()
  const board = await opened
  const asked: string[] = []
  board.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await board.setViewportSize({ width: 1920, height: 1080 })

  await test.step('in three languages at once, before anybody is called', async () => {
    for (const [language, words] of [
      ['fi', 'Odota vuoroasi'],
      ['sv', 'Vänta på din tur'],
      ['en', 'Please wait for your turn'],
    ] as const)
      await expect(board.locator(`main [lang=${language}]`)).toHaveText(words)
    await expect(board.getByRole('contentinfo')).toContainText(/Odottaa.*2/s)
    await expectAccessible(board)
  })

  await test.step('the number and the desk, by themselves', async () => {
    await page.bringToFront()
    await pressKey(page, 'k')
    await expect(calledNumber(board)).toHaveText('B1', { timeout: 5_000 })
    await expect(calledTo(board)).toHaveText('2')
    for (const words of ['Vuoronumero', 'Könummer', 'Queue number', 'Tiski', 'Disk', 'Desk'])
      await expect(board.locator('.newest')).toContainText(words)
    await expect(board.getByRole('contentinfo')).toContainText(/Odottaa.*1/s)
    expect(await heightOfNumber(board)).toBeGreaterThanOrEqual(0.22)
    await expectAccessible(board)
    await board.emulateMedia({ colorScheme: 'dark' })
    await expectAccessible(board, ['color-contrast'])
    await board.emulateMedia({ colorScheme: 'light' })
  })

  await test.step('called again, it is shown again', async () => {
    const before = await calledNumber(board).elementHandle()
    await page.getByRole('group', { name: 'Oma tiski' }).getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Tiski 2' })).toBeVisible()
    await pressKey(page, 'r')
    await expect
      .poll(() => before?.evaluate((element) => element.isConnected), { timeout: 5_000 })
      .toBe(false)
    await expect(calledNumber(board)).toHaveText('B1')
    // Listened to, it is one part, so that the whole call is read again.
    await expect(board.locator('.newest')).toHaveAttribute('aria-live', 'polite')
    await expect(board.locator('.newest')).toHaveAttribute('aria-atomic', 'true')
  })

  await test.step('opened anew, it shows how it is', async () => {
    await board.reload()
    await expect(calledNumber(board)).toHaveText('B1')
    await expect(calledTo(board)).toHaveText('2')
  })

  await test.step('a lost connection is said, and a call of meanwhile is there when it is back', async () => {
    await board.context().setOffline(true)
    await board.evaluate(() => window.cut?.())
    await expect(lost(board)).toBeVisible()
    await expect(calledNumber(board)).toHaveText('B1')
    await expect(board.getByText('Förbindelsen')).toBeVisible()
    await expectAccessible(board)
    await board.context().setOffline(false)
    await expect(lost(board)).toBeHidden()
    const { version, id } = (await visits.find({ text: 'B1' })).found[0]?.visit ?? { id: '', version: 0 }
    await visits.finish({ id, version, outcome: 'done', note: '' })
    await visits.callNext()
    await expect(calledNumber(board)).toHaveText('B2', { timeout: 5_000 })
  })

  await test.step('no name, and nothing else of a person, was on it or came to it', async () => {
    const told = await board.evaluate(() => `${document.documentElement.outerHTML} ${window.told}`)
    expect(told).toContain('B2')
    expect(told).toMatch(/"deskNo":2/)
    for (const secret of [
      'Hämäläinen',
      'Laura',
      'Korhonen',
      'Juho',
      'Lehtinen',
      'Salainen',
      'keys',
      'residentId',
    ])
      expect(told).not.toContain(secret)
    const calls = asked.filter((path) => path.startsWith('/rpc'))
    expect(new Set(calls)).toEqual(new Set(['/rpc/visits/board']))
  })
})
