import PrintIcon from '@mui/icons-material/Print'
import UndoIcon from '@mui/icons-material/Undo'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { useTakesFocus } from '../../components/useTakesFocus'
import { ActError } from './ActError'
import { SlipDialog } from './SlipDialog'
import { useAct } from './useAct'
import { VisitorName } from './VisitorName'

interface NumberGivenProps {
  readonly visit: VisitView
  /** Goes on to the next one in the door. */
  readonly onNext: () => void
}

/** The number that a visitor has just been given, large enough to be turned towards them. */
export function NumberGiven({ visit, onNext }: NumberGivenProps) {
  const { t } = useTranslation()
  const undo = useAct()
  const [slip, setSlip] = useState(false)
  const next = useTakesFocus<HTMLButtonElement>()
  const print = () => setSlip(true)
  useShortcut('t', print)
  useShortcut('escape', onNext)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 1, mt: 2 }}>
      <Typography sx={{ fontSize: 96, fontWeight: 600, lineHeight: 1, color: 'primary.main' }}>
        {visit.number}
      </Typography>
      <Box sx={{ flex: 1, minWidth: 320 }}>
        <ActError error={undo.error} />
        <Typography variant="h3" component="p">
          <VisitorName visit={visit} />
        </Typography>
        <Typography sx={{ mb: 1 }}>
          {t('visits:given.text', { number: visit.number, reason: t(`appointments:reason.${visit.reason}`) })}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button ref={next} variant="contained" onClick={onNext} aria-keyshortcuts="Enter Escape">
            {t('visits:given.next')}
            <KeyHint keys="Enter" />
          </Button>
          <Button variant="outlined" startIcon={<PrintIcon />} onClick={print} aria-keyshortcuts="T">
            {t('visits:given.slip')}
            <KeyHint keys="T" />
          </Button>
          {visit.kind === 'appointment' && (
            <Button
              startIcon={<UndoIcon />}
              loading={undo.isPending}
              onClick={() =>
                undo.mutate(
                  { act: 'undoCheckIn', visit },
                  {
                    onSuccess: () => {
                      announce(t('visits:done.undoCheckIn'))
                      onNext()
                    },
                  },
                )
              }
            >
              {t('visits:act.undoCheckIn')}
            </Button>
          )}
        </Box>
      </Box>
      {slip && <SlipDialog visit={visit} onClose={() => setSlip(false)} />}
    </Box>
  )
}
