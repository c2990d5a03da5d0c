import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { DatabaseState } from '#shared/contract/database'

let chosen: DatabaseState['kind'] | null = null
const listeners = new Set<() => void>()

/** Remembers which database was just taken into use, until it has been read or somebody signs in. */
export function tellChosen(kind: DatabaseState['kind'] | null) {
  chosen = kind
  for (const listener of listeners) listener()
}

/** Says, above the page that asks who is there, which database was just taken into use. */
export function ChosenNotice() {
  const { t } = useTranslation()
  const kind = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => chosen,
  )
  useEffect(() => () => tellChosen(null), [])
  if (kind === null) return null
  return (
    <Box
      component="section"
      aria-label={t('database:title')}
      // The page below may have been scrolled to the button that was pressed.
      sx={{ position: 'sticky', top: 0, zIndex: 'appBar' }}
    >
      <Alert
        severity="success"
        role="presentation"
        closeText={t('database:closeNotice')}
        onClose={() => tellChosen(null)}
      >
        {t(`database:chosen.${kind}`)}
      </Alert>
    </Box>
  )
}
