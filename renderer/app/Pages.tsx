import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { type ComponentType, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addPageTexts } from '../i18n/index'

let loaded: ComponentType | undefined

/** Loads every page and its texts, in one script, which takes its time: it is begun before they are shown. */
export async function loadPages(): Promise<ComponentType> {
  const [{ Shell }] = await Promise.all([import('./Shell'), addPageTexts()])
  loaded = Shell
  return Shell
}

/**
 * Every page, in the frame around them: they come whole, with their texts and their keys, because who sees the program may
 * press one. Loaded without React's `lazy`, which would show a stand-in for 300 ms at least.
 */
export function Pages() {
  const [Shown, setShown] = useState(() => loaded)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (Shown !== undefined) return
    loadPages().then(
      (pages) => setShown(() => pages),
      () => setFailed(true),
    )
  }, [Shown])
  if (failed) return <NotLoaded />
  return Shown && <Shown />
}

/** A script that could not be loaded is asked for again by a new page only. */
function NotLoaded() {
  const { t } = useTranslation()
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" onClick={() => location.reload()}>
          {t('common:action.retry')}
        </Button>
      }
    >
      {t('refusals:pagesNotLoaded')}
    </Alert>
  )
}
