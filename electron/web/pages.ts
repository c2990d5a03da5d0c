/** What the web host says in a browser when it has no page to give. Finnish first: most staff read it. */
const page = (title: string, sentences: readonly (readonly [language: string, text: string])[]): string =>
  `<!doctype html><html lang="fi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title><body>${sentences.map(([language, text]) => `<p lang="${language}">${text}</p>`).join('')}</body></html>`

/** For a launch address that has been used, or never was one. */
export const usedLaunchPage = page('Heka Desk', [
  [
    'fi',
    'Tämä avausosoite ei kelpaa: se toimii vain kerran. Jatka siinä ikkunassa, joka avautui ensin, tai sulje Heka Desk ja käynnistä se uudelleen.',
  ],
  [
    'sv',
    'Den här öppningsadressen gäller inte: den fungerar bara en gång. Fortsätt i fönstret som öppnades först, eller stäng Heka Desk och starta programmet på nytt.',
  ],
  [
    'en',
    'This opening address is not valid: it works only once. Go on in the window that opened first, or close Heka Desk and start it again.',
  ],
])

/** For any other request that is not answered. The page says nothing of the reason: it is for whoever typed an address. */
export const notFoundPage = page('Heka Desk', [
  ['fi', 'Tässä osoitteessa ei ole mitään.'],
  ['sv', 'Det finns ingenting på den här adressen.'],
  ['en', 'There is nothing at this address.'],
])

/**
 * A page that goes on to the launch address by itself, without a script. It is opened as a file that only its owner can
 * read: every user of the computer can read a browser's command line.
 */
export const forwardPage = (launchAddress: string): string =>
  `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Heka Desk</title>` +
  `<meta http-equiv="refresh" content="0;url=${launchAddress}"><p><a href="${launchAddress}">Heka Desk</a></p>`
