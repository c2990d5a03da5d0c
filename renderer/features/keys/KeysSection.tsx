import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { ResidentKeys } from '#shared/contract/keyHandoffViews'
import type { KeyView } from '#shared/contract/keyViews'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { KeyButton } from '../mandates/KeyButton'
import { HandoffLine } from './HandoffLine'
import { holderIcons } from './icons'
import { lanesOf } from './lanes'
import { useKeyWords } from './useKeyWords'

/** A resident's keys on their page: who has those of the home, since when, and what is on its way. */
export function KeysSection({ residentId }: { readonly residentId: string }) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const query = useQuery(api.keys.ofResident.queryOptions({ input: { residentId } }))
  const [home] = query.data?.homes ?? []
  const others = query.data?.otherKeys.length ?? 0
  return (
    <Section
      title={t('keys:title')}
      actions={
        <KeyButton
          keys="K"
          label={t('keys:section.open')}
          onAct={() => navigate(`/residents/${residentId}/keys`)}
        />
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {query.data === undefined && !query.isError && <LinesSkeleton lines={2} />}
      {query.data && (home ? <Home home={home} /> : <Typography>{t('keys:section.noHome')}</Typography>)}
      {others > 0 && <Typography>{t('keys:section.others', { count: others })}</Typography>}
    </Section>
  )
}

function Home({ home: { keys, handoffs } }: { readonly home: ResidentKeys['homes'][number] }) {
  const { t } = useTranslation()
  const open = handoffs.filter(({ state }) => state !== 'settled' && state !== 'cancelled')
  const holdings = lanesOf(keys).flatMap(({ holdings }) => holdings)
  return (
    <>
      {holdings.length === 0 && <Typography color="text.secondary">{t('keys:section.none')}</Typography>}
      {holdings.length > 0 && (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {holdings.map(({ key, keys: held }) => (
            <Held key={key} keys={held} />
          ))}
        </Box>
      )}
      {open.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
          {open.map((handoff) => (
            <HandoffLine key={handoff.id} handoff={handoff} />
          ))}
        </Box>
      )}
    </>
  )
}

/** Who has which keys, and since when. */
function Held({ keys }: { readonly keys: readonly KeyView[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useKeyWords()
  const [first] = keys
  if (!first) return null
  const since = [...new Set(keys.map((each) => each.since))].sort()
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, py: 0.25 }}>
      <Box component="span" aria-hidden sx={{ display: 'flex', mt: 0.25, '& svg': { fontSize: 20 } }}>
        {holderIcons[first.holder.kind]}
      </Box>
      <div>
        <Typography component="span" sx={{ fontWeight: 600 }}>
          {words.holder(first.holder)}
        </Typography>
        {': '}
        {words.keys(keys)}
        <Typography component="span" variant="body2" color="text.secondary">
          {' '}
          {t('keys:section.since', { day: format.day(since[0] ?? first.since) })}
        </Typography>
      </div>
    </Box>
  )
}
