import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { FieldGroup, TextInput } from '../../components/FormField'
import {
  apartmentsOf,
  mostApartments,
  offeredSizes,
  type PracticeInput,
  type Size,
  seedOf,
} from './practiceSize'

interface PracticeFormProps {
  /** A practice register is there already: the new one takes its place. */
  readonly replaces: boolean
  readonly onMake: (wanted: { readonly apartments: number; readonly seed: number }) => void
}

const sizes: readonly Size[] = ['full', 'small', 'own']

// What was asked for last, for as long as the program is open: it holds nothing of any person.
let last: PracticeInput = { size: 'full', own: '', seed: '1' }

/** How large a practice register to make, and from which seed. */
export function PracticeForm({ replaces, onMake }: PracticeFormProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const id = useId()
  const more = useRef<HTMLDetailsElement>(null)
  const [input, setInput] = useState(last)
  const [left, setLeft] = useState<ReadonlySet<'own' | 'seed'>>(new Set())
  const apartments = apartmentsOf(input)
  const seed = seedOf(input)
  const wrong = {
    own: apartments === null ? t('register:practice.ownWrong', { most: number(mostApartments) }) : undefined,
    seed: seed === null ? t('register:practice.seedWrong') : undefined,
  }
  const change = (part: Partial<PracticeInput>) => {
    last = { ...input, ...part }
    setInput(last)
  }
  const leave = (field: 'own' | 'seed') => setLeft(new Set([...left, field]))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setLeft(new Set(['own', 'seed']))
    if (apartments !== null && seed !== null) return onMake({ apartments, seed })
    if (more.current !== null) more.current.open ||= seed === null
    document.getElementById(apartments === null ? `${id}-own` : `${id}-seed`)?.focus()
  }

  return (
    <form onSubmit={submit} noValidate>
      <FieldGroup label={t('register:practice.size')}>
        <RadioGroup value={input.size} onChange={(event) => change({ size: event.target.value as Size })}>
          {sizes.map((size) => (
            <FormControlLabel
              key={size}
              value={size}
              control={<Radio size="small" sx={{ py: 0.5 }} />}
              label={t(`register:practice.sizes.${size}`, {
                apartments: size === 'own' ? '' : number(offeredSizes[size]),
              })}
            />
          ))}
        </RadioGroup>
      </FieldGroup>
      {input.size === 'own' && (
        <TextInput
          id={`${id}-own`}
          label={t('register:practice.own')}
          hint={t('register:practice.ownHint', { most: number(mostApartments) })}
          inputMode="numeric"
          width={160}
          maxLength={10}
          autoComplete="off"
          value={input.own}
          error={left.has('own') ? wrong.own : undefined}
          onChange={(event) => change({ own: event.target.value })}
          onBlur={() => leave('own')}
        />
      )}
      <Box component="details" ref={more} sx={{ mb: 2 }}>
        <Box component="summary" sx={{ cursor: 'pointer', py: 0.5 }}>
          {t('register:practice.more')}
        </Box>
        <Box sx={{ mt: 1 }}>
          <TextInput
            id={`${id}-seed`}
            label={t('register:practice.seed')}
            hint={t('register:practice.seedHint')}
            inputMode="numeric"
            width={160}
            maxLength={10}
            autoComplete="off"
            value={input.seed}
            error={left.has('seed') ? wrong.seed : undefined}
            onChange={(event) => change({ seed: event.target.value })}
            onBlur={() => leave('seed')}
          />
        </Box>
      </Box>
      {replaces && (
        <Alert severity="info" sx={{ mb: 2 }} role="note">
          {t('register:practice.replaces')}
        </Alert>
      )}
      <Button type="submit" variant={replaces ? 'outlined' : 'contained'}>
        {t('register:practice.make')}
      </Button>
    </form>
  )
}
