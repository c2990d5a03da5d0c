import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'
import { FinishDialog } from './FinishDialog'
import { atMyDesk, useVisitDay } from './useVisitDay'

/** In the bar on top: my desk and who is at it, so that a visit can be finished from wherever it was served. */
export function MyDesk() {
  const { t } = useTranslation()
  const [location, navigate] = useHashLocation()
  const { data } = useVisitDay()
  const [finishing, setFinishing] = useState(false)
  const visit = atMyDesk(data)
  const deskNo = data?.myDesk ?? null
  // The desk's own page has the same button and key.
  const elsewhere = location !== '/serve'
  const finish = () => setFinishing(true)
  useShortcut('f', finish, { enabled: visit !== null && elsewhere })
  if (deskNo === null) return null
  const name = t('visits:desk.name', { desk: deskNo })
  return (
    <Box
      role="group"
      aria-label={t('visits:desk.mine')}
      sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 0.25, flexShrink: 0 }}
    >
      <Link href="#/serve" sx={{ fontWeight: 600, lineHeight: '24px', whiteSpace: 'nowrap' }}>
        {visit === null ? name : `${name} · ${visit.number}`}
      </Link>
      {visit !== null && elsewhere && (
        <Button
          size="small"
          variant="contained"
          aria-keyshortcuts="F"
          onClick={finish}
          sx={{ whiteSpace: 'nowrap', py: 0, minHeight: 28 }}
        >
          {t('visits:act.finish')}
          <KeyHint keys="F" />
        </Button>
      )}
      {finishing && visit !== null && (
        <FinishDialog
          visit={visit}
          onFinished={() => {
            setFinishing(false)
            navigate('/serve')
          }}
          onClose={() => setFinishing(false)}
        />
      )}
    </Box>
  )
}
