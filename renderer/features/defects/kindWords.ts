import type { DefectKind, DefectPlace } from '#shared/rules/defectKinds'

/**
 * Beginnings of words by which a kind is told from what the caller says, in the three languages, the urgent kinds first. Only
 * a suggestion: the agent chooses. Unsourced.
 */
const beginnings: readonly (readonly [DefectKind, readonly string[]])[] = [
  ['blockedDrain', ['viemär', 'tukos', 'tukk', 'tukit', 'avlopp', 'stopp', 'drain', 'blocked', 'clog']],
  [
    'electrical',
    [
      'sähkö',
      'sulak',
      'pistoras',
      'kipinä',
      'valo',
      'elfel',
      'säkring',
      'gnist',
      'electr',
      'fuse',
      'spark',
      'socket',
    ],
  ],
  [
    'tapOrToilet',
    ['hana', 'wc', 'vessa', 'suihku', 'kran', 'toalett', 'dusch', 'taps', 'faucet', 'toilet', 'shower'],
  ],
  [
    'waterLeak',
    [
      'vesi',
      'vettä',
      'vuot',
      'tulva',
      'kaste',
      'kostu',
      'vatten',
      'läck',
      'översväm',
      'water',
      'leak',
      'flood',
    ],
  ],
  ['heating', ['lämm', 'lämp', 'patteri', 'kylmä', 'värme', 'element', 'kall', 'heat', 'radiator', 'cold']],
  ['ventilation', ['ilmanvaih', 'ilmasto', 'tuulet', 'haju', 'ventil', 'lukt', 'smell']],
  [
    'appliance',
    [
      'liesi',
      'uuni',
      'jääkaap',
      'pakast',
      'hella',
      'spis',
      'ugn',
      'kylskåp',
      'frys',
      'stove',
      'fridge',
      'freezer',
    ],
  ],
  [
    'lockOrDoor',
    ['lukko', 'lukk', 'ovi', 'oven', 'ovensul', 'ovipuhel', 'lås', 'dörr', 'porttelefon', 'lock', 'door'],
  ],
  ['window', ['ikkuna', 'lasi', 'parveke', 'fönster', 'glas', 'balkong', 'window', 'glass', 'balcony']],
  ['lift', ['hissi', 'hiss', 'lift', 'elevator']],
  [
    'laundryOrSauna',
    ['pyykk', 'pesutup', 'pesukone', 'kuivaus', 'sauna', 'kiuas', 'tvätt', 'bastu', 'laundry', 'washing'],
  ],
  [
    'yard',
    [
      'piha',
      'lumi',
      'liuk',
      'hiekoi',
      'roska',
      'jäte',
      'leikki',
      'gård',
      'snö',
      'halk',
      'sopor',
      'yard',
      'snow',
      'ice',
      'waste',
      'rubbish',
    ],
  ],
  [
    'pests',
    [
      'torak',
      'lutei',
      'ludet',
      'rott',
      'hiir',
      'muurah',
      'tuholai',
      'kackerl',
      'vägglöss',
      'rått',
      'skade',
      'cockroach',
      'bedbug',
      'rats',
      'mice',
      'pest',
    ],
  ],
  ['cleaning', ['siivo', 'lika', 'städ', 'smuts', 'clean', 'dirty']],
]

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}]+/gu) ?? []

/** The kind that what was said sounds like; null when no word tells. Urgent kinds win over the others. */
export function kindFromWords(text: string): DefectKind | null {
  const words = wordsOf(text)
  const urgent = ['waterLeak', 'blockedDrain', 'electrical']
  const found = beginnings.filter(([, starts]) =>
    words.some((word) => starts.some((start) => word.startsWith(start))),
  )
  return (found.find(([kind]) => urgent.includes(kind)) ?? found[0])?.[0] ?? null
}

/** Where a kind mostly is: the home itself unless it can only be the building's. */
export function usualPlace(kind: DefectKind | ''): DefectPlace {
  switch (kind) {
    case 'lift':
    case 'cleaning':
      return 'stairwell'
    case 'laundryOrSauna':
      return 'laundry'
    case 'yard':
      return 'yard'
    default:
      return 'apartment'
  }
}
