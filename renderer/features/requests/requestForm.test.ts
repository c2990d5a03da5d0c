import { describe, expect, it } from 'vitest'
import { checkRequestFields } from '#shared/rules/requestFields'
import { type requestKindRules, requestKinds } from '#shared/rules/requestKinds'
import { kindGroups } from './kindGroups'
import { emptyRequest, fieldsOf, isFilled, type RequestValues, requestProblems } from './requestForm'

const today = '2026-11-23'
const aino = { residentId: '01930000-0000-7000-8000-000000000001', name: 'Aino Laine' }
const kalle = { residentId: '01930000-0000-7000-8000-000000000002', name: 'Kalle Laine' }
const facts = { today, living: [aino, kalle], residentId: aino.residentId }
const typed = (part: Partial<RequestValues>): RequestValues => ({ ...emptyRequest('L1'), ...part })
const problems = (kind: keyof typeof requestKindRules, part: Partial<RequestValues>) =>
  requestProblems(kind, typed(part), facts).map(({ field, problem }) => `${field} ${problem}`)

describe('what is typed in the form of a request', () => {
  it('has a key for every kind, each its own, and none that a scanned zone begins with', () => {
    const all = kindGroups.flatMap(({ kinds }) => kinds.map(([kind, key]) => ({ kind, key })))
    expect(all.map(({ kind }) => kind).toSorted()).toEqual([...requestKinds].toSorted())
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
    expect(all.filter(({ key }) => 'ACIPVQ'.includes(key))).toEqual([])
  })

  it('is asked for in every field that is required, all at once', () => {
    expect(problems('disturbance', {})).toEqual([
      'happenedOn fieldRequired',
      'repeated fieldRequired',
      'disturbance fieldRequired',
      'what fieldRequired',
    ])
    expect(problems('changeResidents', {})).toEqual(['people nobodyMoves'])
    expect(problems('transferLease', {})).toEqual([
      'toWhom oneMustBeChosen',
      'relation fieldRequired',
      'from fieldRequired',
    ])
  })

  it('is wrong field by field, whatever is wrong before it', () => {
    expect(
      problems('disturbance', { texts: { happenedOn: '24.11.2026', disturbance: 'noise', what: 'Melua.' } }),
    ).toEqual(['happenedOn dayMustHaveCome', 'repeated fieldRequired'])
    expect(problems('diyPermit', { texts: { from: '5.12.2026', until: '4.12.2026' } })).toEqual([
      'what fieldRequired',
      'doneBy fieldRequired',
      'until endBeforeStart',
    ])
    expect(problems('diyPermit', { texts: { from: 'huomenna', until: '4.12.2026' } })).toContain(
      'from dayInvalid',
    )
  })

  it('lists everyone who lives there, and who moves in', () => {
    const values = typed({
      movingOut: { [kalle.residentId]: '31.12.2026' },
      movingIn: [{ key: 0, name: ' Eeva Laine ', on: '1.1.2027' }],
    })
    const fields = fieldsOf('changeResidents', values, facts.living)
    expect(fields.people).toEqual([
      { ...aino, change: 'stays', on: null },
      { ...kalle, change: 'movesOut', on: '2026-12-31' },
      { residentId: null, name: 'Eeva Laine', change: 'movesIn', on: '2027-01-01' },
    ])
    expect(checkRequestFields('changeResidents', fields, facts).ok).toBe(true)
    expect(problems('changeResidents', values)).toEqual([])
    expect(problems('changeResidents', { movingOut: { [kalle.residentId]: '' } })).toEqual([
      'people personDayRequired',
    ])
    expect(problems('changeResidents', { movingOut: { [kalle.residentId]: '31.2.2027' } })).toEqual([
      'people dayInvalid',
    ])
  })

  it('is sent only of the kind that is chosen', () => {
    const texts = { what: 'Vuokra myöhästyy.', happenedOn: '1.1.2026', note: ' ' }
    expect(fieldsOf('messageLeaseControl', typed({ texts }), [])).toEqual({ what: 'Vuokra myöhästyy.' })
  })

  it('is nothing until something was typed', () => {
    expect(isFilled(emptyRequest('L1'))).toBe(false)
    expect(isFilled(typed({ kind: 'disturbance', texts: { what: ' ' } }))).toBe(false)
    expect(isFilled(typed({ texts: { what: 'x' } }))).toBe(true)
    expect(isFilled(typed({ movingOut: { [kalle.residentId]: '' } }))).toBe(true)
  })
})
