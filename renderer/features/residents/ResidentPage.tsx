import Box from '@mui/material/Box'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { ResidentPage as Resident } from '#shared/contract/residents'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { DefectsSection } from '../defects/DefectsSection'
import { KeysSection } from '../keys/KeysSection'
import { MandatesSection } from '../mandates/MandatesSection'
import { RequestsSection } from '../requests/RequestsSection'
import { TasksSection } from '../tasks/TasksSection'
import { ContactsSection } from './ContactsSection'
import { HomeSection } from './HomeSection'
import { useRememberOpened } from './lately'
import { NoteDialog, noteDraftKey } from './NoteDialog'
import { OtherLeases } from './OtherLeases'
import { PropertySection } from './PropertySection'
import { editButtonId, ResidentActions } from './ResidentActions'
import { ResidentHeader } from './ResidentHeader'
import { Timeline } from './Timeline'
import { contactsDraftKey } from './useContactsForm'
import { useReveal } from './useReveal'
import { VisitsSection } from './VisitsSection'
import { WhoToCall } from './WhoToCall'

/** A resident's page: who it is, what staff do from it, and what was done. */
export function ResidentPage() {
  const { id = '' } = useParams()
  return <ResidentView key={id} id={id} />
}

function ResidentView({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const query = useQuery(api.residents.read.queryOptions({ input: { id } }))
  const page = query.data
  const reveal = useReveal(id)
  const note = useDraft(noteDraftKey(id), '')
  const contacts = useDraft<unknown>(contactsDraftKey(id), null)
  // A form that was left half filled is open again, with what was typed.
  const [editing, setEditing] = useState(contacts.dirty)
  const [noting, setNoting] = useState(false)
  useRememberOpened(page)

  const failed = query.isError && page === undefined
  return (
    <Page
      title={failed ? t('residents:notShown') : page && `${page.firstNames} ${page.lastName}`}
      windowTitle={t('residents:resident')}
      lead={page && <ResidentHeader page={page} revealed={reveal.revealed} />}
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {!failed && (
        <>
          <ResidentActions
            id={id}
            noteBegun={note.dirty}
            onEdit={() => setEditing(true)}
            onNote={() => setNoting(true)}
          />
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) minmax(0, 1.6fr)' },
              gap: 2,
            }}
          >
            <Box>
              {page === undefined ? (
                <LinesSkeleton lines={10} />
              ) : (
                <Sections page={page} reveal={reveal} editing={editing} onEditing={setEditing} />
              )}
            </Box>
            <Box>
              <Timeline id={id} />
              {page && (
                <WhoToCall
                  propertyKind={page.leases[0]?.property.kind ?? 'rental'}
                  closedToday={page.closedToday}
                />
              )}
            </Box>
          </Box>
        </>
      )}
      {noting && <NoteDialog residentId={id} onClose={() => setNoting(false)} />}
    </Page>
  )
}

interface SectionsProps {
  readonly page: Resident
  readonly reveal: ReturnType<typeof useReveal>
  readonly editing: boolean
  readonly onEditing: (editing: boolean) => void
}

function Sections({ page, reveal, editing, onEditing }: SectionsProps) {
  const [lease, ...others] = page.leases
  return (
    <>
      <ContactsSection
        page={page}
        reveal={reveal}
        editing={editing}
        onDone={() => {
          onEditing(false)
          document.getElementById(editButtonId)?.focus()
        }}
      />
      <VisitsSection residentId={page.id} />
      <KeysSection residentId={page.id} />
      <TasksSection residentId={page.id} />
      <DefectsSection residentId={page.id} />
      <MandatesSection residentId={page.id} />
      <RequestsSection residentId={page.id} />
      {lease && <HomeSection lease={lease} revealed={reveal.revealed} />}
      {lease && <PropertySection property={lease.property} />}
      <OtherLeases leases={others} revealed={reveal.revealed} />
    </>
  )
}
