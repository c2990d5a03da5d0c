import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** What was done, in plain words, by the procedure's name. One that a newer program wrote keeps its name. */
export function useActionWords() {
  const { t } = useTranslation()
  return useCallback(
    (action: string) => {
      const [feature, procedure] = action.split('.')
      return t(`audit:procedure.${feature}.${procedure}`, { defaultValue: action })
    },
    [t],
  )
}
