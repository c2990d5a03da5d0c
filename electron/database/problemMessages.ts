import type { CopyProblem } from '#core/database/copy'
import type { DatabaseProblem } from '#shared/contract/database'
import type { StartupProblem } from '../host/startupProblems'
import type { Text } from './messages'

/** Why a command came to nothing. Their order gives their exit codes: new ones go to the end. */
export const problemTexts = {
  passwordNeeded: {
    fi: 'Salasana puuttuu. Anna se ympäristömuuttujassa {detail} tai tiedostossa: --password-file.',
    sv: 'Lösenordet saknas. Ge det i miljövariabeln {detail} eller i en fil: --password-file.',
    en: 'The password is missing. Give it in the environment variable {detail} or in a file: --password-file.',
  },
  passwordFile: {
    fi: 'Tiedostosta {detail} ei saa salasanaa. Sen pitää olla tiedoston ensimmäisellä rivillä.',
    sv: 'Filen {detail} ger inget lösenord. Det ska stå på filens första rad.',
    en: 'The file {detail} gives no password. It belongs on the file’s first line.',
  },
  passwordFileOpen: {
    fi: 'Muutkin voivat lukea salasanatiedoston {detail}. Rajaa se vain itsellesi: chmod 600.',
    sv: 'Även andra kan läsa lösenordsfilen {detail}. Gör den till bara din: chmod 600.',
    en: 'The password file {detail} can be read by others. Make it yours alone: chmod 600.',
  },
  weakPassword: {
    fi: 'Tiskien salasanassa pitää olla 12–200 merkkiä: kirjaimia a–z, numeroita ja välimerkkejä.',
    sv: 'Diskarnas lösenord ska ha 12–200 tecken: bokstäver a–z, siffror och skiljetecken.',
    en: 'The desks’ password must have 12 to 200 characters: letters a–z, digits and signs.',
  },
  authorityFile: {
    fi: 'Tiedosto {detail} ei ole varmentajan varmenne (PEM).',
    sv: 'Filen {detail} är inte en utfärdares certifikat (PEM).',
    en: 'The file {detail} is not an authority’s certificate (PEM).',
  },
  reservedDatabase: {
    fi: 'Tietokanta {detail} on palvelimen oma. Anna toinen nimi: --database.',
    sv: 'Databasen {detail} är serverns egen. Ge ett annat namn: --database.',
    en: 'The database {detail} is the server’s own. Give another name: --database.',
  },
  wrongEncoding: {
    fi: 'Tietokannan merkistö on {detail}; sen pitää olla UTF8. Mitään ei muutettu.',
    sv: 'Databasens teckenuppsättning är {detail}; den ska vara UTF8. Inget ändrades.',
    en: 'The database’s encoding is {detail}; it must be UTF8. Nothing was changed.',
  },
  userMayDoTooMuch: {
    fi: 'Käyttäjä {detail} saa tehdä enemmän kuin tiski tarvitsee. Anna tiskeille toinen käyttäjä: --user. Mitään ei muutettu.',
    sv: 'Användaren {detail} får göra mer än en disk behöver. Ge diskarna en annan användare: --user. Inget ändrades.',
    en: 'The user {detail} may do more than a desk needs. Give the desks another user: --user. Nothing was changed.',
  },
  noUser: {
    fi: 'Käyttäjää {detail} ei ole. Luo se komennolla create, tai anna toinen: --user. Mitään ei muutettu.',
    sv: 'Användaren {detail} finns inte. Skapa den med create, eller ge en annan: --user. Inget ändrades.',
    en: 'There is no user {detail}. Make it with create, or give another: --user. Nothing was changed.',
  },
  adminMayNot: {
    fi: 'Käyttäjällä {detail} ei ole oikeutta tähän. Anna tietokannan omistaja tai pääkäyttäjä: --admin. Mitään ei muutettu.',
    sv: 'Användaren {detail} har inte rätt till det här. Ge databasens ägare eller en superanvändare: --admin. Inget ändrades.',
    en: 'The user {detail} may not do this. Give the database’s owner or a superuser: --admin. Nothing was changed.',
  },
  noEmbedded: {
    fi: 'Kansiossa {detail} ei ole tietokantaa desk.db.',
    sv: 'I mappen {detail} finns ingen databas desk.db.',
    en: 'The folder {detail} holds no database desk.db.',
  },
  embeddedThere: {
    fi: 'Kansiossa {detail} on jo tietokanta desk.db, eikä sen päälle kirjoiteta. Anna uusi kansio.',
    sv: 'I mappen {detail} finns redan en databas desk.db, som inte skrivs över. Ge en ny mapp.',
    en: 'The folder {detail} already holds a database desk.db, which is never written over. Give a new folder.',
  },
  targetNotEmpty: {
    fi: 'Tietokannassa on jo tietoja (taulu {detail}). Kopioi vain juuri luotuun. Mitään ei muutettu.',
    sv: 'Databasen har redan innehåll (tabellen {detail}). Kopiera bara till en nyss skapad. Inget ändrades.',
    en: 'The database already holds something (table {detail}). Copy only into one that was just made. Nothing was changed.',
  },
  chainBroken: {
    fi: 'Kopioitavan tietokannan loki ei ole ehjä: merkintä {detail}. Selvitä se ensin (Loki → Tarkista). Mitään ei kopioitu.',
    sv: 'Loggen i databasen som skulle kopieras är inte hel: post {detail}. Red ut det först. Inget kopierades.',
    en: 'The audit chain of the database to be copied is not intact: record {detail}. Find out why first. Nothing was copied.',
  },
  refusedRow: {
    fi: 'Kohde ei ota vastaan kaikkia taulun {detail} rivejä. Mitään ei kopioitu.',
    sv: 'Målet tar inte emot alla rader i tabellen {detail}. Inget kopierades.',
    en: 'The target does not take all rows of the table {detail}. Nothing was copied.',
  },
  differs: {
    fi: 'Taulu {detail} ei ole perillä sama kuin lähtiessään. Mitään ei kopioitu.',
    sv: 'Tabellen {detail} är inte densamma framme som där den lästes. Inget kopierades.',
    en: 'The table {detail} did not arrive as it left. Nothing was copied.',
  },
  busy: {
    fi: 'Tietokantaa käytetään juuri nyt. Sulje ohjelma tiskeillä ja yritä uudelleen. Mitään ei muutettu.',
    sv: 'Databasen används just nu. Stäng programmet på diskarna och försök igen. Inget ändrades.',
    en: 'The database is in use right now. Close the program at the desks and try again. Nothing was changed.',
  },
  diskFull: {
    fi: 'Tietokantapalvelimen levy on täynnä. Mitään ei muutettu.',
    sv: 'Databasserverns disk är full. Inget ändrades.',
    en: 'The disk of the database server is full. Nothing was changed.',
  },
} as const satisfies Readonly<Record<CopyProblem, Text> & Record<string, Text>>

/** Why a desk, or this command, cannot work with a database, and what to do. */
export const serverTexts: Readonly<Record<DatabaseProblem, Text>> = {
  unreachable: {
    fi: 'Palvelin ei vastaa tässä osoitteessa. Tarkista --host ja --port, ja että palvelin on käynnissä ja kuuntelee verkkoa.',
    sv: 'Ingen server svarar på adressen. Kontrollera --host och --port, och att servern är i gång och lyssnar på nätet.',
    en: 'No server answers at this address. Check --host and --port, and that the server runs and listens to the network.',
  },
  wrongPassword: {
    fi: 'Palvelin ei päästä käyttäjää sisään: väärä salasana, tai pg_hba.conf ei salli sitä.',
    sv: 'Servern släpper inte in användaren: fel lösenord, eller så tillåter pg_hba.conf det inte.',
    en: 'The server does not let the user in: a wrong password, or pg_hba.conf does not allow it.',
  },
  noDatabase: {
    fi: 'Palvelimella ei ole tämännimistä tietokantaa. Luo se: create.',
    sv: 'På servern finns ingen databas med det namnet. Skapa den: create.',
    en: 'The server has no database of this name. Make it: create.',
  },
  untrustedServer: {
    fi: 'Palvelimen varmenteeseen ei voi luottaa. Anna varmentajan varmenne: --authority; osoitteen pitää olla varmenteen nimi.',
    sv: 'Serverns certifikat går inte att lita på. Ge utfärdarens certifikat: --authority; adressen ska vara certifikatets namn.',
    en: 'The server’s certificate cannot be trusted. Give its authority’s certificate: --authority; the address must be the certificate’s name.',
  },
  oldServer: {
    fi: 'PostgreSQL on liian vanha. Tarvitaan 15 tai uudempi.',
    sv: 'PostgreSQL är för gammal. Det behövs 15 eller nyare.',
    en: 'PostgreSQL is too old. It must be 15 or newer.',
  },
  recovering: {
    fi: 'Tietokantaa voi nyt vain lukea: se palautuu tai on toisen kopio.',
    sv: 'Databasen kan nu bara läsas: den återställs eller är en kopia av en annan.',
    en: 'The database can only be read now: it is recovering, or a copy of another.',
  },
  tooManyDesks: {
    fi: 'Palvelimella on liikaa yhteyksiä. Suurenna max_connections tai sulje ohjelmia.',
    sv: 'Servern har för många anslutningar. Höj max_connections eller stäng program.',
    en: 'The server has too many connections. Raise max_connections or close programs.',
  },
  missingExtension: {
    fi: 'Tietokannasta puuttuu PL/pgSQL: CREATE EXTENSION plpgsql.',
    sv: 'Databasen saknar PL/pgSQL: CREATE EXTENSION plpgsql.',
    en: 'The database lacks PL/pgSQL: CREATE EXTENSION plpgsql.',
  },
  missingRight: {
    fi: 'Käyttäjältä puuttuu oikeus, jonka tiski tarvitsee. Anna oikeudet: update.',
    sv: 'Användaren saknar en rättighet som en disk behöver. Ge rättigheterna: update.',
    en: 'The user lacks a right that a desk needs. Give the rights: update.',
  },
  notOurs: {
    fi: 'Tietokanta on toisen ohjelman. Mitään ei muutettu. Anna toinen nimi: --database.',
    sv: 'Databasen hör till ett annat program. Inget ändrades. Ge ett annat namn: --database.',
    en: 'The database is another program’s. Nothing was changed. Give another name: --database.',
  },
  emptyDatabase: {
    fi: 'Tietokanta on tyhjä. Luo rakenne: create.',
    sv: 'Databasen är tom. Skapa strukturen: create.',
    en: 'The database is empty. Make the schema: create.',
  },
  halfSchema: {
    fi: 'Tietokannasta puuttuu tauluja. Palauta se varmuuskopiosta.',
    sv: 'Databasen saknar tabeller. Återställ den från en säkerhetskopia.',
    en: 'Tables are missing from the database. Restore it from a backup.',
  },
  olderDatabase: {
    fi: 'Tietokannan rakenne on vanhempi kuin tämä ohjelma. Päivitä se: update.',
    sv: 'Databasens struktur är äldre än det här programmet. Uppdatera den: update.',
    en: 'The database’s schema is older than this program. Update it: update.',
  },
  newerDatabase: {
    fi: 'Tietokannan rakenne on uudempi kuin tämä ohjelma. Mitään ei muutettu; päivitä tämä ohjelma.',
    sv: 'Databasens struktur är nyare än det här programmet. Inget ändrades; uppdatera det här programmet.',
    en: 'The database’s schema is newer than this program. Nothing was changed; update this program.',
  },
  unreadableChoice: {
    fi: 'Kansion tiedostoa database.json ei voi lukea. Tee se uudelleen: use.',
    sv: 'Mappens fil database.json går inte att läsa. Gör den på nytt: use.',
    en: 'The folder’s file database.json cannot be read. Make it again: use.',
  },
}

/** The start's problems in Swedish, those that concern a data folder. */
export const startupTexts: Readonly<Partial<Record<StartupProblem, string>>> = {
  inUse: 'Heka Desk är öppet på datamappen {detail}. Stäng programmet först.',
  wrongKey:
    'Nyckeln i {detail} öppnar inte databasen där. Inget ändrades; lägg tillbaka nyckeln som hör till den.',
  damaged: 'Databasen i {detail} är skadad. Inget ändrades; återställ den från en säkerhetskopia.',
  newerDatabase:
    'Databasen i {detail} är gjord av ett nyare Heka Desk. Inget ändrades; uppdatera det här programmet.',
  diskFull: 'Disken med {detail} är full. Frigör utrymme och försök igen.',
  keyMissing: 'I {detail} finns en databas men inte dess nyckelfil desk.key. Lägg tillbaka nyckelfilen.',
  keyReadableByOthers: 'Även andra kan läsa nyckelfilen {detail}. Gör den till bara din: chmod 600.',
  keyMalformed: 'Filen {detail} är inte en nyckel till Heka Desk. Lägg tillbaka rätt fil.',
  keyInSystem: 'Nyckeln till databasen i {detail} finns hos skrivbordsprogrammet. Öppna den där.',
  folderUnusable: 'Datamappen {detail} kan inte skapas eller skrivas i. Välj en annan med --data.',
  folderOpenToOthers:
    'Mappen {detail} innehåller andra filer och är öppen för andra. Välj en tom mapp med --data.',
}
