import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'

/** Says, before another person signs in, that what this one has typed and not saved will be gone. */
export function DraftsWillGo({ name }: { readonly name: string }) {
  const { t } = useTranslation()
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      {t('system:switchUser.draftsWillGo', { name })}
    </Alert>
  )
}
