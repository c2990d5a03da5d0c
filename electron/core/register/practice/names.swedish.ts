import type { Culture } from './names'

const words = (text: string) => text.trim().split(/\s+/)

/** Names of Swedish-speaking Finns. The noble names are invented. */
export const swedish: Culture = {
  share: 70,
  languages: [
    [76, 'sv'],
    [24, 'fi'],
  ],
  givenNames: [
    [70, 2],
    [30, 3],
  ],
  keepsSurname: 0.35,
  doubleSurname: 0.08,
  withoutCode: 0.003,
  surnames: [
    ...words(`Johansson Nyman Lindholm Karlsson Andersson Lindström Nyström Lindqvist Eriksson Holmberg Lindroos
      Blomqvist Sundström Granholm Wikström Söderholm Holmström Forsman Sjöberg Ekholm Björklund Westerlund Backman
      Grönroos Grönlund Söderström Lundström Österman Österberg Åberg Åkerman Åström Öhman Öberg Ahlström Ahlfors
      Backström Berglund Bergström Björkman Boström Dahlqvist Ekman Engström Enqvist Fagerström Forsström
      Fredriksson Gustafsson Gröndahl Hagman Hellström Henriksson Häggblom Häggman Höglund Isaksson Jansson
      Kronqvist Lagerström Lundqvist Malmberg Mattsson Nordström Norrgård Nylund Ohlsson Rosenqvist Rönnqvist
      Sandberg Sandström Sjöblom Stenman Sundqvist Svahn Söderlund Wahlroos Wallin Wickström Åkerblom-Sjögren`),
    'von Falkenstrand',
    'af Lindskär',
    'von Rosensund',
    'af Björkesund',
    'von der Åminne',
  ],
  first: [
    {
      bornFrom: 0,
      women:
        words(`Anna Gunilla Margareta Birgitta Ann-Mari Astrid Barbro Benita Carita Christina Gun Gunnel Gunvor
        Inga Ingeborg Karin Kerstin Kristina Lisbeth Maj-Britt Marianne Märta Siv Solveig Ulla-Britt Viveka Åsa`),
      men: words(`Kaj Bo Bengt Göran Henrik Lars Anders Börje Carl-Gustav Christer Erik Guy Håkan Johan Jan-Erik
        Karl-Erik Kjell Kurt Leif Nils Ole Peter Ralf Rolf Stig Sven Tage Ulf Åke`),
    },
    {
      bornFrom: 1975,
      women:
        words(`Emma Sofia Linda Maria Jessica Ida Ellen Amanda Alexandra Annika Camilla Cecilia Charlotta Ebba
        Elin Fanny Frida Hanna Jenny Johanna Julia Linnéa Malin Matilda Mikaela Nathalie Saga Sara Stella Wilma`),
      men: words(`Johan Daniel Alexander Sebastian Oscar Emil Anton Axel Benjamin Christoffer Edvin Elliot Erik
        Filip Fredrik Gustav Hugo Isak Jakob Jonas Kevin Kim Lukas Max Niklas Oliver Robin Simon Theodor Viktor`),
    },
  ],
  further: {
    women: words(
      'Maria Elisabeth Margareta Sofia Kristina Charlotta Johanna Linnéa Helena Viktoria Ingrid Alice Astrid',
    ),
    men: words(
      'Johannes Erik Mikael Henrik Gustav Alexander Karl Vilhelm Albert August Edvard Fredrik Kristian Olof',
    ),
  },
}
