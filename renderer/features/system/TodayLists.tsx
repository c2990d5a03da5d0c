import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { TodayItem } from '#shared/contract/today'
import type { client } from '../../app/client'
import { useFormat } from '../../app/format'
import { Section } from '../../components/Section'
import { useWhen } from './useWhen'

type Today = Awaited<ReturnType<typeof client.today.read>>

const lists = ['next', 'late', 'waiting'] as const

/** What is next, what is late and who waits, each with the way to it. */
export function TodayLists({ today }: { readonly today: Today }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(300px, 100%), 1fr))',
        columnGap: 2,
        alignItems: 'start',
      }}
    >
      {lists.map((list) => {
        const { items, total } = today[list]
        const title = t(`system:today.${list}`)
        return (
          <Section
            key={list}
            title={total === 0 ? title : t('requests:list.counted', { word: title, number: number(total) })}
          >
            {items.length === 0 ? (
              <Typography color="text.secondary">{t(`system:today.none.${list}`)}</Typography>
            ) : (
              <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
                {items.map((item) => (
                  <Row key={`${item.thing}${item.id}`} item={item} now={today.now} />
                ))}
              </Box>
            )}
            {total > items.length && (
              <Typography variant="body2" sx={{ mt: 0.5 }}>
                {t('system:today.more', { count: total - items.length })}
              </Typography>
            )}
          </Section>
        )
      })}
    </Box>
  )
}

/** Where a thing of a list is. */
function addressOf({ thing, id, sort }: TodayItem): string {
  switch (thing) {
    case 'call':
      return sort === 'ended' ? `/calls/${id}` : '/calls'
    case 'task':
      return `/tasks/${id}`
    case 'visit':
      return `/appointments/${id}`
    case 'request':
      return `/requests/${id}`
    case 'handoff':
      return `/keys/handoffs/${id}`
    case 'defect':
      return `/defects/${id}`
    case 'door':
      return `/doors/${id}`
    case 'message':
      return '/outbox'
  }
}

function Row({ item, now }: { readonly item: TodayItem; readonly now: Date }) {
  const { t } = useTranslation()
  const format = useFormat()
  const when = useWhen()
  const { thing, sort, label, name, at, on } = item
  const sortWords = (): string => {
    switch (thing) {
      case 'call':
        return t(`calls:state.${sort}`)
      case 'task':
        return t(`tasks:kind.${sort}`)
      case 'visit':
        return t(`appointments:reason.${sort}`)
      case 'request':
        return t(`requests:kind.${sort}`)
      case 'handoff':
        return t(`system:today.handoff.${sort}`)
      case 'defect':
        return t(`defects:kind.${sort}`)
      case 'door':
        return t('doors:one')
      case 'message':
        return t('system:today.message')
    }
  }
  const time = at === null ? (on === null ? '' : format.day(on)) : when(at, now)
  const head = thing === 'task' && label !== '' ? label : sortWords()
  const rest = [
    time,
    thing === 'task' ? sortWords() : name,
    thing === 'task' ? name : thing === 'visit' ? label : '',
  ].filter(Boolean)
  return (
    <Box component="li" sx={{ py: 0.5, borderTop: 1, borderColor: 'divider' }}>
      <Link href={`#${addressOf(item)}`} sx={{ minHeight: 24, display: 'inline-block' }}>
        {head}
      </Link>
      <Typography variant="body2" color="text.secondary">
        {rest.join(' · ')}
      </Typography>
    </Box>
  )
}

/** Where a thing that is missing is put right. */
const gapAddress: Readonly<Record<Today['gaps'][number]['gap'], string>> = {
  noMailServer: '/settings',
  noDoorPrices: '/doors/prices',
  areasWithoutEmail: '/settings',
  noAsOyTable: '/settings',
  emptyRegister: '/register',
  messagesNeedAttention: '/outbox',
}

/** What somebody has to do so that the others can work. */
export function TodayGaps({ gaps }: Pick<Today, 'gaps'>) {
  const { t } = useTranslation()
  if (gaps.length === 0) return null
  return (
    <Alert severity="warning" role="note" sx={{ mb: 2 }}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {gaps.map(({ gap, count }) => (
          <li key={gap}>
            {t(`system:today.gap.${gap}`, { count })}{' '}
            <Link href={`#${gapAddress[gap]}`} color="inherit">
              {t('system:today.mend')}
            </Link>
          </li>
        ))}
      </Box>
    </Alert>
  )
}
