import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffPage, ReportRow } from '#shared/contract/keyHandoffViews'
import { formatReference } from '#shared/rules/visitReference'
import { api, client } from '../../app/client'
import { errorName } from '../../app/errors'
import { FieldGroup, TextInput } from '../../components/FormField'
import { announce } from '../../components/Live'
import { useTakesFocus } from '../../components/useTakesFocus'
import { FormDialog } from '../visits/FormDialog'
import { KeyError } from './KeyError'
import { useKeysChanged } from './useKeysChanged'
import { useKeyWords } from './useKeyWords'
import { useReportWords } from './useReportWords'

interface RowDialogProps {
  readonly row: ReportRow
  readonly onClose: () => void
}

/** Says which hand-off, and which key of it, a row belongs to. */
export function MatchRowDialog({ row, onClose }: RowDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const input = useTakesFocus<HTMLInputElement>()
  const words = useKeyWords()
  const reported = useReportWords()
  const changed = useKeysChanged()
  const [reference, setReference] = useState(formatReference(row.reference))
  const [handoff, setHandoff] = useState<HandoffPage | null>(null)
  const [keyId, setKeyId] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const find = useMutation({
    mutationFn: async () => {
      const found = await client.keys.findHandoff({ reference: reference.trim() })
      return (await client.keys.readHandoff({ id: found.id })).handoff
    },
    onSuccess: (found) => {
      setHandoff(found)
      const same = found.items.find(({ key }) => key.kind === row.keyKind && key.number === row.keyNumber)
      setKeyId(same?.key.id ?? '')
    },
    gcTime: 0,
  })
  const match = useMutation({ ...api.keys.matchRow.mutationOptions(), gcTime: 0 })
  const named = find.error === null ? null : errorName(find.error).name
  const problem =
    named === 'NOT_FOUND' || named === 'noReference'
      ? t(`keys:find.problem.${named}`)
      : named !== null
        ? t(`refusals:${named}`)
        : tried && handoff === null
          ? t('keys:row.findFirst')
          : undefined
  const needsKey = row.result !== 'withBlc'
  const keyMissing = needsKey && keyId === ''
  const save = () => {
    if (handoff === null) {
      setTried(true)
      find.mutate()
      return
    }
    setTried(true)
    if (keyMissing) {
      document.getElementById(`${id}-keys`)?.focus()
      return
    }
    match.mutate(
      {
        id: row.id,
        version: row.version,
        handoffId: handoff.id,
        keyId: needsKey ? keyId : null,
        note: note.trim(),
      },
      {
        onSuccess: (answered) => {
          changed.handoff(answered)
          changed.again()
          announce(t('keys:row.matched'))
          onClose()
        },
        onError: changed.again,
      },
    )
  }
  return (
    <FormDialog
      title={t('keys:row.matchTitle')}
      save={handoff === null ? t('keys:find.search') : t('keys:row.match')}
      dirty={note.trim() !== '' || reference !== formatReference(row.reference)}
      busy={match.isPending || find.isPending}
      onSave={save}
      onClose={onClose}
    >
      <KeyError error={match.error} keys={handoff?.items.map(({ key }) => key) ?? []} />
      <Typography sx={{ mb: 2 }}>
        {[formatReference(row.reference), reported.key(row), reported.result(row.result)]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      <TextInput
        ref={input}
        id={`${id}-reference`}
        label={t('keys:find.reference')}
        error={problem}
        value={reference}
        width={280}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => {
          setReference(event.target.value)
          setHandoff(null)
          if (find.isError) find.reset()
        }}
      />
      {handoff && (
        <>
          <Typography sx={{ mb: 2 }}>
            {`${t(`keys:direction.${handoff.direction}`)}, ${handoff.name}, ${t(`keys:state.${handoff.state}`)}`}{' '}
            <Button size="small" onClick={() => setHandoff(null)}>
              {t('keys:row.another')}
            </Button>
          </Typography>
          {needsKey && (
            <FieldGroup
              id={`${id}-keys`}
              label={t('keys:row.whichKey')}
              error={tried && keyMissing ? t('keys:row.keyMissing') : undefined}
            >
              <RadioGroup value={keyId} onChange={(_, next) => setKeyId(next)}>
                {handoff.items.map(({ key }) => (
                  <FormControlLabel
                    key={key.id}
                    value={key.id}
                    control={<Radio size="small" />}
                    label={words.key(key)}
                  />
                ))}
              </RadioGroup>
            </FieldGroup>
          )}
        </>
      )}
      <TextInput
        id={`${id}-note`}
        label={t('keys:row.why')}
        optional
        value={note}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}

/** Says that a row belongs to nothing, and why. */
export function DismissRowDialog({ row, onClose }: RowDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const input = useTakesFocus<HTMLInputElement>()
  const reported = useReportWords()
  const changed = useKeysChanged()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const dismiss = useMutation({ ...api.keys.dismissRow.mutationOptions(), gcTime: 0 })
  const missing = note.trim() === ''
  return (
    <FormDialog
      title={t('keys:row.dismissTitle')}
      save={t('keys:row.dismiss')}
      dirty={!missing}
      busy={dismiss.isPending}
      onSave={() => {
        setTried(true)
        if (missing) {
          document.getElementById(id)?.focus()
          return
        }
        dismiss.mutate(
          { id: row.id, version: row.version, note: note.trim() },
          {
            onSuccess: () => {
              changed.again()
              announce(t('keys:row.dismissed'))
              onClose()
            },
            onError: changed.again,
          },
        )
      }}
      onClose={onClose}
    >
      <KeyError error={dismiss.error} keys={[]} />
      <Typography sx={{ mb: 2 }}>
        {[formatReference(row.reference), reported.key(row), reported.result(row.result)]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      <TextInput
        ref={input}
        id={id}
        label={t('keys:case.note')}
        error={tried && missing ? t('refusals:noteRequired') : undefined}
        value={note}
        maxLength={300}
        autoComplete="off"
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  )
}
