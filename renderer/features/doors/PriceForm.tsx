import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { ORPCError } from '@orpc/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DoorPrice, DoorPriceProblem } from '#shared/rules/doorPriceTable'
import { parseFinnishDay } from '#shared/rules/localDay'
import { api } from '../../app/client'
import { errorName } from '../../app/errors'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { useNow } from '../../app/useNow'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { SelectInput, TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { useLeft } from '../../components/useLeft'
import { dayKinds, emptyRows, type PriceRow, pricesOf, rowsOf, wrongInRow } from './priceForm'

interface PriceFormProps {
  /** The table that is changed; null for a new one. */
  readonly table: {
    readonly id: string
    readonly version: number
    readonly fromOn: string
    readonly prices: readonly DoorPrice[]
  } | null
  /** The latest table, whose prices a new one begins with. */
  readonly like: { readonly prices: readonly DoorPrice[] } | null
  readonly onClose: () => void
}

interface Wrong {
  readonly problem: DoorPriceProblem
  readonly dayKind: (typeof dayKinds)[number]
  readonly from: string
  readonly to: string
}
const wrongsIn = (error: unknown): readonly Wrong[] =>
  error instanceof ORPCError
    ? ((error.data as { problems?: readonly Wrong[] } | undefined)?.problems ?? [])
    : []

/** A price table: from which day, and the price of each hour of each kind of day. */
export function PriceForm({ table, like, onClose }: PriceFormProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const queryClient = useQueryClient()
  const begun = table ?? like
  const [fromOn, setFromOn] = useState(
    table === null ? '' : table.fromOn.split('-').reverse().map(Number).join('.'),
  )
  const [rows, setRows] = useState<readonly PriceRow[]>(() => (begun ? rowsOf(begun.prices) : emptyRows()))
  const [dirty, setDirty] = useState(false)
  const nextKey = useRef(1000)
  const save = useMutation({ ...api.doors.savePrices.mutationOptions(), gcTime: 0 })
  const day = parseFinnishDay(fromOn)
  const refusal = save.error === null ? null : errorName(save.error)
  const wrongs = wrongsIn(save.error)
  const left = useLeft([
    ...(day === null ? [{ id: 'prices-from', text: t('refusals:dayInvalid') }] : []),
    ...rows.flatMap((row) => {
      const wrong = wrongInRow(row)
      return wrong === null
        ? []
        : [
            {
              id: `prices-${row.key}-${wrong === 'time' ? 'from' : 'euros'}`,
              text: `${t(`doors:dayKind.${row.dayKind}`)}: ${t(`doors:prices.wrong.${wrong}`)}`,
            },
          ]
    }),
  ])
  const problem = (id: string) => left.items.find((item) => item.id === id)?.text
  const discard = useDiscard(dirty, onClose)
  const change = (next: readonly PriceRow[]) => {
    setRows(next)
    setDirty(true)
    if (save.isError) save.reset()
  }
  const set = (key: number, part: Partial<PriceRow>) =>
    change(rows.map((row) => (row.key === key ? { ...row, ...part } : row)))
  const submit = () => {
    if (save.isPending || !left.tried() || day === null) return
    save.mutate(
      { id: table?.id ?? null, version: table?.version ?? 0, fromOn: day, prices: pricesOf(rows) },
      {
        onSuccess: (tables) => {
          queryClient.setQueryData(api.doors.prices.queryKey(), tables)
          announce(t('common:saved'))
          onClose()
        },
        onError: () => void queryClient.invalidateQueries({ queryKey: api.doors.prices.key() }),
      },
    )
  }
  useShortcut('ctrl+enter', submit)
  useShortcut('escape', discard.request)
  return (
    <Section title={table === null ? t('doors:prices.add') : t('doors:prices.edit')}>
      <form
        noValidate
        aria-label={t('doors:prices.add')}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          submit()
        }}
      >
        <ErrorSummary
          items={
            refusal?.field === 'fromOn'
              ? [{ id: 'prices-from', text: t(`refusals:${refusal.name}`) }]
              : left.items
          }
          error={wrongs.length > 0 ? null : save.error}
          attempt={left.attempt}
        />
        {wrongs.length > 0 && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {t('refusals:pricesWrong')}
            <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
              {wrongs.map(({ problem: what, dayKind, from, to }) => (
                <li key={`${what}${dayKind}${from}`}>
                  {t(`doors:prices.problem.${what}`, { day: t(`doors:dayKind.${dayKind}`), from, to })}
                </li>
              ))}
            </Box>
          </Alert>
        )}
        <TextInput
          id="prices-from"
          label={t('doors:prices.fromOn')}
          hint={t('doors:prices.fromOnHint', { day: format.date(now) })}
          error={problem('prices-from')}
          width={200}
          value={fromOn}
          onChange={({ target }) => {
            setFromOn(target.value)
            setDirty(true)
            if (save.isError) save.reset()
          }}
        />
        {rows.map((row) => (
          <Box
            key={row.key}
            role="group"
            aria-label={t(`doors:dayKind.${row.dayKind}`)}
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: '1fr', sm: '1.4fr 90px 90px 120px auto' },
              columnGap: 1,
              alignItems: 'start',
            }}
          >
            <SelectInput
              id={`prices-${row.key}-kind`}
              label={t('doors:prices.dayKind')}
              value={row.dayKind}
              onChange={({ target }) =>
                set(row.key, { dayKind: dayKinds.find((each) => each === target.value) ?? 'weekday' })
              }
              options={dayKinds.map((value) => ({ value, text: t(`doors:dayKind.${value}`) }))}
            />
            {(['from', 'to'] as const).map((field) => (
              <TextInput
                key={field}
                id={`prices-${row.key}-${field}`}
                label={t(`doors:prices.${field}Time`)}
                error={field === 'from' ? problem(`prices-${row.key}-from`) : undefined}
                maxLength={5}
                value={row[field]}
                onChange={({ target }) => set(row.key, { [field]: target.value })}
              />
            ))}
            <TextInput
              id={`prices-${row.key}-euros`}
              label={t('doors:prices.euros')}
              error={problem(`prices-${row.key}-euros`)}
              maxLength={10}
              inputMode="decimal"
              value={row.euros}
              onChange={({ target }) => set(row.key, { euros: target.value })}
            />
            <Button
              size="small"
              sx={{ mt: { sm: 4 } }}
              aria-label={t('doors:prices.removeRow', {
                day: t(`doors:dayKind.${row.dayKind}`),
                from: row.from,
              })}
              onClick={() => change(rows.filter(({ key }) => key !== row.key))}
            >
              {t('doors:prices.remove')}
            </Button>
          </Box>
        ))}
        <Button
          size="small"
          variant="outlined"
          sx={{ mb: 2 }}
          onClick={() => {
            nextKey.current += 1
            change([...rows, { key: nextKey.current, dayKind: 'weekday', from: '', to: '', euros: '' }])
          }}
        >
          {t('doors:prices.addRow')}
        </Button>
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button
            type="submit"
            variant="contained"
            loading={save.isPending}
            aria-keyshortcuts="Control+Enter"
          >
            {t('common:action.save')}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
          <Button onClick={discard.request}>{t('common:action.cancel')}</Button>
        </Box>
      </form>
      {discard.dialog}
    </Section>
  )
}
