import ReturnIcon from '@mui/icons-material/AssignmentReturnOutlined'
import PickupIcon from '@mui/icons-material/ShoppingBagOutlined'
import TransferIcon from '@mui/icons-material/SyncAltOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { ResidentKeys } from '#shared/contract/keyHandoffViews'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { KeyButton } from '../mandates/KeyButton'
import { ResidentLead } from '../residents/ResidentLead'
import { HandoffLine } from './HandoffLine'
import { KeyDetails } from './KeyDetails'
import { KeyLanes } from './KeyLanes'
import { TransferDialog } from './TransferDialog'

/**
 * A resident's keys: those of each home in one picture, what is on its way, and the ways to hand keys over. From the request of a transfer of the
 * lease: with the dialog that hands them over to whom it went.
 */
export function ResidentKeysPage() {
  const { id = '', requestId } = useParams()
  const { t } = useTranslation()
  const resident = useQuery(api.residents.read.queryOptions({ input: { id } }))
  const query = useQuery(api.keys.ofResident.queryOptions({ input: { residentId: id } }))
  const error = resident.error ?? query.error
  return (
    <Page
      title={t('keys:title')}
      windowTitle={t('keys:title')}
      lead={resident.data && <ResidentLead person={resident.data} />}
    >
      <ErrorText
        error={error}
        onRetry={() => {
          for (const each of [resident, query]) if (each.isError) void each.refetch()
        }}
      />
      {query.data ? (
        <>
          <Homes key={id} keys={query.data} />
          {requestId !== undefined && <Requested keys={query.data} requestId={requestId} />}
        </>
      ) : (
        error === null && <LinesSkeleton lines={10} />
      )}
    </Page>
  )
}

/** The keys of the lease that a request transferred, to whom it went. */
function Requested({ keys, requestId }: { readonly keys: ResidentKeys; readonly requestId: string }) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const query = useQuery(api.requests.read.queryOptions({ input: { id: requestId } }))
  const request = query.data?.request
  if (request === undefined) return <ErrorText error={query.error} onRetry={() => void query.refetch()} />
  const home = keys.homes.find(({ leaseNo }) => leaseNo === request.leaseNo)
  const { toWhom } = request.fields
  const [whom] = Array.isArray(toWhom) ? toWhom : []
  const asked = request.kind === 'transferLease' && request.state === 'done'
  if (!asked || !home || !canTransfer(home))
    return (
      <Alert severity="info" role="note">
        {t('keys:transfer.nothing')}
      </Alert>
    )
  return (
    <TransferDialog
      residentId={keys.residentId}
      home={home}
      {...(whom ? { whom: { id: whom.residentId, name: whom.name } } : {})}
      onClose={() => navigate(`/residents/${keys.residentId}/keys`, { replace: true })}
    />
  )
}

/** Whether a home has keys that no hand-off has in hand. */
const canTransfer = ({ keys }: ResidentKeys['homes'][number]) =>
  keys.some(({ handoff, active }) => active && handoff === null)

function Homes({ keys }: { readonly keys: ResidentKeys }) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const [transferring, setTransferring] = useState(false)
  const { residentId, homes, otherKeys } = keys
  const [first] = homes
  const place = `/residents/${residentId}`
  useShortcut('escape', () => navigate(place), { enabled: !transferring })
  const handover = (direction: 'return' | 'pickup') => navigate(`${place}/keys/${direction}`)
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <KeyButton
          keys="P"
          icon={<ReturnIcon />}
          label={t('keys:action.return')}
          main
          enabled={first !== undefined}
          onAct={() => handover('return')}
        />
        <KeyButton
          keys="N"
          icon={<PickupIcon />}
          label={t('keys:action.pickup')}
          enabled={first !== undefined}
          onAct={() => handover('pickup')}
        />
        <KeyButton
          keys="S"
          icon={<TransferIcon />}
          label={t('keys:action.transfer')}
          enabled={first !== undefined && canTransfer(first)}
          onAct={() => setTransferring(true)}
        />
      </Stack>
      {homes.length === 0 && <Typography sx={{ mb: 2 }}>{t('keys:section.noHome')}</Typography>}
      {homes.map((home) => (
        <Home key={home.leaseNo} home={home} />
      ))}
      {otherKeys.length > 0 && <OtherKeys keys={otherKeys} />}
      {transferring && first && (
        <TransferDialog residentId={residentId} home={first} onClose={() => setTransferring(false)} />
      )}
    </>
  )
}

function Home({ home }: { readonly home: ResidentKeys['homes'][number] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [chosen, setChosen] = useState<string | null>(null)
  const { keys, handoffs, leaseNo, address, apartmentId, beginsOn, endsOn } = home
  const one = keys.find(({ id }) => id === chosen)
  return (
    <Section
      title={address ?? t('keys:person.hiddenHome', { leaseNo })}
      actions={<Link href={`#/keys/apartments/${apartmentId}`}>{t('keys:person.ledger')}</Link>}
    >
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {[
          leaseNo,
          endsOn === null
            ? t('keys:person.since', { day: format.day(beginsOn) })
            : t('keys:person.until', { from: format.day(beginsOn), to: format.day(endsOn) }),
        ].join(' · ')}
      </Typography>
      {keys.length === 0 ? (
        <Typography>{t('keys:section.none')}</Typography>
      ) : (
        <KeyLanes
          keys={keys}
          chosen={one ? [one.id] : []}
          onToggle={(id) => setChosen(id === chosen ? null : id)}
        />
      )}
      {one && (
        <Box sx={{ mt: 2 }}>
          <KeyDetails key={one.id} shown={one} all={keys} />
        </Box>
      )}
      {handoffs.length > 0 && (
        <>
          <Typography variant="h3" sx={{ mt: 2 }}>
            {t('keys:person.handoffs')}
          </Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {handoffs.map((handoff) => (
              <HandoffLine key={handoff.id} handoff={handoff} />
            ))}
          </Box>
        </>
      )}
    </Section>
  )
}

/** Keys of homes of others that they have: a child's, or one from which they moved. */
function OtherKeys({ keys }: { readonly keys: ResidentKeys['otherKeys'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('keys:person.others')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {keys.map((each) => (
          <li key={each.id}>
            <Link href={`#/keys/apartments/${each.apartmentId}`}>
              {t(`keys:kind.${each.kind}`)} {each.number}
            </Link>{' '}
            {t('keys:section.since', { day: format.day(each.since) })}
          </li>
        ))}
      </Box>
    </Section>
  )
}
