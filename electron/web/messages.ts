import type { StartupLanguage } from '../host/startupProblems'
import type { NoBrowser } from './open'

/** What the web host says in the terminal that started it. */
export const messages = {
  opened: {
    en: 'Heka Desk is open in a window of its own. Closing the window closes the program.',
    fi: 'Heka Desk on auki omassa ikkunassaan. Ikkunan sulkeminen sulkee ohjelman.',
  },
  openAddress: {
    en: 'Open this address in a browser on this computer. It works once; go on in that browser. Ctrl+C closes Heka Desk.',
    fi: 'Avaa tämä osoite tämän tietokoneen selaimessa. Se toimii kerran; jatka samassa selaimessa. Ctrl+C sulkee Heka Deskin.',
  },
  handedOver: {
    en: 'The window opened in a browser that was already running. Ctrl+C closes Heka Desk.',
    fi: 'Ikkuna avautui jo käynnissä olevaan selaimeen. Ctrl+C sulkee Heka Deskin.',
  },
  browserFailed: {
    en: 'The browser did not start.',
    fi: 'Selain ei käynnistynyt.',
  },
  fault: {
    en: 'A fault in the program; Heka Desk goes on.',
    fi: 'Ohjelmassa on vika; Heka Desk jatkaa.',
  },
  fileExists: {
    en: 'That folder already holds register files, which are never written over. Choose another.',
    fi: 'Kansiossa on jo luettelon tiedostoja, eikä niiden päälle kirjoiteta. Valitse toinen kansio.',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<StartupLanguage, string>>>>

/** Why no window was opened. */
export const noBrowserMessages: Readonly<Record<NoBrowser, Readonly<Record<StartupLanguage, string>>>> = {
  noDisplay: {
    en: 'No window can be opened: this session has no display.',
    fi: 'Ikkunaa ei voi avata: tässä istunnossa ei ole näyttöä.',
  },
  root: {
    en: 'No window is opened: as root, Chromium would run only without its sandbox.',
    fi: 'Ikkunaa ei avata: pääkäyttäjänä Chromium toimisi vain ilman suojaustaan.',
  },
  snapOnly: {
    en: 'No window is opened: the only browser found is a snap, which cannot read the data folder.',
    fi: 'Ikkunaa ei avata: ainoa löytynyt selain on snap-paketti, joka ei voi lukea tietokansiota.',
  },
  noBrowser: {
    en: 'No window is opened: no Chrome, Chromium or Edge was found.',
    fi: 'Ikkunaa ei avata: Chromea, Chromiumia tai Edgeä ei löytynyt.',
  },
}
