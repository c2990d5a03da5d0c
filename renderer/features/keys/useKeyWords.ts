import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyHolderView, KeyView } from '#shared/contract/keyViews'

/** What is said of keys and of those who have them. */
export function useKeyWords() {
  const { t } = useTranslation()
  return useMemo(
    () => ({
      /** Its kind and number. */
      key: ({ kind, number }: Pick<KeyView, 'kind' | 'number'>) =>
        number === '' ? t(`keys:kind.${kind}`) : `${t(`keys:kind.${kind}`)} ${number}`,
      /** Several, those that open the same thing together: "Asunnon avain 0071, 0072". */
      keys: (keys: readonly Pick<KeyView, 'kind' | 'number'>[]) =>
        [...Map.groupBy(keys, ({ kind }) => kind)]
          .map(([kind, same]) =>
            `${t(`keys:kind.${kind}`)} ${same.map(({ number }) => number).join(', ')}`.trim(),
          )
          .join('; '),
      /** Who has it: a person by name, where it may be told, or what holds it. */
      holder: ({ kind, name, hidden }: KeyHolderView) => {
        if (hidden) return t('keys:holder.hidden')
        if (name === null) return t(`keys:holder.${kind}`)
        return kind === 'grantee' ? `${name}, ${t('keys:bringer.grantee')}` : name
      },
    }),
    [t],
  )
}
