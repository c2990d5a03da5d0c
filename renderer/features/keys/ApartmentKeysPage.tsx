import AddIcon from '@mui/icons-material/Add'
import MoveIcon from '@mui/icons-material/SwapHorizOutlined'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { ApartmentKeys, KeyView } from '#shared/contract/keyViews'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { KeyButton } from '../mandates/KeyButton'
import { KeyDetails } from './KeyDetails'
import { KeyLanes } from './KeyLanes'
import { MoveDialog } from './MoveDialog'
import { RegisterDialog } from './RegisterDialog'

/** The ledger of a home's keys: where each is now, and what happened to it. */
export function ApartmentKeysPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const query = useQuery(api.keys.ofApartment.queryOptions({ input: { apartmentId: id } }))
  const { data } = query
  const failed = query.isError && data === undefined
  const titleOf = ({ address }: ApartmentKeys) =>
    address === null ? t('keys:ledger.windowTitle') : t('keys:ledger.title', { where: address })
  return (
    <Page
      title={failed ? t('keys:ledger.notShown') : data && titleOf(data)}
      windowTitle={t('keys:ledger.windowTitle')}
      lead={
        data && (
          <Typography sx={{ mt: 0.5 }}>
            {data.address === null ? t('keys:ledger.protected') : data.apartmentNo}
            {data.propertyId !== null && (
              <>
                {' · '}
                <Link href={`#/keys/properties/${data.propertyId}`}>{t('keys:ledger.property')}</Link>
              </>
            )}
          </Typography>
        )
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined ? !failed && <LinesSkeleton lines={10} /> : <Ledger key={id} ledger={data} />}
    </Page>
  )
}

function Ledger({ ledger }: { readonly ledger: ApartmentKeys }) {
  const { t } = useTranslation()
  const { keys, apartmentId } = ledger
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [moving, setMoving] = useState<readonly KeyView[] | null>(null)
  const [registering, setRegistering] = useState(false)
  const those = keys.filter(({ id }) => chosen.includes(id))
  const movable = those.length > 0 && those.every(({ active, handoff }) => active && handoff === null)
  const [only] = those
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 2 }}>
        <KeyButton
          keys="S"
          icon={<MoveIcon />}
          label={t('keys:action.moveCount', { count: those.length })}
          main
          enabled={movable}
          onAct={() => setMoving(those)}
        />
        <KeyButton
          keys="U"
          icon={<AddIcon />}
          label={t('keys:action.register')}
          onAct={() => setRegistering(true)}
        />
        <Typography color="text.secondary">
          {those.length > 0 && !movable ? t('keys:ledger.notMovable') : t('keys:ledger.hint')}
        </Typography>
      </Stack>
      {keys.length === 0 ? (
        <Typography>{t('keys:ledger.none')}</Typography>
      ) : (
        <Section title={t('keys:lanes.title')}>
          <KeyLanes
            keys={keys}
            chosen={chosen}
            onToggle={(id) =>
              setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
            }
          />
        </Section>
      )}
      {those.length === 1 && only && <KeyDetails key={only.id} shown={only} all={keys} />}
      {moving && (
        <MoveDialog
          keys={moving}
          all={keys}
          onClose={() => {
            setMoving(null)
            setChosen([])
          }}
        />
      )}
      {registering && (
        <RegisterDialog apartmentId={apartmentId} all={keys} onClose={() => setRegistering(false)} />
      )}
    </>
  )
}
