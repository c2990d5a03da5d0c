import { useTranslation } from 'react-i18next'
import { advise } from '#shared/rules/advice'
import type { CountedIncome } from '#shared/rules/income'
import { helsinkiDay } from '#shared/rules/localDay'
import type { AssetKind } from '#shared/rules/wealth'
import { useDraft } from '../../app/drafts'
import { useNow } from '../../app/useNow'
import { useLeft } from '../../components/useLeft'
import {
  type AdviceField,
  type AdviceValues,
  emptyAdvice,
  isUntouched,
  partsOf,
  readAdvice,
  type WrongField,
} from './adviceForm'

/** The id of a field in the page. */
export const idOf = (field: AdviceField) => `advice-${field}`

/** What is typed of an applicant, what follows from it, and what of it cannot be read. It lives in the page's memory only. */
export function useAdvice() {
  const { t } = useTranslation()
  const draft = useDraft<AdviceValues>('advice', emptyAdvice, 'page')
  const values = draft.value
  const today = helsinkiDay(useNow())
  const { figures, wrong } = readAdvice(values, today)
  const label = (field: AdviceField): string => {
    const [kind = '', name] = field.split('-')
    if (kind === 'value') return t(`advice:asset.${name as AssetKind}`)
    if (kind === 'debt') return t('advice:wealth.debtOf', { asset: t(`advice:asset.${name as AssetKind}`) })
    if (kind === 'income') return t(`advice:income.${name as CountedIncome}`)
    return t(`advice:field.${field}`)
  }
  const problemText = ({ problem, most }: WrongField) => t(`advice:problem.${problem}`, { most })
  const left = useLeft(
    wrong.map((each) => ({ id: idOf(each.field), text: `${label(each.field)}: ${problemText(each)}` })),
  )
  return {
    values,
    figures,
    today,
    advice: advise(figures),
    label,
    /** The parts that have something in them that cannot be read. */
    wrongParts: new Set(wrong.flatMap(({ field }) => partsOf(field))),
    dirty: draft.dirty,
    attempt: left.attempt,
    items: left.items,
    tried: left.tried,
    set: (changes: Partial<AdviceValues>) => {
      const next = { ...values, ...changes }
      if (isUntouched(next)) draft.clear()
      else draft.set(next)
    },
    clear: draft.clear,
    problem: (field: AdviceField) => {
      const found = wrong.find((each) => each.field === field)
      return found && left.isLeft(idOf(field)) ? problemText(found) : undefined
    },
    leave: (field: AdviceField) => left.leave(idOf(field)),
  }
}
export type AdviceForm = ReturnType<typeof useAdvice>
