import RecordVoiceOverIcon from '@mui/icons-material/RecordVoiceOverOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'
import { FinishDialog } from './FinishDialog'
import { atMyDesk, useVisitDay } from './useVisitDay'

/** In the bar on top: my desk and who is at it, so that a visit can be finished from wherever it was served. */
export default function MyDesk() {
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
    <Box role="group" aria-label={t('visits:desk.mine')} sx={{ display: 'flex', gap: 1, flexShrink: 0 }}>
      <Button
        component="a"
        href="#/serve"
        size="small"
        variant={visit === null ? 'text' : 'outlined'}
        startIcon={<RecordVoiceOverIcon />}
        sx={{ whiteSpace: 'nowrap' }}
      >
        {visit === null ? name : `${name} · ${visit.number}`}
      </Button>
      {visit !== null && elsewhere && (
        <Button
          size="small"
          variant="contained"
          aria-keyshortcuts="F"
          onClick={finish}
          sx={{ whiteSpace: 'nowrap' }}
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
