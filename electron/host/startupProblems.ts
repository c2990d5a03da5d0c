import { StoreError } from '#core/store/errors'

/** Why Heka Desk did not open. A host says it in one sentence and ends with that problem's own exit code. */
export type StartupProblem = keyof typeof problems
export type StartupLanguage = 'fi' | 'en'

/** Exit codes begin at 3: 1 is a fault of the program, 2 a wrong option. */
const problems = {
  inUse: {
    exitCode: 3,
    en: 'Heka Desk is already open on the data folder {detail}. Use that window, or close it first.',
    fi: 'Heka Desk on jo auki tietokansiossa {detail}. Käytä sitä ikkunaa tai sulje se ensin.',
  },
  wrongKey: {
    exitCode: 4,
    en: 'The key in {detail} does not open the database there. Nothing was changed; put back the key that belongs to it.',
    fi: 'Kansion {detail} avain ei avaa siellä olevaa tietokantaa. Mitään ei muutettu; palauta siihen kuuluva avain.',
  },
  damaged: {
    exitCode: 5,
    en: 'The database in {detail} is damaged. Nothing was changed; restore it from a backup.',
    fi: 'Kansion {detail} tietokanta on vioittunut. Mitään ei muutettu; palauta se varmuuskopiosta.',
  },
  newerDatabase: {
    exitCode: 6,
    en: 'The database in {detail} was made by a newer Heka Desk. Nothing was changed; update this program.',
    fi: 'Kansion {detail} tietokanta on uudemman Heka Deskin tekemä. Mitään ei muutettu; päivitä tämä ohjelma.',
  },
  diskFull: {
    exitCode: 7,
    en: 'The disk that holds {detail} is full. Free some space and start again.',
    fi: 'Levy, jolla {detail} on, on täynnä. Vapauta tilaa ja käynnistä uudelleen.',
  },
  keyMissing: {
    exitCode: 8,
    en: 'The database in {detail} is there but its key file desk.key is not. Put the key file back; without it the database cannot be read.',
    fi: 'Kansiossa {detail} on tietokanta mutta ei sen avaintiedostoa desk.key. Palauta avaintiedosto; ilman sitä tietokantaa ei voi lukea.',
  },
  keyReadableByOthers: {
    exitCode: 9,
    en: 'The key file {detail} can be read by others. Make it yours alone: chmod 600.',
    fi: 'Muutkin voivat lukea avaintiedoston {detail}. Rajaa se vain itsellesi: chmod 600.',
  },
  keyMalformed: {
    exitCode: 10,
    en: 'The key file {detail} is not a Heka Desk key. Put back the right file.',
    fi: 'Tiedosto {detail} ei ole Heka Deskin avain. Palauta oikea tiedosto.',
  },
  keyInSystem: {
    exitCode: 11,
    en: 'The key of the database in {detail} is kept by the desktop program. Open it there.',
    fi: 'Kansion {detail} tietokannan avain on työpöytäohjelman hallussa. Avaa se siellä.',
  },
  noKeyStore: {
    exitCode: 12,
    en: 'This computer offers no protected place for the database key (a keyring). Sign in to the keyring and start again.',
    fi: 'Tämä tietokone ei tarjoa suojattua paikkaa tietokannan avaimelle (avainrengas). Avaa avainrengas ja käynnistä uudelleen.',
  },
  folderUnusable: {
    exitCode: 13,
    en: 'The data folder {detail} cannot be made or written to. Choose another with --data.',
    fi: 'Tietokansiota {detail} ei voi luoda tai siihen ei voi kirjoittaa. Valitse toinen: --data.',
  },
  folderOpenToOthers: {
    exitCode: 14,
    en: 'The folder {detail} holds other files and is open to other users. Choose an empty folder with --data.',
    fi: 'Kansiossa {detail} on muita tiedostoja ja se on auki muille käyttäjille. Valitse tyhjä kansio: --data.',
  },
  portInUse: {
    exitCode: 15,
    en: 'Port {detail} is in use by another program. Choose another with --port, or leave it out.',
    fi: 'Portti {detail} on toisen ohjelman käytössä. Valitse toinen: --port, tai jätä se pois.',
  },
  portNotAllowed: {
    exitCode: 16,
    en: 'Port {detail} may not be opened by you. Choose one above 1023 with --port, or leave it out.',
    fi: 'Sinulla ei ole oikeutta avata porttia {detail}. Valitse yli 1023 oleva: --port, tai jätä se pois.',
  },
  notBuilt: {
    exitCode: 17,
    en: 'The page is not built. Start with npm start, which builds it.',
    fi: 'Sivua ei ole koottu. Käynnistä komennolla npm start, joka kokoaa sen.',
  },
} as const

/** A start that came to nothing, for a reason the user can do something about. */
export class StartupError extends Error {
  readonly problem: StartupProblem
  /** The folder, file or port it is about. */
  readonly detail: string
  constructor(problem: StartupProblem, detail: string, cause?: unknown) {
    super(problem, { cause })
    this.name = 'StartupError'
    this.problem = problem
    this.detail = detail
  }
}

const hasMessage = (problem: string): problem is StartupProblem => Object.hasOwn(problems, problem)

/** Names a failed start; null when it is none of the known problems but a fault of the program. */
export function nameStartupError(error: unknown, dataDir: string): StartupError | null {
  if (error instanceof StartupError) return error
  if (error instanceof StoreError && hasMessage(error.problem))
    return new StartupError(error.problem, dataDir, error)
  return null
}

/** The problem's exit code: the same one always, so that a script can tell them apart. */
export const exitCodeOf = (error: StartupError): number => problems[error.problem].exitCode

/** The problem in one or two plain sentences. */
export const startupMessage = (error: StartupError, language: StartupLanguage): string =>
  problems[error.problem][language].replace('{detail}', () => error.detail)

/** Finnish when the environment's language is; English otherwise. Sources, in order of weight: POSIX locale variables. */
export function startupLanguage(env: Readonly<Record<string, string | undefined>>): StartupLanguage {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return /^fi(_|-|\.|$)/i.test(locale) ? 'fi' : 'en'
}
