import CancelIcon from '@mui/icons-material/CancelOutlined'
import CheckIcon from '@mui/icons-material/Check'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Stack from '@mui/material/Stack'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { DoorPage as Door } from '#shared/contract/doors'
import { formatPhone } from '#shared/rules/contacts'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { Facts, Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { referenceText } from '../defects/kinds'
import { KeyButton } from '../mandates/KeyButton'
import { NoteForm } from '../tasks/NoteForm'
import { CancelDoor } from './CancelDoor'
import { DoorStateMark } from './DoorStateMark'
import { Exported } from './Exported'
import { useDoorChanged } from './useDoorChanged'
import { useFeeWords } from './useFeeWords'

/** One door opening: to whom it was dispatched, what it costs, and how it ended. */
export function DoorPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const query = useQuery(api.doors.read.queryOptions({ input: { id } }))
  const door = query.data?.door
  return (
    <Page
      title={t('doors:one')}
      windowTitle={t('doors:one')}
      width="text"
      lead={
        door && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, mt: 0.5 }}>
            <Link href={`#/residents/${door.residentId}`} sx={{ fontWeight: 600, minHeight: 24 }}>
              {door.name}
            </Link>
            <span>{door.address ?? t('residents:hidden.short')}</span>
            <DoorStateMark door={door} />
          </Box>
        )
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {door ? (
        <>
          <Actions door={door} />
          <DoorFacts door={door} />
        </>
      ) : (
        !query.isError && <LinesSkeleton lines={8} />
      )}
    </Page>
  )
}

function Actions({ door }: { readonly door: Door }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const changed = useDoorChanged()
  const [asking, setAsking] = useState<'opened' | 'cancel' | null>(null)
  const opened = useMutation({ ...api.doors.opened.mutationOptions(), gcTime: 0 })
  const { id, version } = door
  const ordered = door.state === 'ordered'
  const close = () => setAsking(null)
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <KeyButton
          keys="V"
          icon={<CheckIcon />}
          main
          label={t('doors:act.opened')}
          enabled={ordered}
          onAct={() => {
            opened.reset()
            setAsking('opened')
          }}
        />
        <KeyButton
          keys="H"
          icon={<CancelIcon />}
          label={t('doors:act.cancel')}
          enabled={ordered}
          onAct={() => setAsking('cancel')}
        />
      </Stack>
      {asking === 'opened' && (
        <NoteForm
          title={t('doors:opened.title')}
          label={t('doors:opened.note')}
          save={t('doors:act.opened')}
          required={false}
          maxLength={500}
          busy={opened.isPending}
          error={opened.error}
          onSave={(note) =>
            opened.mutate(
              { id, version, note },
              {
                onSuccess: (answered) => {
                  changed(answered)
                  announce(t('doors:opened.said'))
                  close()
                },
                onError: () =>
                  void queryClient.invalidateQueries({ queryKey: api.doors.read.key({ input: { id } }) }),
              },
            )
          }
          onClose={close}
        />
      )}
      {asking === 'cancel' && <CancelDoor door={door} onClose={close} />}
    </>
  )
}

function DoorFacts({ door }: { readonly door: Door }) {
  const { t } = useTranslation()
  const format = useFormat()
  const fee = useFeeWords()
  const { ended } = door
  const fact = (name: string, value: ReactNode) => (value === null || value === '' ? [] : [{ name, value }])
  return (
    <Section title={t('doors:page.facts')}>
      <Facts
        rows={[
          {
            name: t('doors:column.dispatchedTo'),
            value: `${door.dispatchedTo}, ${t(`doors:because.${door.dispatchedBecause}`)}`,
          },
          { name: t('doors:page.usualBy'), value: format.dateTime(door.usualBy) },
          {
            name: t('doors:column.fee'),
            value:
              door.dayKind === null ? fee.of(door) : `${fee.of(door)}, ${t(`doors:dayKind.${door.dayKind}`)}`,
          },
          ...fact(t('doors:page.pricesFrom'), door.pricesFrom === null ? null : format.day(door.pricesFrom)),
          ...fact(t('defects:page.phone'), door.phone === null ? null : formatPhone(door.phone)),
          ...fact(t('doors:form.note'), door.note),
          { name: t('defects:page.lease'), value: door.leaseNo },
          {
            name: t('doors:column.orderedAt'),
            value: (
              <>
                {`${format.dateTime(door.orderedAt)}, ${door.orderedBy}, `}
                {door.callId === null ? (
                  t(`defects:via.${door.via}`)
                ) : (
                  <Link href={`#/calls/${door.callId}`}>{t(`defects:via.${door.via}`)}</Link>
                )}
              </>
            ),
          },
          ...(ended === null
            ? []
            : [
                {
                  name: t(`doors:state.${door.state}`),
                  value: [
                    format.dateTime(ended.at),
                    ended.by,
                    ended.because !== null && t(`doors:cancelled.${ended.because}`),
                    ended.note,
                  ]
                    .filter(Boolean)
                    .join(', '),
                },
              ]),
          ...fact(
            t('doors:page.exported'),
            door.exportedAt === null ? null : <Exported exportedAt={door.exportedAt} />,
          ),
          { name: t('defects:page.reference'), value: referenceText(door.reference) },
        ]}
      />
    </Section>
  )
}
