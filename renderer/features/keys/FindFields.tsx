import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import { client } from '../../app/client'
import { errorName } from '../../app/errors'
import { ErrorText } from '../../components/ErrorText'
import { TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'

const form = { display: 'flex', alignItems: 'flex-start', gap: 1, mb: 2, '& > div': { mb: 0 } } as const

/** A button beside a field stands under its label. */
const beside = { mt: 3.625, flexShrink: 0 } as const

/** The hand-off whose reference is on an envelope. */
export function FindHandoff() {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const [reference, setReference] = useState('')
  const find = useMutation({
    mutationFn: () => client.keys.findHandoff({ reference: reference.trim() }),
    onSuccess: ({ id }) => navigate(`/keys/handoffs/${id}`),
    gcTime: 0,
  })
  const named = find.error === null ? null : errorName(find.error).name
  const unknown = named === 'NOT_FOUND' || named === 'noReference'
  return (
    <Box sx={{ width: 360, maxWidth: '100%' }}>
      {!unknown && <ErrorText error={find.error} />}
      <Box
        component="form"
        noValidate
        sx={form}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          if (reference.trim() !== '') find.mutate()
        }}
      >
        <TextInput
          id="keys-reference"
          label={t('keys:find.reference')}
          error={unknown ? t(`keys:find.problem.${named}`) : undefined}
          value={reference}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => {
            setReference(event.target.value)
            if (find.isError) find.reset()
          }}
        />
        <Button type="submit" variant="outlined" loading={find.isPending} sx={beside}>
          {t('keys:find.open')}
        </Button>
      </Box>
    </Box>
  )
}

/** A property or a home, whose keys are looked at. */
export function FindPlace() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const find = useMutation({
    mutationFn: () => client.keys.places({ text: text.trim() }),
    onSuccess: ({ places }) => announce(t('keys:find.found', { count: places.length })),
    gcTime: 0,
  })
  const places = find.data?.places
  return (
    <Box sx={{ width: 460, maxWidth: '100%' }}>
      <ErrorText error={find.error} />
      <Box
        component="form"
        noValidate
        sx={form}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          if (text.trim() !== '') find.mutate()
        }}
      >
        <TextInput
          id="keys-place"
          label={t('keys:find.place')}
          value={text}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="submit" variant="outlined" loading={find.isPending} sx={beside}>
          {t('keys:find.search')}
        </Button>
      </Box>
      {places?.length === 0 && <Typography sx={{ mb: 2 }}>{t('keys:find.nothing')}</Typography>}
      {places && places.length > 0 && (
        <Box component="ul" aria-label={t('keys:find.places')} sx={{ mt: 0, mb: 2, pl: 2.5 }}>
          {places.map(({ kind, id, label }) => (
            <li key={`${kind} ${id}`}>
              <Link
                href={kind === 'property' ? `#/keys/properties/${id}` : `#/keys/apartments/${id}`}
                sx={{ display: 'inline-block', minHeight: 24 }}
              >
                {label}
              </Link>
              {`, ${t(`keys:find.kind.${kind}`)}`}
            </li>
          ))}
        </Box>
      )}
    </Box>
  )
}
