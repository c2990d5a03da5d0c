import CancelIcon from '@mui/icons-material/CancelOutlined'
import CheckIcon from '@mui/icons-material/Check'
import CountIcon from '@mui/icons-material/ChecklistOutlined'
import DrawIcon from '@mui/icons-material/DrawOutlined'
import NotificationsIcon from '@mui/icons-material/NotificationsOutlined'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import ReceiptIcon from '@mui/icons-material/ReceiptLongOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { HandoffPage as Handoff } from '#shared/contract/keyHandoffViews'
import { isHandoffOpen } from '#shared/rules/keyHandoff'
import { formatReference } from '#shared/rules/visitReference'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { KeyButton } from '../mandates/KeyButton'
import { CancelHandoffDialog, SettleDialog } from './EndDialogs'
import { HandoffCases } from './HandoffCases'
import { HandoffFacts, HandoffKeys } from './HandoffFacts'
import { HandoffHistory, Reported } from './HandoffHistory'
import { HandoffPdf } from './HandoffPdf'
import { HandoffStateMark } from './HandoffStateMark'
import { HandoffTold } from './HandoffTold'
import { ReportDialog } from './ReportDialog'
import { SignDialog } from './SignDialog'
import { useKeysChanged } from './useKeysChanged'

/** One hand-off: what is expected and what came, its differences, whom was told, and its papers. */
export function HandoffPage() {
  const { id = '' } = useParams()
  return <HandoffView key={id} id={id} />
}

function HandoffView({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(api.keys.readHandoff.queryOptions({ input: { id } }))
  const handoff = query.data?.handoff
  const failed = query.isError && handoff === undefined
  return (
    <Page
      title={failed ? t('keys:handoff.notShown') : handoff && t(`keys:direction.${handoff.direction}`)}
      windowTitle={t('keys:handoff.windowTitle')}
      lead={
        handoff && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, mt: 0.5 }}>
            <Link href={`#/residents/${handoff.residentId}`} sx={{ fontWeight: 600, minHeight: 24 }}>
              {handoff.name}
            </Link>
            <HandoffStateMark handoff={handoff} />
            <Typography>{t(`keys:due.${handoff.direction}`, { day: format.day(handoff.dueOn) })}</Typography>
            <Typography>
              {t('keys:referenceIs', { reference: formatReference(handoff.reference) })}
            </Typography>
          </Box>
        )
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {handoff === undefined ? !failed && <LinesSkeleton lines={10} /> : <Loaded handoff={handoff} />}
    </Page>
  )
}

type Dialog = 'report' | 'instructions' | 'receipt' | 'reminderLetter' | 'sign' | 'settle' | 'cancel'

function Loaded({ handoff }: { readonly handoff: Handoff }) {
  const { t } = useTranslation()
  const changed = useKeysChanged()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const remind = useMutation({ ...api.keys.remind.mutationOptions(), gcTime: 0 })
  const close = () => setDialog(null)
  const { id, version, state, arrived } = handoff
  const open = isHandoffOpen(state)
  const awaited = state === 'instructed'
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <KeyButton
          keys="B"
          icon={<CountIcon />}
          label={t('keys:action.report')}
          main
          enabled={open}
          onAct={() => setDialog('report')}
        />
        <KeyButton
          keys="V"
          icon={<CheckIcon />}
          label={t('keys:action.settle')}
          main
          enabled={state === 'counted'}
          onAct={() => setDialog('settle')}
        />
        <KeyButton
          keys="T"
          icon={<PrintIcon />}
          label={t('keys:paper.instructions')}
          enabled={open}
          onAct={() => setDialog('instructions')}
        />
        <KeyButton
          keys="M"
          icon={<NotificationsIcon />}
          label={t('keys:action.remind')}
          enabled={awaited}
          onAct={() => {
            if (remind.isPending) return
            remind.mutate(
              { id, version },
              {
                onSuccess: (answered) => {
                  changed.handoff(answered)
                  announce(t('keys:handoff.reminded'))
                },
                onError: changed.again,
              },
            )
          }}
        />
        <KeyButton
          keys="L"
          icon={<PrintIcon />}
          label={t('keys:paper.reminderLetter')}
          enabled={awaited}
          onAct={() => setDialog('reminderLetter')}
        />
        <KeyButton
          keys="A"
          icon={<DrawIcon />}
          label={t('keys:action.sign')}
          enabled={arrived > 0 && handoff.signature === null}
          onAct={() => setDialog('sign')}
        />
        <KeyButton
          keys="R"
          icon={<ReceiptIcon />}
          label={t('keys:paper.receipt')}
          enabled={arrived > 0}
          onAct={() => setDialog('receipt')}
        />
        <KeyButton
          keys="H"
          icon={<CancelIcon />}
          label={t('keys:action.cancel')}
          enabled={open}
          onAct={() => setDialog('cancel')}
        />
      </Stack>
      <ErrorText error={remind.error} />
      {handoff.protected && (
        <Alert severity="warning" role="note" sx={{ mb: 2 }}>
          {t('keys:make.protected')}
        </Alert>
      )}
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1.4fr) minmax(0, 1fr)' },
          columnGap: 2,
          alignItems: 'start',
        }}
      >
        <Box>
          <HandoffKeys handoff={handoff} />
          <HandoffCases handoff={handoff} />
          <Reported handoff={handoff} />
        </Box>
        <Box>
          <HandoffFacts handoff={handoff} />
          <HandoffTold handoff={handoff} />
          <HandoffHistory handoff={handoff} />
        </Box>
      </Box>
      {dialog === 'report' && <ReportDialog handoff={handoff} onClose={close} />}
      {dialog === 'settle' && <SettleDialog handoff={handoff} onClose={close} />}
      {dialog === 'cancel' && <CancelHandoffDialog handoff={handoff} onClose={close} />}
      {dialog === 'sign' && <SignDialog handoff={handoff} onClose={close} />}
      {(dialog === 'instructions' || dialog === 'receipt' || dialog === 'reminderLetter') && (
        <HandoffPdf handoff={handoff} what={dialog} language={handoff.language} onClose={close} />
      )}
    </>
  )
}
