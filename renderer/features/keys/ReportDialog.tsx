import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffPage } from '#shared/contract/keyHandoffViews'
import { type KeyKind, keyKinds } from '#shared/rules/keyLedger'
import { parseFinnishDay } from '#shared/rules/localDay'
import { api } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { FieldGroup, SelectInput, TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { useTakesFocus } from '../../components/useTakesFocus'
import { typedDay } from '../timetable/times'
import { FormDialog } from '../visits/FormDialog'
import { useHandoffAct } from './EndDialogs'
import { KeyError, refusedWith } from './KeyError'
import { todayHere } from './useHolderForm'
import { useKeyWords } from './useKeyWords'

type Result = 'arrived' | 'damaged' | 'missing'
const results = ['arrived', 'damaged', 'missing'] as const
const places = ['blc', 'heka'] as const

interface Extra {
  readonly key: number
  readonly kind: KeyKind
  readonly number: string
}

interface ReportDialogProps {
  readonly handoff: HandoffPage
  readonly onClose: () => void
}

/** What BLC Turva says of a hand-off, entered by hand: of each key what became of it, keys that came besides, or that all is there uncounted. */
export function ReportDialog({ handoff, onClose }: ReportDialogProps) {
  const { t } = useTranslation()
  const words = useKeyWords()
  const id = useId()
  const allButton = useTakesFocus<HTMLButtonElement>()
  const { direction } = handoff
  const [items] = useState(() => handoff.items.filter(({ state }) => state === 'expected'))
  const [said, setSaid] = useState<Readonly<Record<string, Result>>>({})
  const [withBlc, setWithBlc] = useState(false)
  const [at, setAt] = useState<(typeof places)[number]>('blc')
  const [day, setDay] = useState(() => typedDay(todayHere()))
  const [extra, setExtra] = useState<readonly Extra[]>([])
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const act = useHandoffAct(t('keys:report.said'), onClose)
  const enter = useMutation({ ...api.keys.enterReport.mutationOptions(), gcTime: 0 })
  const happenedOn = parseFinnishDay(day)
  const nothing = !withBlc && Object.keys(said).length === 0 && extra.length === 0
  const numberless = extra.find(({ number }) => number.trim() === '')
  const refused = refusedWith(enter.error)
  const all = () => setSaid(Object.fromEntries(items.map(({ key }) => [key.id, 'arrived' as const])))
  useShortcut('k', all, { inDialog: true, enabled: items.length > 0 })
  const save = () => {
    setTried(true)
    if (nothing || happenedOn === null || numberless) {
      const field = nothing
        ? `${id}-keys`
        : happenedOn === null
          ? `${id}-day`
          : `${id}-extra-${numberless?.key}`
      document.getElementById(field)?.focus()
      return
    }
    enter.mutate(
      {
        id: handoff.id,
        version: handoff.version,
        happenedOn,
        at,
        withBlc,
        keys: Object.entries(said).map(([keyId, result]) => ({ keyId, result })),
        extra: extra.map(({ kind, number }) => ({ kind, number: number.trim() })),
        note: note.trim(),
      },
      act,
    )
  }
  return (
    <FormDialog
      title={t('keys:report.title')}
      save={t('keys:report.save')}
      dirty={!nothing || note.trim() !== ''}
      busy={enter.isPending}
      onSave={save}
      onClose={onClose}
    >
      <KeyError error={enter.error} keys={handoff.items.map(({ key }) => key)} />
      <FieldGroup
        id={`${id}-keys`}
        label={t('keys:report.keys')}
        hint={items.length === 0 ? t('keys:report.allSaid') : undefined}
        error={tried && nothing ? t('refusals:nothingEntered') : undefined}
      >
        {items.length > 0 && (
          <Button
            ref={allButton}
            size="small"
            variant="outlined"
            aria-keyshortcuts="K"
            sx={{ alignSelf: 'flex-start', my: 1 }}
            onClick={all}
          >
            {t(`keys:report.all.${direction}`)}
            <KeyHint keys="K" />
          </Button>
        )}
        {items.map(({ key }) => (
          <Box
            key={key.id}
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              columnGap: 2,
              borderTop: 1,
              borderColor: 'divider',
            }}
          >
            <Box id={`${id}-${key.id}`} sx={{ flex: 1, minWidth: 160, fontWeight: 600 }}>
              {words.key(key)}
            </Box>
            <RadioGroup
              row
              aria-labelledby={`${id}-${key.id}`}
              value={said[key.id] ?? ''}
              onChange={(_, next) => {
                const result = results.find((each) => each === next)
                if (result) setSaid({ ...said, [key.id]: result })
                setWithBlc(false)
              }}
            >
              {results.map((each) => (
                <FormControlLabel
                  key={each}
                  value={each}
                  control={<Radio size="small" />}
                  label={t(`keys:keyState.${direction}.${each}`)}
                />
              ))}
            </RadioGroup>
          </Box>
        ))}
        {(handoff.state === 'instructed' || items.length > 0) && (
          <FormControlLabel
            control={
              <Checkbox
                size="small"
                checked={withBlc}
                onChange={(_, on) => {
                  setWithBlc(on)
                  if (on) setSaid({})
                }}
              />
            }
            label={t(`keys:report.withBlc.${direction}`)}
          />
        )}
      </FieldGroup>
      <FieldGroup label={t('keys:report.extra')} hint={t('keys:report.extraHint')}>
        {extra.map((row, index) => (
          <Box
            key={row.key}
            role="group"
            aria-label={t('keys:register.row', { number: index + 1 })}
            sx={{
              display: 'grid',
              gridTemplateColumns: '200px 1fr auto',
              columnGap: 1,
              mt: 1,
              alignItems: 'start',
            }}
          >
            <SelectInput
              id={`${id}-kind-${row.key}`}
              label={t('keys:field.kind')}
              value={row.kind}
              onChange={(event) => {
                const kind = keyKinds.find((each) => each === event.target.value) ?? row.kind
                setExtra(extra.map((each) => (each === row ? { ...row, kind } : each)))
              }}
              options={keyKinds.map((value) => ({ value, text: t(`keys:kind.${value}`) }))}
            />
            <TextInput
              id={`${id}-extra-${row.key}`}
              label={t('keys:field.number')}
              error={
                tried && row.number.trim() === ''
                  ? t('refusals:numberRequired')
                  : refused.field === `extra.${index}.number`
                    ? t(`refusals:${refused.refusal}`)
                    : undefined
              }
              value={row.number}
              maxLength={40}
              autoComplete="off"
              onChange={(event) =>
                setExtra(extra.map((each) => (each === row ? { ...row, number: event.target.value } : each)))
              }
            />
            <Button sx={{ mt: 3.5 }} onClick={() => setExtra(extra.filter((each) => each !== row))}>
              {t('keys:register.remove')}
            </Button>
          </Box>
        ))}
        <Button
          size="small"
          variant="outlined"
          sx={{ alignSelf: 'flex-start', mt: 1 }}
          disabled={extra.length >= 20}
          onClick={() => {
            const key = Math.max(-1, ...extra.map((each) => each.key)) + 1
            setExtra([...extra, { key, kind: 'apartment', number: '' }])
            setTimeout(() => document.getElementById(`${id}-extra-${key}`)?.focus())
          }}
        >
          {t('keys:report.addExtra')}
        </Button>
      </FieldGroup>
      {direction === 'return' && (
        <FieldGroup label={t('keys:report.at')}>
          <RadioGroup row value={at} onChange={(_, next) => setAt(next === 'heka' ? 'heka' : 'blc')}>
            {places.map((each) => (
              <FormControlLabel
                key={each}
                value={each}
                control={<Radio size="small" />}
                label={t(`keys:holder.${each}`)}
              />
            ))}
          </RadioGroup>
        </FieldGroup>
      )}
      <TextInput
        id={`${id}-day`}
        label={t('keys:report.day')}
        error={tried && happenedOn === null ? t('keys:problem.badDay') : undefined}
        value={day}
        width={160}
        maxLength={10}
        autoComplete="off"
        onChange={(event) => setDay(event.target.value)}
      />
      <TextInput
        id={`${id}-note`}
        label={t('keys:report.note')}
        optional
        value={note}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}
