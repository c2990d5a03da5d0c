import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#shared/contract/base'

/** The languages a person can choose, in their own names: a name of a language is not translated. */
export const languageNames: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' }

/** The same in the order in which they are offered. The contract's own list would bring its schemas along. */
export const languages = ['fi', 'sv', 'en'] as const satisfies readonly Language[]

const storageKey = 'heka-desk.language'
const isLanguage = (text: string | null): text is Language => text !== null && text in languageNames

type Bundle = () => Promise<{ readonly texts: Readonly<Record<string, object>> }>

/** Two scripts a language: what is said before somebody has signed in, so that it is there soon, and what the pages say. */
const bundles: Readonly<Record<'texts' | 'pages', Readonly<Record<Language, Bundle>>>> = {
  texts: { fi: () => import('./texts.fi'), sv: () => import('./texts.sv'), en: () => import('./texts.en') },
  pages: { fi: () => import('./pages.fi'), sv: () => import('./pages.sv'), en: () => import('./pages.en') },
}

async function addTexts(which: keyof typeof bundles, language: Language) {
  const { texts } = await bundles[which][language]()
  for (const [namespace, keys] of Object.entries(texts))
    if (!i18next.hasResourceBundle(language, namespace)) i18next.addResourceBundle(language, namespace, keys)
}

let pagesShown = false

/** Brings what the pages say; they are not shown before. */
export async function addPageTexts() {
  pagesShown = true
  await addTexts('pages', i18next.language as Language)
}

/** Starts the texts in the language last chosen on this computer, at first in Finnish. */
export async function startI18n(): Promise<i18n> {
  const kept = localStorage.getItem(storageKey)
  const language = isLanguage(kept) ? kept : 'fi'
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    ns: ['common'],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false, bindI18nStore: 'added' },
  })
  await addTexts('texts', language)
  document.documentElement.lang = language
  return i18next
}

/** Changes the language of the page and remembers it on this computer. */
export async function chooseLanguage(language: Language) {
  await addTexts('texts', language)
  if (pagesShown) await addTexts('pages', language)
  await i18next.changeLanguage(language)
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
}
