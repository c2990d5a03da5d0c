import CheckIcon from '@mui/icons-material/Check'
import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffPage, KeyCaseView } from '#shared/contract/keyHandoffViews'
import { useFormat } from '../../app/format'
import { Mark } from '../../components/Mark'
import { Section } from '../../components/Section'
import { type CaseChoice, CaseChoiceDialog, CloseCaseDialog, caseChoices } from './CaseDialogs'
import { useReportWords } from './useReportWords'

/** The differences of a hand-off: what has been done about each, and what can be. */
export function HandoffCases({ handoff }: { readonly handoff: HandoffPage }) {
  const { t } = useTranslation()
  const [acting, setActing] = useState<{ about: KeyCaseView; what: CaseChoice | 'close' } | null>(null)
  if (handoff.cases.length === 0) return null
  const close = () => setActing(null)
  return (
    <Section title={t('keys:case.title')}>
      {handoff.cases.map((each) => (
        <Case key={each.id} about={each} onAct={(what) => setActing({ about: each, what })} />
      ))}
      {acting?.what === 'close' && <CloseCaseDialog about={acting.about} onClose={close} />}
      {acting && acting.what !== 'close' && (
        <CaseChoiceDialog
          about={acting.about}
          choice={acting.what}
          proposedCents={handoff.proposedChargeCents}
          onClose={close}
        />
      )}
    </Section>
  )
}

interface CaseProps {
  readonly about: KeyCaseView
  readonly onAct: (what: CaseChoice | 'close') => void
}

function Case({ about, onAct }: CaseProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useReportWords()
  const { kind, openedAt, openedBy, choices, chargeCents, rekey, closed } = about
  const name = words.key(about)
  return (
    <Box
      role="group"
      aria-label={t('keys:case.of', { key: name })}
      sx={{ '& + &': { mt: 2, pt: 2, borderTop: 1, borderColor: 'divider' } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <Typography variant="h3" sx={{ m: 0 }}>
          {name}
        </Typography>
        {closed ? (
          <Mark label={t(`keys:outcome.${closed.outcome}`)} tone="success" icon={<CheckIcon />} />
        ) : (
          <Mark
            label={t(`keys:state.${kind}`)}
            tone={kind === 'tooMany' ? 'warning' : 'error'}
            icon={<ErrorIcon />}
          />
        )}
      </Box>
      <Box component="ul" sx={{ m: 0, my: 0.5, p: 0, listStyle: 'none' }}>
        <li>{t('keys:case.opened', { when: format.dateTime(openedAt), by: openedBy })}</li>
        {choices.map(({ choice, at, by, note }) => (
          <li key={`${choice} ${at.toISOString()}`}>
            {[t(`keys:choice.${choice}`), format.dateTime(at), by, note].filter(Boolean).join(' · ')}
          </li>
        ))}
        {chargeCents !== null && <li>{t('keys:case.charged', { euros: format.euros(chargeCents) })}</li>}
        {rekey && <li>{t('keys:case.rekeyIs', { state: t(`keys:told.${rekey.state}`) })}</li>}
        {closed && (
          <li>
            {[t('keys:case.closed', { when: format.dateTime(closed.at), by: closed.by }), closed.note]
              .filter(Boolean)
              .join(' · ')}
          </li>
        )}
      </Box>
      {!closed && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          {caseChoices
            .filter((choice) => kind !== 'tooMany' || choice === 'chase')
            .map((choice) => (
              <Button
                key={choice}
                size="small"
                variant="outlined"
                disabled={choice === 'rekey' && rekey !== null}
                onClick={() => onAct(choice)}
              >
                {t(`keys:choose.${choice}`)}
              </Button>
            ))}
          <Button size="small" variant="contained" onClick={() => onAct('close')}>
            {t('keys:case.close')}
          </Button>
        </Box>
      )}
    </Box>
  )
}
