import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Link from '@mui/material/Link'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallPage } from '#shared/contract/calls'
import { formatPhone } from '#shared/rules/contacts'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { useTakesFocus } from '../../components/useTakesFocus'
import { KeyButton } from '../mandates/KeyButton'
import { ResidentMarks } from '../residents/ResidentMarks'
import { CallerField } from './CallerField'
import { focusHeading } from './focusHeading'
import { useCallAgain, useCallChanged } from './useCallChanged'

const kinds = ['resident', 'onBehalf', 'other'] as const
type Kind = (typeof kinds)[number]
type Change = Partial<Pick<CallPage, 'callerKind' | 'residentId' | 'callerName'>> & {
  readonly number?: string
  readonly withheld?: boolean
}

/** Who calls: found and shown, or still to be found. */
export function CallerPart({ call }: { readonly call: CallPage }) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  const [kind, setKind] = useState<Kind>(call.callerKind === 'unknown' ? 'resident' : call.callerKind)
  const [name, setName] = useState(call.callerName)
  const changed = useCallChanged()
  const again = useCallAgain()
  const set = useMutation({ ...api.calls.setCaller.mutationOptions(), gcTime: 0 })
  const withheld = call.numberKind === 'withheld'
  const save = (change: Change, after: () => void = () => undefined) =>
    set.mutate(
      {
        id: call.id,
        version: call.version,
        number: call.number ?? '',
        withheld,
        callerKind: call.callerKind,
        residentId: call.residentId,
        callerName: call.callerName,
        ...change,
      },
      {
        onSuccess: (answered) => {
          changed(answered)
          after()
        },
        onError: () => again(call.id),
      },
    )
  const known = call.residentId !== null || call.callerKind === 'other'
  const finding = !known || changing
  const done = () => setChanging(false)
  return (
    <Section
      title={t('calls:caller.title')}
      actions={
        !finding && <KeyButton keys="E" label={t('calls:caller.change')} onAct={() => setChanging(true)} />
      }
    >
      <ErrorText error={set.error} />
      {finding ? (
        <>
          {kind !== 'other' && (
            <CallerField
              onChoose={(hit, number) =>
                save(
                  {
                    callerKind: kind,
                    residentId: hit.id,
                    callerName: kind === 'resident' ? '' : name.trim(),
                    ...(number === null ? {} : { number, withheld: false }),
                  },
                  () => {
                    announce(t('calls:caller.chosen', { name: hit.name }))
                    done()
                  },
                )
              }
              onNumber={(number) =>
                save({ number, withheld: false }, () => announce(t('calls:caller.nobody')))
              }
              onLeave={() => {
                if (changing) done()
                else focusHeading()
              }}
            />
          )}
          <RadioGroup
            row
            aria-label={t('calls:caller.kind')}
            value={kind}
            onChange={(_, value) => setKind(kinds.find((each) => each === value) ?? 'resident')}
            sx={{ mb: 1 }}
          >
            {kinds.map((each) => (
              <FormControlLabel
                key={each}
                value={each}
                control={<Radio size="small" />}
                label={t(`calls:callerKind.${each}`)}
              />
            ))}
          </RadioGroup>
          {kind !== 'resident' && (
            <TextInput
              id="caller-name"
              label={t('calls:caller.name')}
              optional={kind === 'other'}
              value={name}
              maxLength={160}
              onChange={({ target }) => setName(target.value)}
            />
          )}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            {kind === 'other' && (
              <Button
                variant="contained"
                loading={set.isPending}
                onClick={() => save({ callerKind: 'other', residentId: null, callerName: name.trim() }, done)}
              >
                {t('calls:caller.saveOther')}
              </Button>
            )}
            <Button
              variant={withheld ? 'contained' : 'outlined'}
              size="small"
              aria-pressed={withheld}
              onClick={() => save({ number: '', withheld: !withheld })}
            >
              {t('calls:numberKind.withheld')}
            </Button>
            {changing && (
              <Button size="small" onClick={done}>
                {t('common:action.cancel')}
              </Button>
            )}
          </Box>
        </>
      ) : (
        <Known call={call} />
      )}
      <NumberLine call={call} />
    </Section>
  )
}

function Known({ call }: { readonly call: CallPage }) {
  const { t } = useTranslation()
  // The field that had the focus is gone; from here the keys of the call work.
  const box = useTakesFocus<HTMLDivElement>()
  if (call.callerKind === 'other')
    return (
      <Typography ref={box} tabIndex={-1}>
        {call.callerName || t('calls:callerKind.other')}
      </Typography>
    )
  return (
    <Box ref={box} tabIndex={-1} sx={{ outlineOffset: 4 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
        <Link href={`#/residents/${call.residentId}`} sx={{ fontWeight: 600, fontSize: 18 }}>
          {call.residentName}
        </Link>
        <ResidentMarks marks={call.marks} />
      </Box>
      {call.callerKind === 'onBehalf' && (
        <Typography>{t('calls:caller.onBehalf', { name: call.callerName })}</Typography>
      )}
    </Box>
  )
}

function NumberLine({ call }: { readonly call: CallPage }) {
  const { t } = useTranslation()
  if (call.numberKind === 'none') return null
  return (
    <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
      {call.number === null ? '' : `${formatPhone(call.number)} · `}
      {t(`calls:numberKind.${call.numberKind}`)}
    </Typography>
  )
}
