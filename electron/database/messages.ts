import type { databaseChecks } from '#shared/contract/database'

export type Language = 'fi' | 'sv' | 'en'
export type Text = Readonly<Record<Language, string>>

/** Finnish or Swedish when the environment's language is; English otherwise. Sources, in order of weight: POSIX locale variables. */
export function commandLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  const [, language] = /^(fi|sv)(?:_|-|\.|$)/i.exec(locale) ?? []
  return language === undefined ? 'en' : (language.toLowerCase() as 'fi' | 'sv')
}

/** A text with its {names} filled in. */
export const said = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

/** What the command says when it goes well. */
export const messages = {
  databaseMade: {
    fi: 'Tietokanta {database} luotiin.',
    sv: 'Databasen {database} skapades.',
    en: 'The database {database} was made.',
  },
  databaseThere: {
    fi: 'Tietokanta {database} oli jo olemassa.',
    sv: 'Databasen {database} fanns redan.',
    en: 'The database {database} was there already.',
  },
  userMade: {
    fi: 'Tiskien käyttäjä {user} luotiin.',
    sv: 'Diskarnas användare {user} skapades.',
    en: 'The desks’ user {user} was made.',
  },
  userThere: {
    fi: 'Tiskien käyttäjä {user} oli jo olemassa; salasana jätettiin ennalleen (vaihto: --new-password).',
    sv: 'Diskarnas användare {user} fanns redan; lösenordet lämnades som det var (byte: --new-password).',
    en: 'The desks’ user {user} was there already; its password was left as it was (to change it: --new-password).',
  },
  passwordChanged: {
    fi: 'Tiskien käyttäjän {user} salasana vaihdettiin. Vaihda se joka tiskille.',
    sv: 'Lösenordet för diskarnas användare {user} byttes. Byt det på varje disk.',
    en: 'The password of the desks’ user {user} was changed. Change it at every desk.',
  },
  passwordDrawn: {
    fi: 'Käyttäjän {user} salasana, joka näytetään vain nyt:\n  {password}',
    sv: 'Lösenordet för {user}, som visas bara nu:\n  {password}',
    en: 'The password of {user}, shown only now:\n  {password}',
  },
  schemaDone: {
    fi: 'Rakenne tuotiin ajan tasalle: {names}.',
    sv: 'Strukturen uppdaterades: {names}.',
    en: 'The schema was brought up to date: {names}.',
  },
  schemaThere: {
    fi: 'Rakenne oli jo ajan tasalla.',
    sv: 'Strukturen var redan aktuell.',
    en: 'The schema was up to date already.',
  },
  rightsGiven: {
    fi: 'Käyttäjällä {user} on täsmälleen ne oikeudet, jotka tiski tarvitsee.',
    sv: 'Användaren {user} har precis de rättigheter som en disk behöver.',
    en: 'The user {user} has exactly the rights that a desk needs.',
  },
  desksTold: {
    fi: 'Tiskit, joilla on vanhempi ohjelma, sulkivat tietokannan ja kertovat siitä. Päivitä niiden ohjelma.',
    sv: 'Diskar med ett äldre program har stängt databasen och säger det. Uppdatera deras program.',
    en: 'Desks that run an older program have closed the database and say so. Update their program.',
  },
  server: { fi: 'PostgreSQL {version}.', sv: 'PostgreSQL {version}.', en: 'PostgreSQL {version}.' },
  right: { fi: 'kunnossa', sv: 'rätt', en: 'right' },
  wrong: { fi: 'VIRHE', sv: 'FEL', en: 'WRONG' },
  notLooked: { fi: 'ei katsottu', sv: 'inte prövat', en: 'not looked at' },
  tooMuch: {
    fi: 'VAROITUS: käyttäjä {user} saa tehdä enemmän kuin tiski tarvitsee; se voisi muuttaa lokia. Luo tiskeille oma käyttäjä: create.',
    sv: 'VARNING: användaren {user} får göra mer än en disk behöver; den kunde ändra loggen. Skapa en egen användare för diskarna: create.',
    en: 'WARNING: the user {user} may do more than a desk needs; it could change the audit log. Make a user for the desks: create.',
  },
  clockOff: {
    fi: 'VAROITUS: tämän tietokoneen kello poikkeaa palvelimen kellosta {seconds} s.',
    sv: 'VARNING: den här datorns klocka avviker {seconds} s från serverns.',
    en: 'WARNING: this computer’s clock is {seconds} s away from the server’s.',
  },
  copying: {
    fi: 'Kopioidaan: {table} {rows}',
    sv: 'Kopierar: {table} {rows}',
    en: 'Copying: {table} {rows}',
  },
  copied: {
    fi: 'Kaikki kopioitiin, ja molemmissa on sama sisältö. Loki on ehjä: {records} merkintää. Haettavia asukkaita {found}. Aikaa kului {seconds} s.',
    sv: 'Allt kopierades, och innehållet är detsamma på båda sidor. Loggen är hel: {records} poster. Sökbara boende {found}. Det tog {seconds} s.',
    en: 'Everything was copied, and both sides hold the same. The audit chain is intact: {records} records. Residents who can be found: {found}. It took {seconds} s.',
  },
  columns: {
    fi: 'taulu\trivejä\tperillä\tSHA-256 (sama molemmissa)',
    sv: 'tabell\trader\tframme\tSHA-256 (lika på båda sidor)',
    en: 'table\trows\tarrived\tSHA-256 (the same on both sides)',
  },
  afterCopyIn: {
    fi: 'Kansio {data} jäi ennalleen. Älä jatka siinä: ota toimiston tietokanta käyttöön (use --data …), muuten samat viestit lähtevät kahdesti.',
    sv: 'Mappen {data} lämnades som den var. Fortsätt inte i den: ta kontorets databas i bruk (use --data …), annars skickas samma meddelanden två gånger.',
    en: 'The folder {data} was left as it was. Do not go on in it: take the office’s database into use (use --data …), or the same messages go out twice.',
  },
  afterCopyOut: {
    fi: 'Toimiston tietokanta jäi ennalleen. Sulje ohjelma muilla tiskeillä, ennen kuin jatkat kansiossa {data}: muuten samat viestit lähtevät kahdesti.',
    sv: 'Kontorets databas lämnades som den var. Stäng programmet på de andra diskarna innan du fortsätter i mappen {data}: annars skickas samma meddelanden två gånger.',
    en: 'The office’s database was left as it was. Close the program at the other desks before you go on in the folder {data}: or the same messages go out twice.',
  },
  using: {
    fi: 'Kansio {data} käyttää nyt tietokantaa {database} palvelimella {host}.',
    sv: 'Mappen {data} använder nu databasen {database} på {host}.',
    en: 'The folder {data} now works with the database {database} on {host}.',
  },
  usingEmbedded: {
    fi: 'Kansio {data} käyttää nyt omaa tietokantaansa tällä tietokoneella.',
    sv: 'Mappen {data} använder nu sin egen databas på den här datorn.',
    en: 'The folder {data} now works with its own database on this computer.',
  },
  askPassword: { fi: 'Käyttäjän {user} salasana: ', sv: 'Lösenord för {user}: ', en: 'Password of {user}: ' },
} as const satisfies Readonly<Record<string, Text>>

/** What `check` looks at. */
export const checkTexts: Readonly<Record<(typeof databaseChecks)[number], Text>> = {
  reach: { fi: 'palvelimeen saa yhteyden', sv: 'servern nås', en: 'the server is reached' },
  signIn: { fi: 'käyttäjä pääsee sisään', sv: 'användaren släpps in', en: 'the user is let in' },
  version: { fi: 'PostgreSQL 15 tai uudempi', sv: 'PostgreSQL 15 eller nyare', en: 'PostgreSQL 15 or newer' },
  writable: { fi: 'siihen voi kirjoittaa', sv: 'den går att skriva i', en: 'it can be written to' },
  extension: { fi: 'PL/pgSQL on asennettu', sv: 'PL/pgSQL finns', en: 'PL/pgSQL is there' },
  schema: {
    fi: 'rakenne on tämän ohjelman',
    sv: 'strukturen är programmets',
    en: 'the schema is this program’s',
  },
  rights: { fi: 'oikeudet riittävät', sv: 'rättigheterna räcker', en: 'the rights suffice' },
}
