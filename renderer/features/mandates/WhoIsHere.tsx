import CheckIcon from '@mui/icons-material/Check'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { visuallyHidden } from '../../app/theme'
import { KeyHint } from '../../components/KeyHint'
import { Section } from '../../components/Section'
import { useTakesFocus } from '../../components/useTakesFocus'
import { ResidentPicker } from '../residents/ResidentPicker'
import type { Person } from './people'
import type { Here } from './useQuestion'

interface WhoIsHereProps {
  /** The resident's own name. */
  readonly name: string
  readonly people: readonly Person[]
  readonly who: Here | null
  readonly onChoose: (who: Here | null) => void
}

/** Who is at the counter: the resident, those whom their powers name, each on a digit, or somebody else on zero. */
export function WhoIsHere({ name, people, who, onChoose }: WhoIsHereProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [other, setOther] = useState(false)
  const chooseOther = () => {
    setOther(true)
    onChoose(null)
  }
  const choose = (here: Here) => {
    setOther(false)
    onChoose(here)
  }
  return (
    <Section title={t('mandates:ask.who')}>
      <Box sx={{ display: 'grid', gap: 0.5 }}>
        <Choice
          keys="1"
          label={name}
          detail={t('mandates:ask.self')}
          chosen={who?.kind === 'self'}
          onChoose={() => choose({ kind: 'self' })}
        />
        {people.map((person, at) => (
          <Choice
            key={person.key}
            keys={at < 8 ? String(at + 2) : null}
            label={person.name}
            detail={[
              person.birthDate !== null && t('residents:bornOn', { day: format.day(person.birthDate) }),
              t(`mandates:standing.${person.named[0]?.mandate.standing ?? 'received'}`),
            ]
              .filter(Boolean)
              .join(' · ')}
            identified={person.identifiedToday}
            chosen={who?.kind === 'grantee' && who.person.key === person.key}
            onChoose={() => choose({ kind: 'grantee', person })}
          />
        ))}
        <Choice
          keys="0"
          label={t('mandates:ask.other')}
          detail={who?.kind === 'other' || who?.kind === 'resident' ? who.name : t('mandates:ask.otherHint')}
          chosen={other}
          onChoose={chooseOther}
        />
      </Box>
      {other && who === null && <OtherName onChoose={onChoose} />}
    </Section>
  )
}

interface ChoiceProps {
  readonly keys: string | null
  readonly label: string
  readonly detail: string
  readonly identified?: boolean
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** Somebody who can be chosen, on a key. */
export function Choice({ keys, label, detail, identified = false, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation()
  useShortcut(keys ?? '', onChoose, { enabled: keys !== null })
  return (
    <Button
      variant={chosen ? 'contained' : 'outlined'}
      aria-pressed={chosen}
      aria-keyshortcuts={keys ?? undefined}
      onClick={onChoose}
      sx={{ justifyContent: 'flex-start', textAlign: 'left', px: 1, py: 0.5, lineHeight: 1.3 }}
    >
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {label}
        <Box component="span" sx={visuallyHidden}>
          ,{' '}
        </Box>
        <Typography component="span" variant="body2" sx={{ display: 'block' }}>
          {detail}
          {identified && (
            <Box component="span" sx={{ display: 'block' }}>
              <Box component="span" sx={visuallyHidden}>
                ,{' '}
              </Box>
              <CheckIcon sx={{ fontSize: 16, verticalAlign: 'text-bottom' }} aria-hidden />
              {t('mandates:identifiedToday')}
            </Box>
          )}
        </Typography>
      </Box>
      {keys !== null && <KeyHint keys={keys} />}
    </Button>
  )
}

/** Somebody whom no power names: a resident who is found, or anybody by name. */
export function OtherName({ onChoose }: { readonly onChoose: (who: Here) => void }) {
  const { t } = useTranslation()
  const input = useTakesFocus<HTMLInputElement>()
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const take = () => {
    if (text.trim() === '') setMissing(true)
    else onChoose({ kind: 'other', name: text.trim() })
  }
  return (
    <Box
      component="form"
      noValidate
      sx={{ mt: 2 }}
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      <ResidentPicker
        ref={input}
        id="ask-other"
        label={t('mandates:ask.otherName')}
        hint={t('mandates:ask.otherNameHint')}
        text={text}
        error={missing ? t('mandates:ask.otherMissing') : undefined}
        onType={(typed) => {
          setText(typed)
          setMissing(false)
        }}
        onNobody={take}
        onChoose={({ id, name }) => onChoose({ kind: 'resident', id, name })}
      />
      <Button type="submit" variant="outlined">
        {t('mandates:ask.useName')}
      </Button>
    </Box>
  )
}
