import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffPage, KeyCaseView } from '#shared/contract/keyHandoffViews'
import type { CaseOutcome } from '#shared/contract/keyTerms'
import type { KeyView } from '#shared/contract/keyViews'
import { parseEuros } from '#shared/rules/euros'
import type { CaseKind } from '#shared/rules/keyHandoff'
import { parseFinnishDay } from '#shared/rules/localDay'
import { api } from '../../app/client'
import { FieldGroup, TextInput } from '../../components/FormField'
import { useTakesFocus } from '../../components/useTakesFocus'
import { typedDay } from '../timetable/times'
import { DigitChoice } from '../visits/DigitChoice'
import { FormDialog } from '../visits/FormDialog'
import { useHandoffAct } from './EndDialogs'
import { KeyError } from './KeyError'
import { typedEuros } from './settingsForm'
import { todayHere } from './useHolderForm'
import { useKeyWords } from './useKeyWords'
import { useReportWords } from './useReportWords'

export const caseChoices = ['chase', 'charge', 'rekey'] as const
export type CaseChoice = (typeof caseChoices)[number]

interface NoteProps {
  readonly id: string
  readonly value: string
  readonly required: boolean
  readonly error?: string
  readonly onChange: (note: string) => void
}

/** Why, in a few words. */
function Note({ id, value, required, error, onChange }: NoteProps) {
  const { t } = useTranslation()
  return (
    <TextInput
      id={id}
      label={t('keys:case.note')}
      optional={!required}
      error={error}
      multiline
      minRows={2}
      maxRows={6}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

const oddKinds = ['missing', 'damaged'] as const

interface OpenCaseDialogProps {
  readonly handoff: HandoffPage
  readonly about: KeyView
  readonly onClose: () => void
}

/** Something is wrong with a key of which no report has said so. */
export function OpenCaseDialog({ handoff, about, onClose }: OpenCaseDialogProps) {
  const { t } = useTranslation()
  const words = useKeyWords()
  const id = useId()
  const [kind, setKind] = useState<(typeof oddKinds)[number] | ''>('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const act = useHandoffAct(t('keys:case.openSaid'), onClose)
  const open = useMutation({ ...api.keys.openCase.mutationOptions(), gcTime: 0 })
  return (
    <FormDialog
      title={t('keys:case.openTitle', { key: words.key(about) })}
      save={t('keys:case.open')}
      dirty={note.trim() !== ''}
      busy={open.isPending}
      onSave={() => {
        setTried(true)
        if (kind === '') document.getElementById(`${id}-kind`)?.focus()
        else
          open.mutate(
            { id: handoff.id, version: handoff.version, keyId: about.id, kind, note: note.trim() },
            act,
          )
      }}
      onClose={onClose}
    >
      <KeyError error={open.error} keys={[about]} />
      <DigitChoice
        id={`${id}-kind`}
        label={t('keys:case.what')}
        values={oddKinds}
        value={kind}
        nameOf={(each) => t(`keys:state.${each}`)}
        error={tried && kind === '' ? t('keys:case.whatRequired') : undefined}
        onChoose={setKind}
      />
      <Note id={id} value={note} required={false} onChange={setNote} />
    </FormDialog>
  )
}

interface CaseDialogProps {
  readonly about: KeyCaseView
  readonly onClose: () => void
}

interface CaseChoiceProps extends CaseDialogProps {
  readonly choice: CaseChoice
  /** What a lost key is charged by default, cents. */
  readonly proposedCents: number | null
}

/** Does something about a difference, which stays open: asks after the key, charges for it, or has the lock changed. */
export function CaseChoiceDialog({ about, choice, proposedCents, onClose }: CaseChoiceProps) {
  const { t } = useTranslation()
  const words = useReportWords()
  const id = useId()
  const input = useTakesFocus<HTMLInputElement>()
  const [note, setNote] = useState('')
  const [proposed] = useState(() => typedEuros(proposedCents))
  const [euros, setEuros] = useState(proposed)
  const [tried, setTried] = useState(false)
  const act = useHandoffAct(t('keys:case.choiceSaid'), onClose)
  const choose = useMutation({ ...api.keys.chooseInCase.mutationOptions(), gcTime: 0 })
  const cents = parseEuros(euros)
  const charges = choice === 'charge'
  const wrongEuros = charges && !cents.ok
  const noteMissing = choice !== 'chase' && note.trim() === ''
  const save = () => {
    setTried(true)
    if (wrongEuros || noteMissing) {
      document.getElementById(wrongEuros ? `${id}-euros` : id)?.focus()
      return
    }
    const chargeCents = charges && cents.ok ? cents.value : null
    choose.mutate({ id: about.id, version: about.version, choice, chargeCents, note: note.trim() }, act)
  }
  return (
    <FormDialog
      title={t(`keys:choose.${choice}`)}
      save={t(`keys:choose.${choice}`)}
      dirty={note.trim() !== '' || euros !== proposed}
      busy={choose.isPending}
      onSave={save}
      onClose={onClose}
    >
      <KeyError error={choose.error} keys={[]} />
      <Typography sx={{ mb: 2 }}>
        {words.key(about)}. {t(`keys:choiceMeans.${choice}`)}
      </Typography>
      {charges && (
        <TextInput
          ref={input}
          id={`${id}-euros`}
          label={t('keys:case.euros')}
          error={tried && wrongEuros ? t('keys:problem.badEuros') : undefined}
          value={euros}
          width={160}
          inputMode="decimal"
          maxLength={12}
          autoComplete="off"
          onChange={(event) => setEuros(event.target.value)}
        />
      )}
      <Note
        id={id}
        value={note}
        required={choice !== 'chase'}
        error={tried && noteMissing ? t('refusals:noteRequired') : undefined}
        onChange={setNote}
      />
    </FormDialog>
  )
}

const outcomes: Readonly<Record<CaseKind, readonly CaseOutcome[]>> = {
  missing: ['found', 'writtenOff'],
  damaged: ['accepted', 'writtenOff'],
  tooMany: ['accepted'],
}
const places = ['blc', 'heka'] as const

/** How a difference ended. */
export function CloseCaseDialog({ about, onClose }: CaseDialogProps) {
  const { t } = useTranslation()
  const words = useReportWords()
  const id = useId()
  const [outcome, setOutcome] = useState<CaseOutcome | ''>('')
  const [at, setAt] = useState<(typeof places)[number]>('blc')
  const [day, setDay] = useState(() => typedDay(todayHere()))
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const act = useHandoffAct(t('keys:case.closeSaid'), onClose)
  const close = useMutation({ ...api.keys.closeCase.mutationOptions(), gcTime: 0 })
  const happenedOn = parseFinnishDay(day)
  const noteMissing = outcome !== 'found' && note.trim() === ''
  const save = () => {
    setTried(true)
    if (outcome === '' || happenedOn === null || noteMissing) {
      const field = outcome === '' ? `${id}-outcome` : happenedOn === null ? `${id}-day` : id
      document.getElementById(field)?.focus()
      return
    }
    close.mutate({ id: about.id, version: about.version, outcome, at, happenedOn, note: note.trim() }, act)
  }
  return (
    <FormDialog
      title={t('keys:case.closeTitle', { key: words.key(about) })}
      save={t('keys:case.close')}
      dirty={note.trim() !== ''}
      busy={close.isPending}
      onSave={save}
      onClose={onClose}
    >
      <KeyError error={close.error} keys={[]} />
      <DigitChoice
        id={`${id}-outcome`}
        label={t('keys:case.how')}
        values={outcomes[about.kind]}
        value={outcome}
        nameOf={(each) => t(`keys:outcomeLong.${each}`)}
        error={tried && outcome === '' ? t('keys:case.howRequired') : undefined}
        onChoose={setOutcome}
      />
      {outcome === 'found' && (
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
        label={t('keys:move.happenedOn')}
        error={tried && happenedOn === null ? t('keys:problem.badDay') : undefined}
        value={day}
        width={160}
        maxLength={10}
        autoComplete="off"
        onChange={(event) => setDay(event.target.value)}
      />
      <Note
        id={id}
        value={note}
        required={outcome !== 'found'}
        error={tried && noteMissing ? t('refusals:noteRequired') : undefined}
        onChange={setNote}
      />
    </FormDialog>
  )
}
