import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deskNow } from '../../app/useNow'

const secondsTo = (instant: Date) => Math.max(0, Math.ceil((instant.getTime() - deskNow().getTime()) / 1000))

/** Warns before the desk locks itself. Any key or click answers, wherever the focus is: `useIdleLock` listens. */
export function IdleWarning({ locksAt }: { readonly locksAt: Date }) {
  const { t } = useTranslation()
  const [seconds, setSeconds] = useState(() => secondsTo(locksAt))
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsTo(locksAt)), 1_000)
    return () => clearInterval(timer)
  }, [locksAt])
  return (
    <Dialog
      open
      role="alertdialog"
      aria-labelledby="idle-title"
      aria-describedby="idle-text"
      container={document.body}
    >
      <DialogTitle id="idle-title">{t('system:idle.title')}</DialogTitle>
      <DialogContent>
        <span id="idle-text">{t('system:idle.text')}</span>{' '}
        <span aria-hidden>{t('system:idle.left', { count: seconds })}</span>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus>
          {t('system:idle.stay')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
