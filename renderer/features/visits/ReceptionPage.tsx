import ConfirmationNumberIcon from '@mui/icons-material/ConfirmationNumberOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { atCounter, useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { useTakesFocus } from '../../components/useTakesFocus'
import { TodayFigures } from '../calendar/TodayFigures'
import { BoardButton } from './BoardButton'
import { DaySection } from './DaySection'
import { NumberGiven } from './NumberGiven'
import { ReceptionSearch } from './ReceptionSearch'
import { SlipDialog } from './SlipDialog'
import { useAct } from './useAct'
import { useVisitDay } from './useVisitDay'
import { anybody, type WalkIn, WalkInDialog } from './WalkInDialog'

/** The reception: who has come, what number they get, and how the day goes. */
export function ReceptionPage() {
  const { t } = useTranslation()
  const mayReceive = useMay()(...atCounter)
  const day = useVisitDay()
  const act = useAct()
  const field = useTakesFocus<HTMLInputElement>()
  const [text, setText] = useState('')
  const [given, setGiven] = useState<VisitView | null>(null)
  const [walkIn, setWalkIn] = useState<WalkIn | null>(null)
  const [slip, setSlip] = useState<VisitView | null>(null)
  const walkIns = day.data?.walkIns
  const givesNumbers = mayReceive && (walkIns?.now ?? false)

  const take = (visit: VisitView) => {
    setWalkIn(null)
    setText('')
    setGiven(visit)
    announce(t('visits:given.announce', { number: visit.number }))
  }
  const next = () => {
    setGiven(null)
    field.current?.focus()
  }
  const giveNumber = () => setWalkIn(anybody)
  useShortcut('u', giveNumber, { enabled: givesNumbers })

  return (
    <Page
      title={t('visits:reception.title')}
      windowTitle={t('visits:reception.title')}
      actions={
        <>
          <BoardButton />
          {givesNumbers && (
            <Button
              variant="outlined"
              startIcon={<ConfirmationNumberIcon />}
              aria-keyshortcuts="U"
              onClick={giveNumber}
            >
              {t('visits:walkIn.title')}
              <KeyHint keys="U" />
            </Button>
          )}
        </>
      }
    >
      <Section title={t('visits:find.label')} actions={<TodayFigures />}>
        <ReceptionSearch
          field={field}
          text={text}
          onType={(typed) => {
            setText(typed)
            setGiven(null)
          }}
          act={act}
          walkIns={walkIns}
          mayReceive={mayReceive}
          onArrived={take}
          onSlip={setSlip}
          onNumber={(found) => setWalkIn(found ?? anybody)}
        />
        {given !== null && <NumberGiven key={given.id} visit={given} onNext={next} />}
      </Section>
      <ErrorText error={day.data === undefined ? day.error : null} onRetry={() => void day.refetch()} />
      {day.isPending && (
        <Box sx={{ p: 2 }}>
          <LinesSkeleton lines={6} />
        </Box>
      )}
      {day.data !== undefined && <DaySection visits={day.data.visits} onArrived={take} />}
      {walkIn !== null && <WalkInDialog walkIn={walkIn} onGiven={take} onClose={() => setWalkIn(null)} />}
      {slip !== null && <SlipDialog visit={slip} onClose={() => setSlip(null)} />}
    </Page>
  )
}
