import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentConfirmation } from '#shared/rules/documents'
import { KeyHint } from '../../components/KeyHint'
import { RefuseDialog } from './RefuseDialog'
import type { ClerkReason } from './useIdentityCheck'

interface AcceptQuestionProps {
  readonly confirmations: readonly DocumentConfirmation[]
  readonly busy: boolean
  /** What the button back to the document says. */
  readonly again: string
  readonly onAccept: () => void
  readonly onRefuse: (reason: ClerkReason) => void
  readonly onAgain: () => void
}

/**
 * Asks what only the clerk's eyes can tell. "Does the photo match?" has the focus and is answered with Enter; what else
 * must be confirmed is ticked first.
 */
export function AcceptQuestion({
  confirmations,
  busy,
  again,
  onAccept,
  onRefuse,
  onAgain,
}: AcceptQuestionProps) {
  const { t } = useTranslation()
  const id = useId()
  const others = confirmations.filter((name) => name !== 'photoMatches')
  const [ticked, setTicked] = useState<ReadonlySet<DocumentConfirmation>>(new Set())
  const [missing, setMissing] = useState(false)
  const [refusing, setRefusing] = useState(false)
  const yes = useRef<HTMLButtonElement>(null)
  const idOf = (name: DocumentConfirmation) => `${id}-${name}`
  const first = others[0]
  useEffect(() => {
    if (first === undefined) yes.current?.focus()
    else document.getElementById(`${id}-${first}`)?.focus()
  }, [id, first])

  const tick = (name: DocumentConfirmation, on: boolean) => {
    const now = new Set(ticked)
    if (on) now.add(name)
    else now.delete(name)
    setTicked(now)
    setMissing(false)
    return others.find((each) => !now.has(each))
  }
  const onEnter = (name: DocumentConfirmation) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    const next = tick(name, true)
    if (next === undefined) yes.current?.focus()
    else document.getElementById(idOf(next))?.focus()
  }
  const accept = () => {
    const open = others.find((name) => !ticked.has(name))
    if (open === undefined) return onAccept()
    setMissing(true)
    document.getElementById(idOf(open))?.focus()
  }
  return (
    <>
      {others.map((name) => (
        <FormControlLabel
          key={name}
          sx={{ display: 'flex', mb: 1 }}
          label={t(`identity:confirm.${name}`)}
          control={
            <Checkbox
              id={idOf(name)}
              checked={ticked.has(name)}
              onChange={(event) => tick(name, event.target.checked)}
              slotProps={{
                input: {
                  onKeyDown: onEnter(name),
                  'aria-describedby': missing ? `${id}-missing` : undefined,
                },
              }}
            />
          }
        />
      ))}
      {missing && (
        <FormHelperText id={`${id}-missing`} error role="alert" sx={{ mb: 1 }}>
          {t('refusals:confirmationMissing')}
        </FormHelperText>
      )}
      <Typography variant="h3" id={`${id}-question`}>
        {t('identity:photo.question')}
      </Typography>
      <Typography sx={{ mb: 1 }}>{t('identity:photo.help')}</Typography>
      <Stack
        direction="row"
        role="group"
        aria-labelledby={`${id}-question`}
        sx={{ gap: 1, flexWrap: 'wrap' }}
      >
        <Button
          ref={yes}
          variant="contained"
          loading={busy}
          onClick={accept}
          aria-keyshortcuts="Enter"
          aria-describedby={`${id}-question`}
        >
          {t('identity:photo.yes')}
          <KeyHint keys="Enter" />
        </Button>
        <Button variant="outlined" color="error" disabled={busy} onClick={() => setRefusing(true)}>
          {t('identity:photo.no')}
        </Button>
        <Button disabled={busy} onClick={onAgain}>
          {again}
        </Button>
      </Stack>
      {refusing && <RefuseDialog busy={busy} onCancel={() => setRefusing(false)} onRefuse={onRefuse} />}
    </>
  )
}
