// The languages spoken most in Helsinki's homes, ISO 639-1; any other that the register has is added to the list.
const common =
  'fi sv en et ru so ar ku fa sq vi zh th tr es fr de uk pl ti am bn ne hi ur pt ro hu lv lt'.split(' ')

/** A language's name in the language of the page; the code itself when it has none. */
export const languageName = (code: string, pageLanguage: string): string => {
  try {
    return new Intl.DisplayNames([pageLanguage], { type: 'language' }).of(code) ?? code
  } catch {
    // What an old register calls a language may be no code at all.
    return code
  }
}

/** The languages to choose from, the three of the program first and the rest by name; `present` is always among them. */
export function languageChoices(present: string, pageLanguage: string) {
  const codes = common.includes(present) ? common : [...common, present]
  const byName = new Intl.Collator(pageLanguage)
  const rank = (code: string) => Math.min(codes.indexOf(code), 3)
  return codes
    .map((value) => ({ value, text: languageName(value, pageLanguage) }))
    .sort((a, b) => rank(a.value) - rank(b.value) || byName.compare(a.text, b.text))
}
