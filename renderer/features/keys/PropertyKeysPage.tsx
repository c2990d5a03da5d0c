import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TableCell from '@mui/material/TableCell'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { PropertyKeys } from '#shared/contract/keyViews'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { ListTable } from '../../components/ListTable'
import { Mark } from '../../components/Mark'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { Pages } from '../register/Pages'
import { laneOrder } from './lanes'

/** The keys of a property's homes: how many of each are where, and which homes need somebody. */
export function PropertyKeysPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  const query = useQuery(api.keys.ofProperty.queryOptions({ input: { propertyId: id } }))
  const { data } = query
  const failed = query.isError && data === undefined
  return (
    <Page
      title={failed ? t('keys:property.notShown') : data && t('keys:ledger.title', { where: data.address })}
      windowTitle={t('keys:property.windowTitle')}
      lead={data && <Typography sx={{ mt: 0.5 }}>{data.propertyNo}</Typography>}
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {data === undefined ? !failed && <LinesSkeleton lines={10} /> : <Homes key={id} property={data} />}
    </Page>
  )
}

const pageSize = 50
type Home = PropertyKeys['apartments'][number]

function Homes({ property }: { readonly property: PropertyKeys }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const [onlyOdd, setOnlyOdd] = useState(false)
  const [page, setPage] = useState(0)
  const rows = useRef<HTMLDivElement>(null)
  const { hidden } = property
  const odd = property.apartments.filter(({ attention, counts }) => attention > 0 || counts.lost > 0)
  const found = onlyOdd ? odd : property.apartments
  const shown = found.slice(page * pageSize, (page + 1) * pageSize)
  const pages = (below: boolean) => (
    <Pages page={page} total={found.length} size={pageSize} below={below} onPage={setPage} rows={rows} />
  )
  return (
    <>
      <Sums property={property} />
      {hidden.apartments > 0 && (
        <Typography sx={{ mb: 1 }}>
          {t('keys:property.hidden', {
            count: hidden.apartments,
            open: hidden.open,
            attention: hidden.attention,
          })}
        </Typography>
      )}
      <Button
        size="small"
        variant={onlyOdd ? 'contained' : 'outlined'}
        aria-pressed={onlyOdd}
        sx={{ mb: 1 }}
        onClick={() => {
          setOnlyOdd(!onlyOdd)
          setPage(0)
        }}
      >
        {t('keys:property.onlyOdd', { number: number(odd.length) })}
      </Button>
      <Box ref={rows} tabIndex={-1} sx={{ outline: 'none' }}>
        {found.length === 0 ? (
          <Typography sx={{ my: 1 }}>
            {onlyOdd ? t('keys:property.noneOdd') : t('keys:property.none')}
          </Typography>
        ) : (
          <>
            {pages(false)}
            <ListTable
              label={t('keys:property.table')}
              columns={[
                { name: 'home', title: t('keys:property.home') },
                ...laneOrder.map((kind) => ({
                  name: kind,
                  title: t(`keys:holder.${kind}`),
                })),
                { name: 'open', title: t('keys:property.open') },
              ]}
              rows={shown}
              keyOf={({ apartmentId }) => apartmentId}
              opens={({ apartmentId }) => `/keys/apartments/${apartmentId}`}
              waiting={false}
            >
              {(home, { link }) => <HomeCells home={home} link={link(home.address)} />}
            </ListTable>
            {found.length > pageSize && pages(true)}
          </>
        )}
      </Box>
    </>
  )
}

/** How many keys of the whole property are where. */
function Sums({ property }: { readonly property: PropertyKeys }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (
    <Box
      component="dl"
      aria-label={t('keys:property.all')}
      sx={{ m: 0, mb: 1, display: 'flex', gap: 1, flexWrap: 'wrap' }}
    >
      {laneOrder.map((kind) => (
        <Box
          key={kind}
          sx={{
            display: 'flex',
            flexDirection: 'column-reverse',
            border: 1,
            borderColor: 'divider',
            bgcolor: 'background.paper',
            px: 1.5,
            minWidth: 120,
          }}
        >
          <Typography component="dt" variant="caption" color="textSecondary">
            {t(`keys:holder.${kind}`)}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontWeight: 600 }}>
            {number(property.counts[kind])}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}

interface HomeCellsProps {
  readonly home: Home
  readonly link: ReactNode
}

function HomeCells({ home, link }: HomeCellsProps) {
  const { t } = useTranslation()
  const { counts, open, attention } = home
  return (
    <>
      <TableCell component="th" scope="row">
        {link}
      </TableCell>
      {laneOrder.map((kind) => (
        <Count key={kind} kind={kind} count={counts[kind]} />
      ))}
      <TableCell>
        {attention > 0 ? (
          <Mark
            tone="error"
            icon={<ErrorIcon />}
            label={t('keys:property.attention', { count: attention })}
          />
        ) : open > 0 ? (
          open
        ) : (
          '–'
        )}
      </TableCell>
    </>
  )
}

function Count({ kind, count }: { readonly kind: (typeof laneOrder)[number]; readonly count: number }) {
  const { number } = useFormat()
  const bad = kind === 'lost' && count > 0
  return (
    <TableCell
      sx={{
        color: bad ? 'error.main' : count === 0 ? 'text.secondary' : undefined,
        fontWeight: bad ? 600 : undefined,
      }}
    >
      {bad && <ErrorIcon aria-hidden sx={{ fontSize: 18, verticalAlign: 'text-bottom', mr: 0.5 }} />}
      {count === 0 ? '–' : number(count)}
    </TableCell>
  )
}
