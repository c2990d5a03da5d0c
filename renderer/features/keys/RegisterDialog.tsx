import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyView } from '#shared/contract/keyViews'
import { type KeyKind, keyKinds } from '#shared/rules/keyLedger'
import { api } from '../../app/client'
import { SelectInput, TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { useTakesFocus } from '../../components/useTakesFocus'
import { FormDialog } from '../visits/FormDialog'
import { HolderFields } from './HolderFields'
import { residentsOf } from './holderForm'
import { KeyError, refusedWith } from './KeyError'
import { useHolderForm } from './useHolderForm'
import { useKeysChanged } from './useKeysChanged'

interface RegisterDialogProps {
  readonly apartmentId: string
  readonly all: readonly KeyView[]
  readonly onClose: () => void
}

interface NewKey {
  readonly key: number
  readonly kind: KeyKind
  readonly number: string
  readonly setName: string
}

const emptyKey = (key: number): NewKey => ({ key, kind: 'apartment', number: '', setName: '' })

/** Writes new keys of a home into the ledger, with whoever has them first. */
export function RegisterDialog({ apartmentId, all, onClose }: RegisterDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const first = useTakesFocus<HTMLInputElement>()
  const changed = useKeysChanged()
  const form = useHolderForm((field) => `${id}-${field}`, { kind: 'heka' })
  const [rows, setRows] = useState<readonly NewKey[]>([emptyKey(0)])
  const [tried, setTried] = useState(false)
  const register = useMutation({ ...api.keys.register.mutationOptions(), gcTime: 0 })
  const numberId = (key: number) => `${id}-number-${key}`
  const numberless = rows.find(({ number }) => number.trim() === '')
  const refusedRow = /^keys\.(\d+)\./.exec(refusedWith(register.error).field ?? '')?.[1]
  const setRow = (key: number, part: Partial<NewKey>) => {
    setRows((before) => before.map((each) => (each.key === key ? { ...each, ...part } : each)))
    if (register.isError) register.reset()
  }
  const save = () => {
    setTried(true)
    if (numberless) {
      document.getElementById(numberId(numberless.key))?.focus()
      return
    }
    if (!form.tried()) return
    const { to: holder, ...happened } = form.input()
    register.mutate(
      {
        apartmentId,
        keys: rows.map(({ kind, number, setName }) => ({
          kind,
          number: number.trim(),
          setName: setName.trim(),
          note: '',
        })),
        holder,
        ...happened,
      },
      {
        onSuccess: (answered) => {
          changed.apartment(answered)
          announce(t('keys:register.said', { count: rows.length }))
          onClose()
        },
      },
    )
  }
  return (
    <FormDialog
      title={t('keys:register.title')}
      save={t('keys:register.save')}
      dirty={form.dirty || rows.some(({ number, setName }) => number !== '' || setName !== '')}
      busy={register.isPending}
      onSave={save}
      onClose={onClose}
    >
      <KeyError error={register.error} keys={all} />
      {rows.map((row, at) => (
        <Box
          key={row.key}
          role="group"
          aria-label={t('keys:register.row', { number: at + 1 })}
          sx={{
            display: 'grid',
            gridTemplateColumns: '180px 1fr 1fr auto',
            columnGap: 1,
            alignItems: 'start',
          }}
        >
          <SelectInput
            id={`${id}-kind-${row.key}`}
            label={t('keys:field.kind')}
            value={row.kind}
            onChange={(event) =>
              setRow(row.key, { kind: keyKinds.find((each) => each === event.target.value) ?? row.kind })
            }
            options={keyKinds.map((value) => ({ value, text: t(`keys:kind.${value}`) }))}
          />
          <TextInput
            {...(at === 0 ? { ref: first } : {})}
            id={numberId(row.key)}
            label={t('keys:field.number')}
            error={
              tried && row.number.trim() === ''
                ? t('refusals:numberRequired')
                : refusedRow === String(at)
                  ? t(`refusals:${refusedWith(register.error).refusal}`)
                  : undefined
            }
            value={row.number}
            maxLength={40}
            autoComplete="off"
            onChange={(event) => setRow(row.key, { number: event.target.value })}
          />
          <TextInput
            id={`${id}-set-${row.key}`}
            label={t('keys:field.setName')}
            value={row.setName}
            optional
            maxLength={60}
            autoComplete="off"
            onChange={(event) => setRow(row.key, { setName: event.target.value })}
          />
          <Button
            disabled={rows.length === 1}
            sx={{ mt: 3.5 }}
            onClick={() => {
              setRows(rows.filter(({ key }) => key !== row.key))
              document.getElementById(`${id}-add`)?.focus()
            }}
          >
            {t('keys:register.remove')}
          </Button>
        </Box>
      ))}
      <Button
        id={`${id}-add`}
        variant="outlined"
        size="small"
        sx={{ mb: 2 }}
        disabled={rows.length >= 20}
        onClick={() => {
          const key = Math.max(...rows.map((each) => each.key)) + 1
          setRows([...rows, { ...emptyKey(key), setName: rows.at(-1)?.setName ?? '' }])
          setTimeout(() => document.getElementById(numberId(key))?.focus())
        }}
      >
        {t('keys:register.add')}
      </Button>
      <HolderFields
        form={form}
        label={t('keys:register.holder')}
        residents={residentsOf(all)}
        byDigits={false}
      />
    </FormDialog>
  )
}
