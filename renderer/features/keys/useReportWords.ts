import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { keyKinds } from '#shared/rules/keyLedger'

/** The results as a file calls them, and as the program does. */
const results = {
  with_blc: 'withBlc',
  withBlc: 'withBlc',
  arrived: 'arrived',
  damaged: 'damaged',
  missing: 'missing',
} as const
const isResult = (text: string): text is keyof typeof results => Object.hasOwn(results, text)

/** What is said of keys as BLC Turva has written them, which need not be in the ledger. */
export function useReportWords() {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      key: ({ keyKind, keyNumber }: { readonly keyKind: string; readonly keyNumber: string }) => {
        const kind = keyKinds.find((each) => each === keyKind)
        return [kind ? t(`keys:kind.${kind}`) : keyKind, keyNumber].filter(Boolean).join(' ')
      },
      /** What is none of the results stays as it was written. */
      result: (text: string) => (isResult(text) ? t(`keys:result.${results[text]}`) : text),
    }),
    [t],
  )
}
