import { useSyncExternalStore } from 'react'

/** Where arrow keys have work of their own. */
const usesArrows =
  'input,textarea,select,[contenteditable=true],[role=grid],[role=radiogroup],[role=tablist],[role=menu],[role=listbox],[role=combobox]'

function subscribe(listener: () => void) {
  document.addEventListener('focusin', listener)
  document.addEventListener('focusout', listener)
  return () => {
    document.removeEventListener('focusin', listener)
    document.removeEventListener('focusout', listener)
  }
}

/** Whether an arrow key means nothing to what has the focus, and may turn the page of the calendar. */
export const useFreeArrows = (): boolean =>
  useSyncExternalStore(subscribe, () => document.activeElement?.closest(usesArrows) == null)
