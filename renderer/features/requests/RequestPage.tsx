import ReturnIcon from '@mui/icons-material/AssignmentReturnOutlined'
import CancelIcon from '@mui/icons-material/CancelOutlined'
import CheckIcon from '@mui/icons-material/Check'
import PrintIcon from '@mui/icons-material/PrintOutlined'
import SendIcon from '@mui/icons-material/SendOutlined'
import TransferIcon from '@mui/icons-material/SyncAltOutlined'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { RequestPage as Request } from '#shared/contract/requests'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { KeyButton } from '../mandates/KeyButton'
import { CancelDialog, DoneDialog } from './EndDialogs'
import { HandedOff } from './HandedOff'
import { ReceiptDialog } from './ReceiptDialog'
import { RequestFacts } from './RequestFacts'
import { RequestStateMark } from './RequestStateMark'
import { useRequestChanged } from './useRequestChanged'

/** One request: what was asked and by whom, where it went, where its messages are, and how it ended. */
export function RequestPage() {
  const { id = '' } = useParams()
  return <RequestView key={id} id={id} />
}

function RequestView({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const query = useQuery(api.requests.read.queryOptions({ input: { id } }))
  const request = query.data?.request
  const failed = query.isError && request === undefined
  return (
    <Page
      title={failed ? t('requests:page.notShown') : request && t(`requests:kind.${request.kind}`)}
      windowTitle={t('requests:page.title')}
      lead={
        request && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, mt: 0.5 }}>
            <Link href={`#/residents/${request.residentId}`} sx={{ fontWeight: 600, minHeight: 24 }}>
              {request.name}
            </Link>
            <RequestStateMark request={request} />
            {request.state === 'open' && (
              <Typography>{t('requests:dueOn', { day: format.day(request.dueOn) })}</Typography>
            )}
          </Box>
        )
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {request === undefined ? !failed && <LinesSkeleton lines={10} /> : <Loaded request={request} />}
    </Page>
  )
}

type Dialog = 'done' | 'cancel' | 'receipt'

function Loaded({ request }: { readonly request: Request }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const changed = useRequestChanged()
  const [, navigate] = useHashLocation()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const handOff = useMutation({ ...api.requests.handOff.mutationOptions(), gcTime: 0 })
  const close = () => setDialog(null)
  const { id, version } = request
  const open = request.state === 'open'
  const again = open && ['noAddress', 'dropped'].includes(request.handOff.state)
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <KeyButton
          keys="V"
          icon={<CheckIcon />}
          label={t('requests:action.done')}
          main
          enabled={open}
          onAct={() => setDialog('done')}
        />
        <KeyButton
          keys="L"
          icon={<SendIcon />}
          label={t('requests:action.handOff')}
          enabled={again}
          onAct={() => {
            if (handOff.isPending) return
            handOff.mutate(
              { id, version },
              {
                onSuccess: (answered) => {
                  changed(answered)
                  announce(t('requests:page.handedOff'))
                },
                onError: () =>
                  void queryClient.invalidateQueries({ queryKey: api.requests.read.key({ input: { id } }) }),
              },
            )
          }}
        />
        <KeyButton
          keys="T"
          icon={<PrintIcon />}
          label={t('requests:action.receipt')}
          onAct={() => setDialog('receipt')}
        />
        {request.kind === 'transferLease' ? (
          <KeyButton
            keys="S"
            icon={<TransferIcon />}
            label={t('keys:action.transferKeys')}
            enabled={request.state === 'done'}
            onAct={() => navigate(`/residents/${request.residentId}/keys/transfer/${id}`)}
          />
        ) : (
          <KeyButton
            keys="P"
            icon={<ReturnIcon />}
            label={t('keys:direction.return')}
            enabled={request.kind === 'terminateLease' && request.state !== 'cancelled'}
            onAct={() =>
              navigate(`/residents/${request.residentId}/keys/return/${encodeURIComponent(request.leaseNo)}`)
            }
          />
        )}
        <KeyButton
          keys="H"
          icon={<CancelIcon />}
          label={t('requests:action.cancel')}
          enabled={open}
          onAct={() => setDialog('cancel')}
        />
      </Stack>
      <ErrorText error={handOff.error} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1.2fr) minmax(0, 1fr)' },
          columnGap: 2,
          alignItems: 'start',
        }}
      >
        <RequestFacts request={request} />
        <HandedOff request={request} />
      </Box>
      {dialog === 'done' && <DoneDialog request={request} onClose={close} />}
      {dialog === 'cancel' && <CancelDialog request={request} onClose={close} />}
      {dialog === 'receipt' && <ReceiptDialog request={request} onClose={close} />}
    </>
  )
}
