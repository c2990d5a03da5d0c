/** What staff type, as they would: a name begun, a street, a number as the caller says it. */
const typed = [
  'virtanen meija',
  'virt mei 04',
  'korhonen',
  'nieminen juha',
  'mäkinen anna-liisa',
  'von bergen',
  'hassan mohamed',
  'öhman åsa',
  'li wei',
  'mäkelänkatu 52 a',
  'mäkelänkatu 52 a 3',
  'kallio',
  'vuosaari virtanen',
  '00980',
  'meija.virtanen@example.com',
  '040 555',
  '040 555 0142',
  '+358 40 555 0142',
  '040483',
  '040483-904',
  '4.4.1983',
  '1983-04-04',
  'L054659',
  'a 12',
  'ma',
]

/** Every one of them letter by letter: the field asks at every key press. */
export const keyPresses: readonly string[] = typed.flatMap((text) =>
  Array.from(text, (_, at) => text.slice(0, at + 1)),
)
