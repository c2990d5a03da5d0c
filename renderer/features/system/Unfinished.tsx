import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { Link as RouteLink } from 'wouter'
import { useDraftKeys } from '../../app/drafts'
import { Section } from '../../components/Section'

/** Which drafts have a page to go back to, by the place they were typed in. */
const pages = {
  note: (id: string) => `/residents/${id}`,
  contacts: (id: string) => `/residents/${id}`,
  booking: (id: string) => (id === 'new' ? '/book' : `/residents/${id}/book`),
  visitChange: (id: string) => `/appointments/${id}`,
  mandate: (id: string) => `/residents/${id}/mandates/new`,
  mandateCorrection: (id: string) => `/mandates/${id}/correct`,
  mandateRenewal: (id: string) => `/mandates/${id}/renew`,
  request: (id: string) => `/residents/${id}/requests/new`,
  keyReturn: (id: string) => `/residents/${id}/keys/return`,
  keyPickup: (id: string) => `/residents/${id}/keys/pickup`,
  call: () => '/calls',
  defect: (id: string) => `/residents/${id}/defects/new`,
  door: (id: string) => `/residents/${id}/door`,
  manager: (id: string) => `/residents/${id}/manager`,
  task: () => '/tasks/new',
  answer: () => '/answers',
} as const
const places = [
  'note',
  'contacts',
  'booking',
  'visitChange',
  'mandate',
  'mandateCorrection',
  'mandateRenewal',
  'request',
  'keyReturn',
  'keyPickup',
  'call',
  'defect',
  'door',
  'manager',
  'task',
  'answer',
] as const

/** What the person began and neither saved nor gave up, with the way back to it. Names nobody: that would be a look. */
export function Unfinished() {
  const { t } = useTranslation()
  const found = useDraftKeys().flatMap((key) => {
    const [kind, id] = key.split(':')
    const place = places.find((each) => each === kind)
    return place && id ? [{ key, place, id }] : []
  })
  if (found.length === 0) return null
  return (
    <Section title={t('system:unfinished.title')}>
      <ul>
        {found.map(({ key, place, id }) => (
          <li key={key}>
            {t(`system:unfinished.${place}`)}{' '}
            <Link component={RouteLink} href={pages[place](id)}>
              {t('system:unfinished.open')}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
