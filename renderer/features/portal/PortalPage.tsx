import DescriptionIcon from '@mui/icons-material/Description'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { api } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { Eligibility } from './Eligibility'
import { LeafletDialog, leafletLanguage } from './LeafletDialog'
import { Notes } from './Notes'
import { Registration } from './Registration'
import { usePortal } from './usePortal'

/** A resident's registration for the Resident Portal. The Portal does it; staff tick here what they see there. */
export function PortalPage() {
  const { id = '' } = useParams()
  return <PortalView key={id} id={id} />
}

function PortalView({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const resident = useQuery(api.residents.read.queryOptions({ input: { id } }))
  const portal = usePortal(id)
  const [leaflet, setLeaflet] = useState(false)
  useShortcut('l', () => setLeaflet(true))
  const { overview } = portal
  const person = resident.data
  return (
    <Page
      title={t('portal:title')}
      windowTitle={t('portal:title')}
      lead={
        person && (
          <Typography>
            <Link href={`#/residents/${id}`}>{`${person.firstNames} ${person.lastName}`}</Link>
          </Typography>
        )
      }
      actions={
        <Button
          variant="outlined"
          startIcon={<DescriptionIcon />}
          onClick={() => setLeaflet(true)}
          aria-keyshortcuts="L"
        >
          {t('portal:leaflet.open')}
          <KeyHint keys="L" />
        </Button>
      }
    >
      <ErrorText
        error={resident.error ?? portal.query.error}
        onRetry={() => {
          void resident.refetch()
          void portal.query.refetch()
        }}
      />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
          gap: 2,
        }}
      >
        <Box>
          {overview === undefined && portal.query.isPending && <LinesSkeleton lines={8} />}
          {overview && (
            <>
              <Eligibility eligibility={overview.eligibility} birthDate={person?.birthDate ?? null} />
              {(overview.eligibility.eligible || overview.registration !== null) && (
                <Registration residentId={id} overview={overview} portal={portal} />
              )}
            </>
          )}
        </Box>
        <Box>
          <Notes />
        </Box>
      </Box>
      {leaflet && (
        <LeafletDialog
          language={leafletLanguage(person?.contacts.language ?? 'fi')}
          onClose={() => setLeaflet(false)}
        />
      )}
    </Page>
  )
}
