import Alert from '@mui/material/Alert'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { vanishedAfterSeconds } from '#shared/rules/presence'
import { atCounter, useMay, useSession } from '../../app/session'
import { useVisitDay } from '../visits/useVisitDay'
import { useAtResident } from './useAtResident'
import { useLostDesk } from './useLostDesk'

/** The resident whose page, or one of whose pages, this address is. */
const residentIn = (location: string): string | null =>
  /^\/residents\/([0-9a-f-]{36})(?![^/?])/.exec(location)?.[1] ?? null

/** On every page of those who serve: tells the others where this one is, and its person when their desk is gone. */
export function Here() {
  const may = useMay()
  const { staffId } = useSession()
  const [location] = useHashLocation()
  useAtResident(residentIn(location))
  return may(...atCounter) ? <LostDesk key={staffId} /> : null
}

/** Says that my service desk is not mine any more: this computer had vanished, or somebody took the desk over. */
function LostDesk() {
  const { t } = useTranslation()
  const { data } = useVisitDay()
  const { lost, forget } = useLostDesk(data)
  if (lost === null) return null
  const by = data?.desks.find(({ deskNo }) => deskNo === lost)?.staffName ?? null
  return (
    <Alert severity="warning" closeText={t('presence:lost.close')} onClose={forget}>
      {by === null
        ? t('presence:lost.freed', { desk: lost, minutes: vanishedAfterSeconds / 60 })
        : t('presence:lost.taken', { desk: lost, name: by })}{' '}
      <Link href="#/serve">{t('presence:lost.choose')}</Link>
    </Alert>
  )
}
