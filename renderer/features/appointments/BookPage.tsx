import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { VisitView } from '#shared/contract/visits'
import { asOyLane, type VisitTeam } from '#shared/rules/visitTimetable'
import { api } from '../../app/client'
import { useMay } from '../../app/session'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { useTakesFocus } from '../../components/useTakesFocus'
import { ResidentLead } from '../residents/ResidentLead'
import { ResidentPicker } from '../residents/ResidentPicker'
import { BookingForm } from './BookingForm'
import { type Asked, askedOf, initialBooking } from './booking'
import { OtherTeamBooks } from './WhomToContact'
import { withoutQuery } from './withoutQuery'

/** Books a visit, for a resident or for somebody who is not in the register. */
export function BookPage() {
  const { id } = useParams()
  const [asked] = useState(() => askedOf(location.search, location.hash))
  useEffect(withoutQuery, [])
  return id === undefined ? (
    <BookForOther asked={asked} />
  ) : (
    <BookForResident key={id} id={id} asked={asked} />
  )
}

/** The teams that the person at this desk books for. The desk decides; this only shows the right page. */
function useTeams(): readonly VisitTeam[] {
  const may = useMay()
  const service = may('counter', 'phone', 'lead')
  return service ? (may('asoy') ? ['service', 'asoy'] : ['service']) : ['asoy']
}

function useBooked() {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  return (visit: VisitView) => {
    announce(t('appointments:page.bookedNow'))
    navigate(`/appointments/${visit.id}`, { replace: true, state: { booked: true } })
  }
}

function BookForOther({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const onBooked = useBooked()
  const teams = useTeams()
  const wanted = asked.lane === 0 ? 'asoy' : 'service'
  const team = teams.find((each) => each === wanted) ?? teams[0] ?? 'service'
  const picker = useTakesFocus<HTMLInputElement>()
  const [words, setWords] = useState('')
  const choose = ({ id }: { readonly id: string }) => {
    const { startsAt, lane } = asked
    // The As Oy team has one lane, and whose the resident is the home decides.
    const desk = lane === null || lane === asOyLane ? '' : `&lane=${lane}`
    const time = startsAt === null ? '' : `?startsAt=${encodeURIComponent(startsAt)}${desk}`
    navigate(`/residents/${id}/book${time}`)
  }
  return (
    <Page title={t('appointments:book.title')} windowTitle={t('appointments:book.title')} width="text">
      <Box sx={{ maxWidth: 520 }}>
        <ResidentPicker
          ref={picker}
          id="book-resident"
          label={t('appointments:book.resident')}
          hint={t('appointments:book.residentHint')}
          text={words}
          onType={setWords}
          onChoose={choose}
        />
      </Box>
      <BookingForm
        residentId={null}
        contactsHidden={false}
        teams={teams}
        initial={initialBooking(null, team, asked)}
        onBooked={onBooked}
        onLeave={() => (history.length > 1 ? history.back() : navigate('/'))}
      />
    </Page>
  )
}

function BookForResident({ id, asked }: { readonly id: string; readonly asked: Asked }) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const onBooked = useBooked()
  const teams = useTeams()
  const resident = useQuery(api.residents.read.queryOptions({ input: { id } }))
  const teamOf = useQuery(api.appointments.teamOf.queryOptions({ input: { residentId: id } }))
  const person = resident.data
  const team = teamOf.data?.team
  const back = () => navigate(`/residents/${id}`)
  return (
    <Page
      title={t('appointments:book.title')}
      windowTitle={t('appointments:book.title')}
      width="text"
      lead={person && <ResidentLead person={person} />}
    >
      <ErrorText
        error={resident.error ?? teamOf.error}
        onRetry={() => {
          void resident.refetch()
          void teamOf.refetch()
        }}
      />
      {person === undefined || team === undefined ? (
        !resident.isError && !teamOf.isError && <LinesSkeleton lines={10} />
      ) : person.marks.includes('deceased') ? (
        <NotHere onBack={back}>
          <Alert
            severity="warning"
            sx={{ mb: 2 }}
            action={
              <Button
                color="inherit"
                onClick={() => navigate('/book?kind=estate')}
                sx={{ whiteSpace: 'nowrap' }}
              >
                {t('appointments:book.bookEstate')}
              </Button>
            }
          >
            {t('appointments:book.died')}
          </Alert>
        </NotHere>
      ) : teams.includes(team) ? (
        <BookingForm
          residentId={id}
          contactsHidden={person.hidden === 'all'}
          teams={[team]}
          initial={initialBooking(person, team, asked)}
          onBooked={onBooked}
          onLeave={back}
        />
      ) : (
        <NotHere onBack={back}>
          <OtherTeamBooks team={team} />
        </NotHere>
      )}
    </Page>
  )
}

/** Why nothing is booked here, and the way back. */
function NotHere({ onBack, children }: { readonly onBack: () => void; readonly children: ReactNode }) {
  const { t } = useTranslation()
  useShortcut('escape', onBack)
  return (
    <>
      {children}
      <Button onClick={onBack} aria-keyshortcuts="Escape">
        {t('appointments:book.back')}
        <KeyHint keys="Esc" />
      </Button>
    </>
  )
}
