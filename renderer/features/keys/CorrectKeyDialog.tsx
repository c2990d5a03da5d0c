import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyView } from '#shared/contract/keyViews'
import { type KeyKind, type KeyWord, keyKinds, keyWords } from '#shared/rules/keyLedger'
import { api } from '../../app/client'
import { SelectInput, TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { useTakesFocus } from '../../components/useTakesFocus'
import { FormDialog } from '../visits/FormDialog'
import { KeyError, refusedWith } from './KeyError'
import { useKeysChanged } from './useKeysChanged'
import { useKeyWords } from './useKeyWords'

interface CorrectKeyDialogProps {
  readonly shown: KeyView
  /** All keys of the home. */
  readonly all: readonly KeyView[]
  readonly onClose: () => void
}

/** What kind of key it is and what is stamped on it, where that was typed wrong: what it was called before stays in its history. */
export function CorrectKeyDialog({ shown, all, onClose }: CorrectKeyDialogProps) {
  const { t } = useTranslation()
  const words = useKeyWords()
  const id = useId()
  const input = useTakesFocus<HTMLInputElement>()
  const changed = useKeysChanged()
  const [opened] = useState(shown)
  const [kind, setKind] = useState<KeyKind>(shown.kind)
  const [number, setNumber] = useState(shown.number)
  const [word, setWord] = useState<KeyWord>('heka')
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const correct = useMutation({ ...api.keys.correctKey.mutationOptions(), gcTime: 0 })
  const same = kind === opened.kind && number.trim() === opened.number
  const numberProblem =
    number.trim() === '' ? t('refusals:numberRequired') : same ? t('refusals:nothingCorrected') : undefined
  const refused = refusedWith(correct.error).field === 'number'
  const whyProblem = why.trim() === '' ? t('keys:problem.wordMissing') : undefined
  const save = () => {
    setTried(true)
    if (numberProblem ?? whyProblem) {
      document.getElementById(numberProblem ? `${id}-number` : `${id}-why`)?.focus()
      return
    }
    correct.mutate(
      { id: opened.id, version: opened.version, kind, number: number.trim(), word, wordText: why.trim() },
      {
        onSuccess: (answered) => {
          changed.again()
          changed.apartment(answered)
          announce(t('keys:correctKey.said'))
          onClose()
        },
        onError: (error) => {
          changed.again()
          if (refusedWith(error).field === 'number') document.getElementById(`${id}-number`)?.focus()
        },
      },
    )
  }
  const typed = () => {
    if (correct.isError) correct.reset()
  }
  return (
    <FormDialog
      title={t('keys:correctKey.title')}
      save={t('keys:correct.save')}
      dirty={!same || why !== ''}
      busy={correct.isPending}
      onSave={save}
      onClose={onClose}
    >
      <KeyError error={correct.error} keys={all} />
      <Typography sx={{ mb: 2 }}>{t('keys:correctKey.was', { key: words.key(opened) })}</Typography>
      {opened.handoff && (
        <Alert severity="info" role="note" sx={{ mb: 2 }}>
          {t(`keys:correctKey.in.${opened.handoff.direction}`)}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, '& > *': { width: 'auto' } }}>
        <SelectInput
          id={`${id}-kind`}
          label={t('keys:field.kind')}
          value={kind}
          width={240}
          onChange={(event) => {
            setKind(keyKinds.find((each) => each === event.target.value) ?? kind)
            typed()
          }}
          options={keyKinds.map((value) => ({ value, text: t(`keys:kind.${value}`) }))}
        />
        <TextInput
          ref={input}
          id={`${id}-number`}
          label={t('keys:field.number')}
          error={tried && numberProblem ? numberProblem : refused ? t('keys:correctKey.taken') : undefined}
          value={number}
          width={280}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => {
            setNumber(event.target.value)
            typed()
          }}
        />
      </Box>
      <SelectInput
        id={`${id}-word`}
        label={t('keys:move.word')}
        value={word}
        width={320}
        onChange={(event) => setWord(keyWords.find((each) => each === event.target.value) ?? word)}
        options={keyWords.map((value) => ({ value, text: t(`keys:word.${value}`) }))}
      />
      <TextInput
        id={`${id}-why`}
        label={t('keys:correct.why')}
        error={tried ? whyProblem : undefined}
        value={why}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setWhy(event.target.value)}
      />
    </FormDialog>
  )
}
