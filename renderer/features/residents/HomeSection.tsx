import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { LeaseView } from '#shared/contract/residents'
import { useFormat } from '../../app/format'
import { Facts, Section } from '../../components/Section'
import { LeaseState } from './LeaseState'
import type { Revealed } from './useReveal'

/** A lease's address; under non-disclosure the one that was revealed, or null. */
export function addressOf(lease: LeaseView, revealed: Revealed | null): string | null {
  const own = revealed?.addresses.find(({ leaseNo }) => leaseNo === lease.leaseNo) ?? lease
  return own.address === null
    ? null
    : `${own.address}, ${own.postalCode ?? ''} Helsinki (${own.district ?? ''})`
}

interface LeaseProps {
  readonly lease: LeaseView
  readonly revealed: Revealed | null
}

/** The home, the lease and its state, and who else lives there. */
export function HomeSection(props: LeaseProps) {
  const { t } = useTranslation()
  return (
    <Section title={t('residents:home.title')}>
      <LeaseFacts {...props} />
      <Household lease={props.lease} />
    </Section>
  )
}

/** Everything of one lease but the people on it. */
export function LeaseFacts({ lease, revealed }: LeaseProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const since = t('residents:home.since', { day: format.day(lease.from) })
  const until =
    lease.to === null
      ? since
      : t('residents:home.fromTo', { from: format.day(lease.from), to: format.day(lease.to) })
  return (
    <Facts
      rows={[
        {
          name: t('residents:home.address'),
          value: addressOf(lease, revealed) ?? t('residents:hidden.short'),
        },
        { name: t('residents:home.lease'), value: <LeaseState lease={lease} /> },
        {
          name: t('residents:home.leaseNo'),
          value: `${lease.leaseNo}, ${t(`residents:role.${lease.role}`)}`,
        },
        { name: t('residents:home.lives'), value: until },
        {
          name: t('residents:home.apartment'),
          value: t('residents:home.size', { count: lease.rooms, area: format.number(lease.areaM2) }),
        },
      ]}
    />
  )
}

/** The others on the lease, each a link to their page. */
function Household({ lease }: { readonly lease: LeaseView }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2, mb: 0.5 }}>
        {t('residents:household.title')}
      </Typography>
      {lease.household.length === 0 ? (
        <Typography color="text.secondary">{t('residents:household.none')}</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {lease.household.map((member) => (
            <Box component="li" key={`${member.id}${member.from}`} sx={{ py: 0.25 }}>
              <Link href={`#/residents/${member.id}`}>{member.name}</Link>
              <Typography component="span" color="text.secondary" sx={{ ml: 1 }}>
                {[
                  member.birthDate !== null && t('residents:bornOn', { day: format.day(member.birthDate) }),
                  t(`residents:role.${member.role}`),
                  member.to !== null && t('residents:household.until', { day: format.day(member.to) }),
                  member.nonDisclosure && t('residents:mark.nonDisclosure'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
    </>
  )
}
