import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNameFields, compareNames, foldName, mrzName } from './names'

const name = (firstNames: string, lastName: string) => ({ firstNames, lastName })

describe('foldName', () => {
  it('drops marks, and turns apostrophes and hyphens into spaces', () => {
    expect(foldName('Åke Mäkinen-Öberg')).toBe('ake makinen oberg')
    expect(foldName("  O'Connor   d’Arc ")).toBe('o connor d arc')
    expect(foldName('Søren Ærø Strauß')).toBe('soren aero strauss')
    expect(foldName('Guðrún Þórsdóttir Łukasz ĐORĐE')).toBe('gudrun thorsdottir lukasz dorde')
    expect(foldName('Ǿ É Ñ Š ẞ')).toBe('o e n s ss')
    expect(foldName('A\u0308iti')).toBe('aiti')
  })

  it('changes nothing the second time, and leaves single spaces and no upper case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldName(text)
        expect(foldName(folded)).toBe(folded)
        expect(folded).toBe(folded.trim().replace(/\s+/g, ' '))
      }),
    )
  })
})

describe('mrzName', () => {
  it('writes as ICAO 9303 does', () => {
    expect(mrzName('Åke Mäkinen-Öberg')).toBe('AAKE<MAEKINEN<OEBERG')
    expect(mrzName("O'Connor")).toBe('OCONNOR')
    expect(mrzName('Müller Strauß')).toBe('MUELLER<STRAUSS')
    expect(mrzName('Søren Ærø')).toBe('SOEREN<AEROE')
    expect(mrzName('André Þór Ðuro Łuka Ñandú')).toBe('ANDRE<THOR<DURO<LUKA<NANDU')
    expect(mrzName('van der Muellen, Jr.')).toBe('VAN<DER<MUELLEN<JR')
  })

  it('has only letters and single fillers between them, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = mrzName(text)
        expect(written).toMatch(/^(?:[A-Z]+(?:<[A-Z]+)*)?$/)
        expect(mrzName(written)).toBe(written)
      }),
    )
  })
})

describe('compareNames', () => {
  it('takes either transliteration for the same name', () => {
    const register = name('Åsa Päivi', 'Mäkelä-Sjöström')
    for (const document of [
      name('AASA PAEIVI', 'MAEKELAE SJOESTROEM'),
      name('ASA PAIVI', 'MAKELA SJOSTROM'),
      name('AASA PAIVI', 'MAKELAE SJOSTROEM'),
      name('åsa päivi', 'MÄKELÄ-SJÖSTRÖM'),
    ]) {
      expect(compareNames(register, document)).toBe('same')
    }
    expect(compareNames(name('Jürgen', 'Weiß'), name('JUERGEN', 'WEISS'))).toBe('same')
    expect(compareNames(name('Søren', 'Kjær'), name('SOEREN', 'KJAER'))).toBe('same')
    expect(compareNames(name('Aase', 'Raehalme'), name('Åse', 'Rähalme'))).toBe('same')
  })

  it('does not take other letters for a transliteration', () => {
    expect(compareNames(name('Anna', 'Aalto'), name('ANNA', 'ALTO'))).toBe('different')
    expect(compareNames(name('Joel', 'Koe'), name('JOEL', 'KO'))).toBe('different')
    expect(compareNames(name('Anna', 'Mäki'), name('ANNA', 'MOEKI'))).toBe('different')
    expect(compareNames(name('Anna', 'Virtanen'), name('ANNA', 'VIRTASEN'))).toBe('different')
  })

  it('does not mind apostrophes, hyphens and spaces', () => {
    expect(compareNames(name('Anna-Maria', "O'Connor"), name('ANNA MARIA', 'OCONNOR'))).toBe('same')
    expect(compareNames(name('Juan', 'de la Cruz'), name('JUAN', 'DELACRUZ'))).toBe('same')
  })

  it('is partial when one side has only some of the given names', () => {
    expect(compareNames(name('Kaarina', 'Virtanen'), name('MEIJA KAARINA', 'VIRTANEN'))).toBe('partial')
    expect(compareNames(name('Meija Kaarina', 'Virtanen'), name('MEIJA', 'VIRTANEN'))).toBe('partial')
    expect(compareNames(name('Kaarina Meija', 'Virtanen'), name('MEIJA KAARINA', 'VIRTANEN'))).toBe('partial')
    expect(compareNames(name('Päivi', 'Virtanen'), name('ANNA PAEIVI', 'VIRTANEN'))).toBe('partial')
  })

  it('is different with another last name or other given names', () => {
    expect(compareNames(name('Meija', 'Virtanen'), name('MEIJA', 'KORHONEN'))).toBe('different')
    expect(compareNames(name('Meija', 'Virtanen'), name('MEIJA', 'VIRTANEN KORHONEN'))).toBe('different')
    expect(compareNames(name('Meija', 'Virtanen'), name('MAIJA', 'VIRTANEN'))).toBe('different')
    expect(compareNames(name('Anna Anna', 'Virtanen'), name('ANNA MARI', 'VIRTANEN'))).toBe('different')
    expect(compareNames(name('Meija Kaarina', 'Virtanen'), name('MEIJA LIISA', 'VIRTANEN'))).toBe('different')
    expect(compareNames(name('Meija', 'Virtanen'), name('', 'VIRTANEN'))).toBe('different')
    expect(compareNames(name('', 'Suharto'), name('', 'SUHARTO'))).toBe('same')
  })

  it('knows names cut for lack of room by the full field', () => {
    const register = name('Maximiliana Theodora Alexandra', 'Hämäläinen-Korhonen')
    // 39 characters with the two fillers: the room of a passport.
    const cut = name('MAXIMILIANA THEOD', 'HAEMAELAEINEN KORHONEN'.slice(0, 20))
    expect(`${mrzName(cut.lastName)}<<${mrzName(cut.firstNames)}`).toHaveLength(39)
    expect(compareNames(register, cut)).toBe('same')
    expect(compareNames(register, { ...cut, source: 'mrz' })).toBe('same')
    expect(compareNames(register, { ...cut, source: 'manual' })).toBe('different')
    expect(compareNames(register, name('MAXIMILIANA THEO', cut.lastName))).toBe('different')
    expect(compareNames(name('Maximiliana Teodora', 'Hämäläinen-Korhonen'), cut)).toBe('different')
  })

  it('compares field by field', () => {
    expect(compareNameFields(name('Meija', 'Virtanen'), name('MEIJA', 'KORHONEN'))).toEqual({
      firstNames: 'same',
      lastName: 'different',
    })
  })

  const letters = fc.constantFrom(...'abdefiklmnoprstuvyåäöüøñ', 'é', 'š', '-', ' ')
  const text = fc.string({ unit: letters, minLength: 1, maxLength: 20 }).filter((one) => /\p{L}/u.test(one))

  it('takes every name for its own transliteration', () => {
    fc.assert(
      fc.property(text, text, (firstNames, lastName) => {
        const register = name(firstNames, lastName)
        const document = { source: 'manual' as const }
        expect(compareNames(register, { ...register, ...document })).toBe('same')
        const fromZone = name(
          mrzName(firstNames).replaceAll('<', ' '),
          mrzName(lastName).replaceAll('<', ' '),
        )
        expect(compareNames(register, fromZone)).toBe('same')
        expect(compareNames(register, name(foldName(firstNames), foldName(lastName)))).toBe('same')
      }),
    )
  })

  it('is the same from either side for typed names', () => {
    fc.assert(
      fc.property(text, text, text, (one, other, lastName) => {
        const typed = { source: 'manual' as const }
        expect(compareNames(name(one, lastName), { ...name(other, lastName), ...typed })).toBe(
          compareNames(name(other, lastName), { ...name(one, lastName), ...typed }),
        )
      }),
    )
  })

  it('answers for hostile input too', () => {
    expect(compareNames(name('ä'.repeat(120), 'x'), name(`${'ä'.repeat(120)}y`, 'x'))).toBe('different')
    expect(compareNames(name('å'.repeat(120), 'x'), name(`${'a'.repeat(200)}y`, 'x'))).toBe('different')
  })
})
