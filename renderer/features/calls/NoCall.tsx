import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CallView } from '#shared/contract/calls'
import { formatPhone } from '#shared/rules/contacts'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { Section } from '../../components/Section'
import { CallsList } from './CallsList'
import { useCallAgain, useCallChanged } from './useCallChanged'
import { useStartCall } from './useStartCall'

/** Between calls: the next one on a key, those that wait, and those that were. */
export function NoCall({ parked }: { readonly parked: readonly CallView[] }) {
  const { t } = useTranslation()
  const start = useStartCall()
  return (
    <>
      <ErrorText error={start.error} />
      <Button
        variant="contained"
        loading={start.busy}
        onClick={start.go}
        aria-keyshortcuts="F2"
        sx={{ mb: 2 }}
      >
        {t('calls:start')}
        <KeyHint keys="F2" />
      </Button>
      {parked.length > 0 && <Parked calls={parked} />}
      <CallsList />
    </>
  )
}

function Parked({ calls }: { readonly calls: readonly CallView[] }) {
  const { t } = useTranslation()
  const changed = useCallChanged()
  const again = useCallAgain()
  const resume = useMutation({ ...api.calls.resume.mutationOptions(), gcTime: 0 })
  return (
    <Section title={t('calls:parked.title')}>
      <ErrorText error={resume.error} />
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {calls.map((call, at) => (
          <ParkedRow
            key={call.id}
            call={call}
            digit={at < 9 ? String(at + 1) : null}
            onResume={() => {
              if (resume.isPending) return
              resume.mutate(
                { id: call.id, version: call.version },
                { onSuccess: changed, onError: () => again(call.id) },
              )
            }}
          />
        ))}
      </Box>
    </Section>
  )
}

interface ParkedRowProps {
  readonly call: CallView
  readonly digit: string | null
  readonly onResume: () => void
}

function ParkedRow({ call, digit, onResume }: ParkedRowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  useShortcut(digit ?? '1', onResume, { enabled: digit !== null })
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 0.5 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{useCallerWords()(call)}</Typography>
        <Typography variant="body2" color="text.secondary" noWrap>
          {[format.time(call.startedAt), call.by, call.said].filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      <Button variant="outlined" onClick={onResume} aria-keyshortcuts={digit ?? undefined}>
        {t('calls:parked.resume')}
        {digit !== null && <KeyHint keys={digit} />}
      </Button>
    </Box>
  )
}

/** Who called, as short as it can be said. */
export function useCallerWords() {
  const { t } = useTranslation()
  return ({ residentName, callerName, callerKind, number, numberKind }: CallView) => {
    if (callerKind === 'onBehalf') return t('calls:callerFor', { caller: callerName, resident: residentName })
    if (residentName !== '') return residentName
    if (callerName !== '') return callerName
    if (number !== null) return formatPhone(number)
    return numberKind === 'withheld' ? t('calls:numberKind.withheld') : t('calls:callerKind.unknown')
  }
}
