import * as z from 'zod'
import { mostKilometres, mostPeople } from '../rules/advice'
import { mostCents } from '../rules/euros'
import { countedIncome, notIncome } from '../rules/income'
import { urgencyGrounds } from '../rules/urgency'
import { assetKinds } from '../rules/wealth'
import { base, languages, localDay, servingRoles } from './base'

const cents = z.int().min(0).max(mostCents)

/** What an applicant tells: no name, nothing that says who it is. */
const figures = z.object({
  day: localDay,
  people: z.int().min(1).max(mostPeople).nullable(),
  rooms: z.int().min(1).max(mostPeople).nullable(),
  grounds: z.array(z.enum(urgencyGrounds)).max(urgencyGrounds.length),
  housingCostsCents: cents.nullable(),
  assets: z.array(z.object({ kind: z.enum(assetKinds), cents, debtCents: cents })).max(assetKinds.length),
  home: z.object({
    movesForWork: z.boolean(),
    livesThere: z.boolean(),
    kilometres: z.int().min(0).max(mostKilometres).nullable(),
  }),
  incomes: z
    .array(z.object({ item: z.enum(countedIncome), cents, per: z.enum(['month', 'year']) }))
    .max(countedIncome.length),
  notIncome: z.array(z.enum(notIncome)).max(notIncome.length),
})

export type AdviceFigures = z.infer<typeof figures>

export const advice = {
  /**
   * What an applicant was told, in a language, as a PDF in base64 and as plain text to copy. Reckoned anew at the desk by
   * the same rules; nothing is stored, and the audit record says that it was made and nothing of what is in it.
   */
  summary: base
    .meta({ roles: servingRoles, audit: {} })
    .input(z.object({ language: z.enum(languages), figures }))
    .output(z.object({ pdfBase64: z.string(), text: z.string() })),
}
