import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffPage } from '#shared/contract/keyHandoffViews'
import type { KeyView } from '#shared/contract/keyViews'
import { isHandoffOpen } from '#shared/rules/keyHandoff'
import { useFormat } from '../../app/format'
import { Facts, Section } from '../../components/Section'
import { languageNames } from '../../i18n/index'
import { OpenCaseDialog } from './CaseDialogs'
import { kindIcons } from './icons'
import { KeyStateMark } from './KeyStateMark'
import { useKeyWords } from './useKeyWords'

interface HandoffProps {
  readonly handoff: HandoffPage
}

/** Each key of a hand-off: what was reported of it, and who has it now. */
export function HandoffKeys({ handoff }: HandoffProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useKeyWords()
  const [odd, setOdd] = useState<KeyView | null>(null)
  const { direction, items, apartmentId, cases } = handoff
  const inCase = cases.flatMap(({ closed, keyId }) => (closed === null ? [keyId] : []))
  const canOpen = isHandoffOpen(handoff.state)
  return (
    <Section
      title={t('keys:handoff.keys', { arrived: handoff.arrived, keys: handoff.keys })}
      actions={<Link href={`#/keys/apartments/${apartmentId}`}>{t('keys:person.ledger')}</Link>}
    >
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {items.map(({ key, state, reportedOn }) => (
          <Box
            component="li"
            key={key.id}
            sx={{
              display: 'grid',
              gridTemplateColumns: '28px minmax(0, 1fr) auto auto',
              alignItems: 'center',
              columnGap: 1,
              py: 0.75,
              borderBottom: 1,
              borderColor: 'divider',
            }}
          >
            <Box component="span" aria-hidden sx={{ display: 'flex' }}>
              {kindIcons[key.kind]}
            </Box>
            <div>
              <Typography component="span" sx={{ fontWeight: 600 }}>
                {words.key(key)}
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {t('keys:details.since', { who: words.holder(key.holder), day: format.day(key.since) })}
              </Typography>
            </div>
            <Typography variant="body2">{reportedOn === null ? '' : format.day(reportedOn)}</Typography>
            <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, justifyContent: 'flex-end' }}>
              <KeyStateMark state={state} direction={direction} />
              {canOpen && !inCase.includes(key.id) && state !== 'writtenOff' && state !== 'extra' && (
                <Button
                  size="small"
                  aria-label={t('keys:case.openFor', { key: words.key(key) })}
                  onClick={() => setOdd(key)}
                >
                  {t('keys:case.open')}
                </Button>
              )}
            </Box>
          </Box>
        ))}
      </Box>
      {odd && <OpenCaseDialog handoff={handoff} about={odd} onClose={() => setOdd(null)} />}
    </Section>
  )
}

/** Who brings or collects, of which lease, and how it ended. */
export function HandoffFacts({ handoff }: HandoffProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { bringer, ended, signature, direction, mandateId, requestId, note } = handoff
  const rows = [
    {
      name: t(`keys:make.who.${direction}`),
      value: (
        <>
          {bringer.name}
          {`, ${t(`keys:bringer.${bringer.kind}`)}`}
          {mandateId !== null && (
            <>
              {' · '}
              <Link href={`#/mandates/${mandateId}`}>{t('requests:page.mandate')}</Link>
            </>
          )}
        </>
      ),
    },
    {
      name: t('keys:handoff.home'),
      value: [handoff.address ?? t('residents:hidden.short'), handoff.leaseNo].join(' · '),
    },
    requestId !== null && {
      name: t('keys:handoff.request'),
      value: <Link href={`#/requests/${requestId}`}>{t('keys:handoff.openRequest')}</Link>,
    },
    {
      name: t('keys:handoff.toldHow'),
      value: `${t(`keys:make.way.${handoff.send}`)}, ${languageNames[handoff.language]}`,
    },
    note !== '' && {
      name: t('keys:make.note'),
      value: (
        <Box component="span" sx={{ whiteSpace: 'pre-line' }}>
          {note}
        </Box>
      ),
    },
    { name: t('requests:page.made'), value: `${format.dateTime(handoff.madeAt)}, ${handoff.madeBy}` },
    handoff.countedOn !== null && { name: t('keys:handoff.counted'), value: format.day(handoff.countedOn) },
    signature !== null && {
      name: t('keys:handoff.signed'),
      value: [
        signature.name,
        t(`keys:sign.how.${signature.how}`),
        format.dateTime(signature.at),
        signature.by,
      ].join(' · '),
    },
    ended !== null && {
      name: t(`keys:state.${handoff.state}`),
      value: [
        format.dateTime(ended.at),
        ended.by ?? t('keys:handoff.byItself'),
        ended.because && t(`keys:because.${ended.because}`),
        ended.note,
      ]
        .filter(Boolean)
        .join(' · '),
    },
  ].filter((row) => typeof row === 'object')
  return (
    <Section title={t('keys:handoff.facts')}>
      <Facts rows={rows} />
    </Section>
  )
}
