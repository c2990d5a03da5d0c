import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type client } from '../../app/client'
import { useFormat } from '../../app/format'
import { useNow } from '../../app/useNow'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { PriceForm } from './PriceForm'

type PriceTable = Awaited<ReturnType<typeof client.doors.prices>>['tables'][number]

/** The dated price tables of door openings, the latest first; a new one is added before it begins. */
export function PricesPage() {
  const { t } = useTranslation()
  const query = useQuery(api.doors.prices.queryOptions())
  const [editing, setEditing] = useState<PriceTable | 'new' | null>(null)
  const tables = query.data?.tables
  const title = t('doors:prices.title')
  return (
    <Page
      title={title}
      windowTitle={title}
      width="text"
      lead={
        <Typography>
          {t('doors:prices.lead')} <Link href="#/doors">{t('doors:title')}</Link>
        </Typography>
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {tables === undefined && !query.isError && <LinesSkeleton lines={6} />}
      {tables?.length === 0 && (
        <Alert severity="warning" role="note" sx={{ mb: 2 }}>
          {t('doors:prices.none')}
        </Alert>
      )}
      {tables !== undefined &&
        (editing === null ? (
          <Button variant="contained" sx={{ mb: 2 }} onClick={() => setEditing('new')}>
            {t('doors:prices.add')}
          </Button>
        ) : (
          <PriceForm
            key={editing === 'new' ? 'new' : editing.id}
            table={editing === 'new' ? null : editing}
            like={tables[0] ?? null}
            onClose={() => setEditing(null)}
          />
        ))}
      {tables?.map((table) => (
        <TableSection key={table.id} table={table} onEdit={() => setEditing(table)} />
      ))}
    </Page>
  )
}

function TableSection({ table, onEdit }: { readonly table: PriceTable; readonly onEdit: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const queryClient = useQueryClient()
  const [removing, setRemoving] = useState(false)
  const remove = useMutation({ ...api.doors.removePrices.mutationOptions(), gcTime: 0 })
  const begins = new Date(`${table.fromOn}T00:00:00+02:00`) > now
  return (
    <Section
      title={
        table.now
          ? t('doors:prices.now', { day: format.day(table.fromOn) })
          : t('doors:prices.from', { day: format.day(table.fromOn) })
      }
      actions={
        begins && (
          <>
            <Button size="small" onClick={onEdit}>
              {t('doors:prices.edit')}
            </Button>
            <Button size="small" onClick={() => setRemoving(true)}>
              {t('doors:prices.remove')}
            </Button>
          </>
        )
      }
    >
      <Table size="small" aria-label={t('doors:prices.from', { day: format.day(table.fromOn) })}>
        <TableHead>
          <TableRow>
            <TableCell>{t('doors:prices.dayKind')}</TableCell>
            <TableCell>{t('doors:prices.hours')}</TableCell>
            <TableCell align="right">{t('doors:column.fee')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {table.prices.map((price) => (
            <TableRow key={`${price.dayKind}${price.from}`}>
              <TableCell>{t(`doors:dayKind.${price.dayKind}`)}</TableCell>
              <TableCell>{`${price.from}–${price.to}`}</TableCell>
              <TableCell align="right">{format.euros(price.cents)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {t('doors:prices.saved', { when: format.dateTime(table.savedAt), name: table.savedBy })}
      </Typography>
      <ConfirmDialog
        open={removing}
        title={t('doors:prices.removeTitle')}
        confirm={t('doors:prices.remove')}
        danger
        busy={remove.isPending}
        onCancel={() => setRemoving(false)}
        onConfirm={() =>
          remove.mutate(
            { id: table.id, version: table.version },
            {
              onSuccess: (tables) => {
                queryClient.setQueryData(api.doors.prices.queryKey(), tables)
                announce(t('common:saved'))
                setRemoving(false)
              },
            },
          )
        }
      >
        <ErrorText error={remove.error} />
        {t('doors:prices.from', { day: format.day(table.fromOn) })}
      </ConfirmDialog>
    </Section>
  )
}
