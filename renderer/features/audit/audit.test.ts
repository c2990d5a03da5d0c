import { describe, expect, it } from 'vitest'
import { auditFindings, programActions } from '#shared/contract/audit'
import type { ProcedureMeta } from '#shared/contract/base'
import { contract } from '#shared/contract/index'
import { rowLists } from '#shared/contract/register'
import { checkPurposes } from '#shared/rules/documents'
import { portalSteps } from '#shared/rules/portalRegistration'
import en from '../../i18n/en/audit.json'
import fi from '../../i18n/fi/audit.json'
import sv from '../../i18n/sv/audit.json'
import { namedOutcomes, outcomeWord } from './outcomes'
import { choiceFields } from './useKeptWords'

interface Procedure {
  readonly '~orpc': {
    readonly meta: ProcedureMeta
    readonly inputSchema?: {
      readonly shape?: Readonly<Record<string, { readonly options?: readonly string[] }>>
    }
  }
}

const procedures = Object.entries(contract).flatMap(([feature, all]) =>
  Object.entries(all as unknown as Record<string, Procedure>).map(([name, { '~orpc': orpc }]) => ({
    feature,
    name,
    keep: orpc.meta.audit?.keep ?? [],
    audited: orpc.meta.audit !== undefined,
    shape: orpc.inputSchema?.shape ?? {},
  })),
)
const audited = procedures.filter((procedure) => procedure.audited)

describe.each([
  ['fi', fi],
  ['sv', sv],
  ['en', en],
])('the words of the audit log in %s', (_language, texts) => {
  it('name every audited procedure and what programs record by themselves, and no other', () => {
    const named = Object.entries(texts.procedure).flatMap(([feature, names]) =>
      Object.keys(names).map((name) => `${feature}.${name}`),
    )
    expect(named.sort()).toEqual(
      [...audited.map(({ feature, name }) => `${feature}.${name}`), ...programActions].sort(),
    )
  })

  it('name every field that a record keeps', () => {
    const kept = [...new Set(audited.flatMap(({ keep }) => keep))]
    expect(Object.keys(texts.kept).sort()).toEqual(kept.sort())
  })

  it('name every choice that a record keeps', () => {
    for (const { keep, shape } of audited) {
      for (const field of choiceFields) {
        const options = keep.includes(field) ? (shape[field]?.options ?? []) : []
        for (const option of options) expect(texts.value[field]).toHaveProperty(option)
      }
    }
    expect(Object.keys(texts.value.purpose)).toEqual([...checkPurposes])
    expect(Object.keys(texts.value.change)).toEqual([...rowLists])
    expect(Object.keys(texts.value.step)).toEqual(portalSteps.filter((step) => step !== 'identified'))
  })

  it('name every outcome and every finding', () => {
    expect(Object.keys(texts.outcome).sort()).toEqual([...namedOutcomes, 'refused'].sort())
    for (const finding of auditFindings) expect(texts.chain).toHaveProperty(finding)
  })
})

describe('an outcome', () => {
  it('that is a refusal of a rule is told as one', () => {
    expect(outcomeWord('done')).toBe('done')
    expect(outcomeWord('FORBIDDEN')).toBe('FORBIDDEN')
    expect(outcomeWord('documentRefused')).toBe('refused')
  })
})
