import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceDesk, VisitView } from '#shared/contract/visits'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { useNow } from '../../app/useNow'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { Facts, Section } from '../../components/Section'
import { languageNames } from '../../i18n'
import { ResidentMarks } from '../residents/ResidentMarks'
import { ActError } from './ActError'
import { waitedMinutes } from './dayList'
import { FinishDialog } from './FinishDialog'
import { TransferDialog } from './TransferDialog'
import { useAct } from './useAct'
import { becauseOf } from './useCall'
import { useDuration } from './useDuration'
import { VisitorName } from './VisitorName'

interface AtMyDeskProps {
  readonly visit: VisitView
  readonly desks: readonly ServiceDesk[]
}

/** The visitor who is called to my desk: who they are, why they come, and what is done next. */
export function AtMyDesk({ visit, desks }: AtMyDeskProps) {
  const { t } = useTranslation()
  const [dialog, setDialog] = useState<'finish' | 'transfer' | null>(null)
  const act = useAct()
  const because = becauseOf(visit)
  const close = () => setDialog(null)
  const plain = (what: 'recall' | 'park' | 'noShow') => () => {
    if (act.isPending) return
    act.mutate(
      { act: what, visit },
      { onSuccess: () => announce(t(`visits:done.${what}`, { number: visit.number })) },
    )
  }
  return (
    <Section title={t('visits:serve.now')}>
      <ActError error={act.error} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'center', mb: 1 }}>
        <Typography sx={{ fontSize: 88, fontWeight: 600, lineHeight: 1, color: 'primary.main' }}>
          {visit.number}
        </Typography>
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h3" sx={{ fontSize: 22, overflowWrap: 'anywhere' }}>
            {visit.residentId === null ? (
              <VisitorName visit={visit} />
            ) : (
              <Link href={`#/residents/${visit.residentId}`}>
                <VisitorName visit={visit} />
              </Link>
            )}
          </Typography>
          <ResidentMarks marks={visit.marks} />
          <Link href={`#/appointments/${visit.id}`} sx={{ display: 'inline-block', minHeight: 24 }}>
            {t('visits:serve.history')}
          </Link>
        </Box>
      </Box>
      {because !== null && <Typography sx={{ mb: 1.5 }}>{t(`visits:because.${because}`)}</Typography>}
      <VisitFacts visit={visit} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        <Act keys="F" label={t('visits:act.finish')} main onAct={() => setDialog('finish')} />
        <Act keys="R" label={t('visits:act.recall')} busy={act.isPending} onAct={plain('recall')} />
        <Act keys="P" label={t('visits:act.park')} busy={act.isPending} onAct={plain('park')} />
        <Act keys="T" label={t('visits:act.transfer')} onAct={() => setDialog('transfer')} />
        <Act keys="N" label={t('visits:act.noShow')} busy={act.isPending} onAct={plain('noShow')} />
      </Box>
      {dialog === 'finish' && <FinishDialog visit={visit} onFinished={close} onClose={close} />}
      {dialog === 'transfer' && (
        <TransferDialog visit={visit} desks={desks} onTransferred={close} onClose={close} />
      )}
    </Section>
  )
}

function VisitFacts({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation()
  const { time } = useFormat()
  const now = useNow()
  const duration = useDuration()
  const waited = waitedMinutes(visit, now)
  const rows = [
    { name: t('visits:walkIn.reason'), value: t(`appointments:reason.${visit.reason}`) },
    { name: t('visits:additionalInformation'), value: visit.additionalInformation || '–' },
    ...(visit.transferNote === null
      ? []
      : [{ name: t('visits:transfer.received'), value: visit.transferNote }]),
    { name: t('visits:language'), value: languageNames[visit.language] },
    ...(visit.startsAt ? [{ name: t('visits:serve.booked'), value: time(visit.startsAt) }] : []),
    ...(waited === null ? [] : [{ name: t('visits:column.waited'), value: duration(waited) }]),
    {
      name: t('visits:serve.called'),
      value: `${visit.calledAt ? time(visit.calledAt) : '–'} (${t('visits:serve.times', { count: visit.timesCalled })})`,
    },
  ]
  return <Facts rows={rows} />
}

interface ActProps {
  readonly keys: string
  readonly label: string
  readonly main?: boolean
  readonly busy?: boolean
  readonly onAct: () => void
}

function Act({ keys, label, main = false, busy = false, onAct }: ActProps) {
  useShortcut(keys, onAct)
  return (
    <Button
      variant={main ? 'contained' : 'outlined'}
      disabled={busy}
      aria-keyshortcuts={keys}
      onClick={onAct}
    >
      {label}
      <KeyHint keys={keys} />
    </Button>
  )
}
