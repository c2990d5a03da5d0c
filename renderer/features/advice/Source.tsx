import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What else the rules say, and where they are from (002_f88546710976e887.txt). */
export function Source({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Typography variant="body2" color="textSecondary">
      {children} {t('advice:source')}
    </Typography>
  )
}
