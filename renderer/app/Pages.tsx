import { type ComponentType, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addPageTexts } from '../i18n/index'
import { Broken } from './ErrorBoundary'

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
  const { t } = useTranslation()
  const [Shown, setShown] = useState(() => loaded)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    if (Shown !== undefined) return
    loadPages().then(
      (pages) => setShown(() => pages),
      () => setFailed(true),
    )
  }, [Shown])
  // A script that could not be loaded is asked for again by a new page only.
  if (failed) return <Broken text={t('refusals:pagesNotLoaded')} onRetry={() => location.reload()} />
  return Shown && <Shown />
}
