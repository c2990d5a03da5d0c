import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from './fixtures'

export type Language = 'fi' | 'sv' | 'en'
type Texts = { readonly [key: string]: string | Texts }

const folder = join(import.meta.dirname, '..', '..', 'renderer', 'i18n')

/** The page's texts in a language, by namespace. */
export const textsOf = (language: Language): Texts =>
  Object.fromEntries(
    readdirSync(join(folder, language)).map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Texts,
    ]),
  )

const flat = (texts: Texts, before = ''): readonly (readonly [key: string, text: string])[] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as const] : flat(value, `${before}${key}.`),
  )

const namespaces = Object.keys(textsOf('fi'))
const keys = new Set(namespaces.flatMap((name) => flat(textsOf('fi')[name] as Texts).map(([key]) => key)))

/** Texts that are of one language alone. */
function foreign(language: Language): ReadonlySet<string> {
  const own = new Set(flat(textsOf(language)).map(([, text]) => text))
  const others = (['fi', 'sv', 'en'] as const).filter((other) => other !== language)
  return new Set(
    others.flatMap((other) =>
      flat(textsOf(other)).flatMap(([, text]) => (own.has(text) || text.length < 4 ? [] : [text])),
    ),
  )
}

/** Every text that is to be seen or listened to. */
const shownTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: (string | null)[] = [document.title]
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility() || element.closest('script,style,[hidden]')) continue
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent)
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.push(element.getAttribute(name))
    }
    return texts.flatMap((text) => (text === null || text.trim() === '' ? [] : [text.trim()]))
  })

/** The page has come: its heading is there, and nothing is a grey box any more. */
export async function expectReady(page: Page) {
  // Looked at with every picture: an expectation that did not hold at first would be looked at again much later.
  await page.waitForFunction(() => {
    const shown = [...document.querySelectorAll('h1')].filter((heading) => heading.checkVisibility())
    const [only] = shown
    const hasCome = shown.length === 1 && only?.innerText.trim() !== ''
    return hasCome && !document.querySelector('.MuiSkeleton-root')
  })
}

/** No key stands where a text should, no blank was left unfilled, and no text is of another language. */
export async function expectTranslated(page: Page, language: Language) {
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  const ofAnother = foreign(language)
  const wrong = (text: string) =>
    keys.has(text) ||
    namespaces.some((name) => text.includes(`${name}:`)) ||
    /\{\{|\}\}|undefined|\[object|Invalid (Date|DateTime)|NaN/.test(text) ||
    ofAnother.has(text)
  expect((await shownTexts(page)).filter(wrong)).toEqual([])
}

/** Neither the page nor any part of it has to be scrolled sideways. */
export async function expectNothingWider(page: Page) {
  const wider = await page.evaluate(() =>
    [document.documentElement, ...document.body.querySelectorAll('*')].flatMap((element) => {
      const scrolls =
        element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX)
      return scrolls && element.scrollWidth > element.clientWidth && element.clientWidth > 0
        ? [`${element.tagName} ${element.className}: ${element.scrollWidth} > ${element.clientWidth}`]
        : []
    }),
  )
  expect(wider).toEqual([])
}

/** Tab comes to everything in a place that can be acted on, and each has a mark of the focus that can be seen. */
export async function expectKeyboardReaches(page: Page, place: 'body' | 'main' = 'body') {
  const all = await page.evaluateHandle((within) => {
    const root = document.querySelector<HTMLElement>(within)
    if (within === 'main') root?.focus()
    const found =
      root?.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,summary,[tabindex]') ?? []
    return [...found].filter((element) => {
      if (element.tabIndex < 0 || !element.checkVisibility() || element.closest('[inert]')) return false
      if (element.matches(':disabled')) return false
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return true
      // Of radio buttons the chosen one is come to, or the first when none is.
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${element.name}"]`)]
      return !group.some(({ checked }) => checked) && group[0] === element
    })
  }, place)
  const count = await all.evaluate((elements) => elements.length)
  if (place === 'body') expect(count).toBeGreaterThan(5)
  const unmarked = new Set<string>()
  const reached = new Set<number>()
  for (let presses = 0; presses < count + 5; presses++) {
    await page.keyboard.press('Tab')
    const { at, marked, name } = await all.evaluate((elements) => {
      const focused = document.activeElement as HTMLElement
      const seen = (element: Element | null): boolean => {
        for (let each = element; each; each = each.parentElement) {
          if (getComputedStyle(each).opacity === '0') return false
        }
        return true
      }
      let isMarked = false
      let each: Element | null = focused
      for (let up = 0; up < 4 && each; up++, each = each.parentElement) {
        const { outlineStyle, outlineWidth } = getComputedStyle(each)
        isMarked ||= outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && seen(each)
      }
      return {
        at: elements.indexOf(focused),
        marked: isMarked,
        name: focused.outerHTML.slice(0, 160),
      }
    })
    if (at < 0) continue
    reached.add(at)
    if (!marked) unmarked.add(name)
  }
  const missed = await all.evaluate(
    (elements, found) =>
      elements.flatMap((each, at) => (found.includes(at) ? [] : [each.outerHTML.slice(0, 160)])),
    [...reached],
  )
  expect(missed, 'not reached').toEqual([])
  expect([...unmarked], 'without a mark of the focus').toEqual([])
}
