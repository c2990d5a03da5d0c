import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#shared/contract/base'
import type { DeskClient } from '#shared/contract/index'
import { readPdf, withoutSpace } from '../../electron/core/documents/testing'
import { type Office, openOffice, rowCounts } from '../residents/office'
import { codeOf } from '../residents/testRegister'
import { type Opened, onBothEngines } from '../support/engines'
import { nameOf } from '../support/outcomes'
import { type Grantor, granting, son } from './granting'

type ToSign = Parameters<DeskClient['mandates']['form']>[0]

onBothEngines('a power of attorney to print', (engine) => {
  let opened: Opened<Office>
  let office: Office
  beforeAll(async () => {
    opened = await openOffice(engine)
    office = opened.value
  })
  afterAll(() => opened.cleanUp())

  const { grant, record } = granting(() => office)
  const toSign = (who: Grantor, changes: Partial<ToSign> = {}): ToSign => {
    const { personalIdentityCode: _code, ...grantee } = son
    return {
      residentId: office.ids[who],
      language: 'fi',
      otherGrantorIds: [],
      parties: [],
      diedOn: null,
      grantees: [grantee],
      general: false,
      scopes: ['keys'],
      openSection: '',
      object: null,
      validFrom: null,
      validUntil: null,
      ...changes,
    }
  }
  const reading = (pdfBase64: string) => readPdf(Buffer.from(pdfBase64, 'base64'))
  const form = async (who: Grantor, changes: Partial<ToSign> = {}) => {
    const { residentId, pdfBase64 } = await office.page.mandates.form(toSign(who, changes))
    expect(residentId).toBe(office.ids[who])
    return reading(pdfBase64)
  }
  const says = (text: string, ...said: string[]) => {
    for (const each of said) expect(text).toContain(withoutSpace(each))
  }
  const silent = (text: string, ...secrets: string[]) => {
    for (const each of secrets) expect(text).not.toContain(withoutSpace(each))
  }

  it.each(languages)('is a blank form in %s that names nobody and leaves no record', async (language) => {
    const before = await rowCounts(office)
    const page = reading((await office.page.mandates.blankForm({ language })).pdfBase64)
    expect(page).toMatchObject({ pages: 1, language, missingGlyphs: 0 })
    expect(await rowCounts(office)).toEqual(before)
  })

  describe('filled for signing', () => {
    it('has the grantor by the register, what was typed, and writes nothing but the look', async () => {
      const before = await rowCounts(office)
      const { pages, text } = await form('asa', {
        object: { kind: 'apartment', leaseNo: 'L900001' },
        openSection: 'Myös pyykkitupa',
        validUntil: '2027-11-20',
      })
      expect(pages).toBe(1)
      says(text, 'Åsa Märta Östling', '7.3.1951', '040 555 0177', 'Pekka Juhani Poika', '1.1.1980')
      says(text, '040 123 4567', 'X Avainten palautus', 'Myös pyykkitupa', '20.11.2027')
      says(text, 'X Asuntoa Sörnäisten rantatie 33 C 12, 00500 Helsinki')
      silent(text, codeOf('asa'))
      const { audit, ...after } = await rowCounts(office)
      expect({ ...after, audit: Number(audit) - 1 }).toEqual({ ...before, audit: Number(before.audit) })
    })

    it('takes what is not finished: what is empty is written by hand', async () => {
      const grantee = {
        ...toSign('asa').grantees[0]!,
        firstNames: '',
        lastName: '',
        birthDate: null,
        phone: null,
      }
      const { text } = await form('asa', { grantees: [grantee], scopes: [] })
      says(text, 'Åsa Märta Östling')
      silent(text, 'X Avainten palautus')
    })

    it('has the name and birth date of a grantee who is a resident by the register', async () => {
      const grantee = { ...toSign('asa').grantees[0]!, residentId: office.ids.jukka, birthDate: null }
      const { text } = await form('asa', { grantees: [{ ...grantee, firstNames: 'Väärä', lastName: '' }] })
      says(text, 'Jukka-Pekka O’Brien-Mäkinen', '1.1.1970')
      silent(text, 'Väärä')
    })

    it('of an estate names the tenant who died and has everyone who signs', async () => {
      const { text } = await form('dead', {
        scopes: ['estate'],
        otherGrantorIds: [office.ids.eino],
        parties: ['Liisa Leski', ''],
      })
      says(text, 'Vainaja Vainikka', '30.10.2026', 'Eino Olavi Östling, Liisa Leski')
      says(text, 'Osakkaan allekirjoitus Eino Olavi Östling', 'Osakkaan allekirjoitus Liisa Leski')
    })

    it('has no address, phone or e-mail of whoever is under non-disclosure, nor of their household', async () => {
      const everything = ['Salatie', '00995', 'Suojala']
      const object = { kind: 'apartment', leaseNo: 'L900011' } as const
      const salla = await form('salla', { object })
      says(salla.text, 'Salla Inari Suojattu', 'sopimuksen L900011 asunto')
      silent(salla.text, ...everything, '040 555 0199', 'salla.suojattu@example.net')
      silent((await form('samu', { object: null })).text, ...everything)
      silent((await form('samu', { object })).text, ...everything)
      const grantee = {
        ...toSign('asa').grantees[0]!,
        residentId: office.ids.salla,
        email: 'salla@example.net',
      }
      const { text } = await form('asa', { grantees: [grantee] })
      says(text, 'Salla Inari Suojattu')
      silent(text, ...everything, '040 123 4567', 'salla@example.net')
    })

    it('is refused about a lease that is not the grantor’s, and of nobody', async () => {
      const object = { kind: 'lease', leaseNo: 'L900002' } as const
      expect(await nameOf(form('asa', { object }))).toBe('notGrantorsLease')
      const nobody = { ...toSign('asa'), residentId: '0193aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa' }
      expect(await nameOf(office.page.mandates.form(nobody))).toBe('NOT_FOUND')
    })
  })

  describe('as the grantor’s receipt', () => {
    const receipt = async (id: string, language: (typeof languages)[number] = 'fi') =>
      reading((await office.page.mandates.receipt({ id, language })).pdfBase64)

    it.each(languages)('in %s is one page', async (language) => {
      const { id } = await record('asa')
      expect(await receipt(id, language)).toMatchObject({ pages: 1, language, missingGlyphs: 0 })
    })

    it('follows the power from received to confirmed to revoked', async () => {
      const { id } = await record('asa')
      const first = await receipt(id)
      says(
        first.text,
        'Åsa Märta Östling',
        'Pekka Juhani Poika',
        'Vastaanotettu 24.11.2026, palvelupisteessä',
      )
      says(first.text, 'Valtakirja on vastaanotettu', 'Näin perut valtakirjan')
      silent(first.text, 'Vahvistettu')

      const valid = await grant('asa', {
        validUntil: '2027-02-01',
        grantees: [{ ...son, firstNames: 'Kuitti' }],
      })
      const { text } = await receipt(valid.id)
      says(text, 'Vahvistettu 24.11.2026', 'voimassa 1.2.2027 asti')
      await office.page.mandates.revoke({
        ...{ id: valid.id, version: valid.version },
        ...{ by: 'grantor', how: 'byPhone', on: '2026-11-24', note: 'sisäinen huomio' },
      })
      const over = await receipt(valid.id)
      says(over.text, 'Valtakirja on peruttu 24.11.2026')
      silent(over.text, 'sisäinen huomio', 'Näin perut valtakirjan')
    })

    it('has nobody’s contacts, and no protected address', async () => {
      const object = { kind: 'apartment', leaseNo: 'L900011' } as const
      const grantees = [{ ...son, residentId: office.ids.salla, email: 'salla@example.net' }]
      const { id } = await record('samu', { object, grantees })
      const { text } = await receipt(id)
      says(text, 'Samu Salo', 'Salla Inari Suojattu', 'sopimuksen L900011 asunto')
      silent(text, 'Salatie', '00995', 'Suojala', '040 123 4567', '040 555 0199', 'salla@example.net', '1985')
    })
  })
})
