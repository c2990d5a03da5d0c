import CheckIcon from '@mui/icons-material/Check'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandatePage } from '#shared/contract/mandateViews'
import { formatPhone } from '#shared/rules/contacts'
import { useFormat } from '../../app/format'
import { Mark } from '../../components/Mark'
import { Facts, Section } from '../../components/Section'
import { fullName } from './people'
import { useMandateWords } from './useMandateWords'

const Lines = ({ children }: { readonly children: ReactNode }) => (
  <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
    {children}
  </Box>
)

/** Everything that a power says, as it was recorded. */
export function MandateFacts({ mandate }: { readonly mandate: MandatePage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useMandateWords()
  const { parties, diedOn, general, scopes, openSection, refused, revoked, renews, renewedBy } = mandate
  const named = [...(general ? (['general'] as const) : []), ...scopes]
  const rows = [
    {
      name: t('mandates:field.grantors'),
      value: (
        <Lines>
          {mandate.grantors.map(({ residentId, name, died }) => (
            <li key={residentId}>
              <Link href={`#/residents/${residentId}`}>{name}</Link>
              {died && ` (${t('mandates:field.died')})`}
            </li>
          ))}
        </Lines>
      ),
    },
    parties.length > 0 && { name: t('mandates:field.parties'), value: parties.join(', ') },
    diedOn !== null && { name: t('mandates:field.diedOn'), value: format.day(diedOn) },
    {
      name: t('mandates:field.grantees'),
      value: (
        <Lines>
          {mandate.grantees.map((grantee) => (
            <Grantee key={grantee.id} grantee={grantee} />
          ))}
        </Lines>
      ),
    },
    named.length > 0 && {
      name: t('mandates:field.scopes'),
      value: (
        <Lines>
          {named.map((scope) => (
            <Box component="li" key={scope} sx={{ '&::first-letter': { textTransform: 'uppercase' } }}>
              {words.scope(scope)}
            </Box>
          ))}
        </Lines>
      ),
    },
    openSection !== '' && { name: t('mandates:field.openSection'), value: <Quote>{openSection}</Quote> },
    {
      name: t('mandates:field.object'),
      value: words.object(mandate.object) ?? t('mandates:object.everything'),
    },
    { name: t('mandates:field.signedOn'), value: format.day(mandate.signedOn) },
    {
      name: t('mandates:field.valid'),
      value:
        mandate.validUntil === null
          ? t('mandates:field.validOpen', {
              from: format.day(mandate.validFrom),
              to: format.day(mandate.lastDay),
            })
          : t('mandates:field.validFromTo', {
              from: format.day(mandate.validFrom),
              to: format.day(mandate.validUntil),
            }),
    },
    { name: t('mandates:field.arrived'), value: t(`mandates:arrived.${mandate.arrived}`) },
    refused && {
      name: t('mandates:field.refused'),
      value: <Noted said={t(`mandates:refusedBecause.${refused.why}`)} note={refused.note} />,
    },
    revoked && {
      name: t('mandates:field.revoked'),
      value: (
        <Noted
          said={t('mandates:revokedSaid', {
            day: format.day(revoked.on),
            by: t(`mandates:revokedBy.${revoked.by}`),
            how: t(`mandates:revokedHow.${revoked.how}`),
          })}
          note={revoked.note}
        />
      ),
    },
    renews !== null && {
      name: t('mandates:field.renews'),
      value: <Link href={`#/mandates/${renews}`}>{t('mandates:field.open')}</Link>,
    },
    renewedBy !== null && {
      name: t('mandates:field.renewedBy'),
      value: <Link href={`#/mandates/${renewedBy}`}>{t('mandates:field.open')}</Link>,
    },
  ].filter((row) => typeof row === 'object' && row !== null)
  return (
    <Section title={t('mandates:page.says')}>
      <Facts rows={rows} />
    </Section>
  )
}

/** The grantor's own words, as they wrote them. */
export const Quote = ({ children }: { readonly children: string }) => (
  <Box
    component="blockquote"
    sx={{ m: 0, pl: 1.5, borderLeft: 3, borderColor: 'divider', whiteSpace: 'pre-line' }}
  >
    {children}
  </Box>
)

const Noted = ({ said, note }: { readonly said: string; readonly note: string }) => (
  <>
    {said}
    {note !== '' && <Box sx={{ whiteSpace: 'pre-line' }}>{note}</Box>}
  </>
)

function Grantee({ grantee }: { readonly grantee: MandatePage['grantees'][number] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { residentId, birthDate, phone, email, identifiedToday } = grantee
  return (
    <Box component="li" sx={{ mb: 0.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        {residentId === null ? (
          <span>{fullName(grantee)}</span>
        ) : (
          <Link href={`#/residents/${residentId}`}>{fullName(grantee)}</Link>
        )}
        {identifiedToday && (
          <Mark label={t('mandates:identifiedToday')} icon={<CheckIcon />} tone="success" />
        )}
      </Box>
      <Typography variant="body2" color="text.secondary">
        {[
          birthDate !== null && t('residents:bornOn', { day: format.day(birthDate) }),
          phone !== null && formatPhone(phone),
          email,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Box>
  )
}
