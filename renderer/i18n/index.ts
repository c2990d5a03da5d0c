import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#shared/contract/base'

/** The languages a person can choose, in their own names: a name of a language is not translated. */
export const languageNames: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' }

/** The same in the order in which they are offered. The contract's own list would bring its schemas along. */
export const languages = ['fi', 'sv', 'en'] as const satisfies readonly Language[]

const storageKey = 'heka-desk.language'
const isLanguage = (text: string | null): text is Language => text !== null && text in languageNames

/** One script a language: all its namespaces are there before the first text is shown. */
const bundles: Readonly<
  Record<Language, () => Promise<{ readonly texts: Readonly<Record<string, object>> }>>
> = {
  fi: () => import('./texts.fi'),
  sv: () => import('./texts.sv'),
  en: () => import('./texts.en'),
}

async function addTexts(language: Language) {
  if (i18next.hasResourceBundle(language, 'common')) return
  const { texts } = await bundles[language]()
  for (const [namespace, keys] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, keys)
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
  await addTexts(language)
  document.documentElement.lang = language
  return i18next
}

/** Changes the language of the page and remembers it on this computer. */
export async function chooseLanguage(language: Language) {
  await addTexts(language)
  await i18next.changeLanguage(language)
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language
}
