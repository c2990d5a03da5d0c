import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallPage } from '#shared/contract/calls'
import { announce } from '../../components/Live'
import { AnswersPanel } from '../answers/AnswersPanel'
import { CallDefect } from '../defects/CallDefect'
import { CallDoor } from '../doors/CallDoor'
import { KeyButton } from '../mandates/KeyButton'
import { CallManager } from '../tasks/CallManager'
import { CallerPart } from './CallerPart'
import type { Done } from './JustDone'
import { LogForm } from './LogForm'
import { Recognise } from './Recognise'
import { Told } from './Told'
import { useCallAgain } from './useCallChanged'
import { useLog } from './useLog'

type Doing = 'log' | 'defect' | 'door' | 'manager' | 'answers'

interface LiveDeskProps {
  readonly call: CallPage
  readonly onDone: (done: Done) => void
}

/** A live call: who calls and what they may be told on the left, what they want on the right. */
export function LiveDesk({ call, onDone }: LiveDeskProps) {
  const { t } = useTranslation()
  const again = useCallAgain()
  const [doing, setDoing] = useState<Doing>('log')
  const log = useLog(call, ({ callId, transferTo }) =>
    onDone({ callId, transferTo, defectId: null, doorId: null }),
  )
  const found = call.residentId !== null
  const back = () => setDoing('log')
  // The call was ended with it, or goes on.
  const recorded = (what: Partial<Done>, ends: boolean) => {
    again(call.id)
    back()
    if (!ends) return
    log.clear()
    announce(t('calls:logged'))
    onDone({ callId: call.id, transferTo: null, defectId: null, doorId: null, ...what })
  }
  const which = { id: call.id, version: call.version }
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 1.7fr)' },
        columnGap: 2,
        alignItems: 'start',
      }}
    >
      <Box>
        <CallerPart key={call.residentId ?? call.callerKind} call={call} />
        <Recognise key={`asked-${call.residentId}`} call={call} />
        <Told told={call.told} />
      </Box>
      <Box>
        {call.asOy && (
          <Alert severity="warning" role="note" sx={{ mb: 2 }}>
            {t('calls:asOy.text', { number: call.asOy.phone })}{' '}
            {call.asOy.open ? t('calls:asOy.open') : t('calls:asOy.closed')}
          </Alert>
        )}
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
          <KeyButton
            keys="D"
            main
            label={t('calls:act.defect')}
            enabled={found}
            onAct={() => setDoing('defect')}
          />
          <KeyButton keys="O" label={t('calls:act.door')} enabled={found} onAct={() => setDoing('door')} />
          <KeyButton
            keys="M"
            label={t('calls:act.manager')}
            enabled={found}
            onAct={() => setDoing('manager')}
          />
          <KeyButton keys="V" label={t('calls:act.answers')} onAct={() => setDoing('answers')} />
          <KeyButton keys="P" label={t('calls:act.park')} onAct={log.park} />
          <KeyButton
            keys="S"
            label={t('calls:act.handOver')}
            enabled={call.asOy !== null && call.line === 'general'}
            onAct={() => {
              back()
              log.handOver()
            }}
          />
        </Stack>
        {doing === 'log' && <LogForm log={log} />}
        {doing === 'defect' && call.residentId !== null && (
          <CallDefect
            residentId={call.residentId}
            call={which}
            onReported={(defectId, ends) => recorded({ defectId }, ends)}
            onLeave={back}
          />
        )}
        {doing === 'door' && call.residentId !== null && (
          <CallDoor
            residentId={call.residentId}
            call={which}
            onOrdered={(doorId, ends) => recorded({ doorId }, ends)}
            onLeave={back}
          />
        )}
        {doing === 'manager' && call.residentId !== null && (
          <CallManager
            residentId={call.residentId}
            callId={call.id}
            said={log.values.said}
            onSent={() => recorded({}, false)}
            onLeave={back}
          />
        )}
        {doing === 'answers' && (
          <AnswersPanel
            onLeave={back}
            onEnd={() => {
              back()
              log.submit()
            }}
          />
        )}
      </Box>
    </Box>
  )
}
