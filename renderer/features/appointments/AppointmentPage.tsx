import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { AppointmentPage as Appointment } from '#shared/contract/appointments'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { ResidentMarks } from '../residents/ResidentMarks'
import { AppointmentActions, type AppointmentDialog } from './AppointmentActions'
import { AppointmentDetails } from './AppointmentDetails'
import { AppointmentHistory } from './AppointmentHistory'
import { AppointmentMessages } from './AppointmentMessages'
import { BookedNotice } from './BookedNotice'
import { CancelDialog } from './CancelDialog'
import { ChangeDialog } from './ChangeDialog'
import { changeDraftKey } from './changeDraft'
import { MoveDialog } from './MoveDialog'
import { SlipDialog } from './SlipDialog'
import { useWhenText } from './whenText'

/** One visit, what is done with it, its history and its messages. */
export function AppointmentPage() {
  const { id = '' } = useParams()
  return <AppointmentView key={id} id={id} />
}

const wasJustBooked = () => (history.state as { readonly booked?: unknown } | null)?.booked === true

function AppointmentView({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const when = useWhenText()
  const query = useQuery(api.appointments.read.queryOptions({ input: { id } }))
  const page = query.data
  const [booked] = useState(wasJustBooked)
  const failed = query.isError && page === undefined
  const at = page && (page.visit.startsAt === null ? format.day(page.visit.day) : when(page.visit.startsAt))
  return (
    <Page
      title={failed ? t('appointments:page.notShown') : at && t('appointments:page.titleAt', { when: at })}
      windowTitle={t('appointments:page.title')}
      lead={
        page &&
        page.visit.marks.length > 0 && (
          <Box sx={{ mt: 1 }}>
            <ResidentMarks marks={page.visit.marks} />
          </Box>
        )
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {page === undefined ? !failed && <LinesSkeleton lines={10} /> : <Loaded page={page} booked={booked} />}
    </Page>
  )
}

function Loaded({ page, booked }: { readonly page: Appointment; readonly booked: boolean }) {
  const { visit } = page
  const draft = useDraft<unknown>(changeDraftKey(visit.id), null)
  // A form that was left half filled is open again, with what was typed.
  const [dialog, setDialog] = useState<AppointmentDialog | null>(draft.dirty ? 'change' : null)
  const close = () => setDialog(null)
  // Once anything more has been done with the visit, that it was booked is old news.
  const justBooked = booked && page.history.length === 1
  // The button stays where it is. An address can be hidden; that a message was written is not.
  const [printFirst] = useState(justBooked && (page.messages.length === 0 || !page.mailConfigured))
  return (
    <>
      {justBooked && <BookedNotice page={page} />}
      <AppointmentActions visit={visit} printFirst={printFirst} onOpen={setDialog} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) minmax(0, 1.1fr)' },
          gap: 2,
          alignItems: 'start',
        }}
      >
        <AppointmentDetails visit={visit} />
        <Box>
          <AppointmentHistory history={page.history} />
          <AppointmentMessages page={page} />
        </Box>
      </Box>
      {dialog === 'move' && visit.startsAt !== null && (
        <MoveDialog visit={visit} startsAt={visit.startsAt} onClose={close} />
      )}
      {dialog === 'cancel' && <CancelDialog visit={visit} onClose={close} />}
      {dialog === 'change' && <ChangeDialog page={page} onClose={close} />}
      {dialog === 'slip' && <SlipDialog id={visit.id} onClose={close} />}
    </>
  )
}
