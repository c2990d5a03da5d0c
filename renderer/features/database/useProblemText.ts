import { useTranslation } from 'react-i18next'
import type { DatabaseProblem } from '#shared/contract/database'

/** What is wrong with a database and what to do about it; null for what has no name. */
export function useProblemText(): (problem: DatabaseProblem | null) => string {
  const { t } = useTranslation()
  return (problem) => {
    if (problem === null) return t('database:none.unknown')
    // Of the program itself the same is said in other words.
    return problem === 'unreachable' ? t('database:unreachable') : t(`refusals:${problem}`)
  }
}
