import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary, type SummaryItem } from '../../components/ErrorSummary'
import { KeyHint } from '../../components/KeyHint'
import { StrandedDialog } from './StrandedDialog'
import type { useTimetableChange } from './useTimetableChange'

interface ChangeFormProps {
  readonly label: string
  readonly change: ReturnType<typeof useTimetableChange>
  /** What must be corrected; empty before the first try. */
  readonly items: readonly SummaryItem[]
  readonly attempt: number
  /** What somebody else changed while this was open, and whether there is any of it. */
  readonly meanwhile: ReactNode
  readonly toldMeanwhile: boolean
  readonly dirty: boolean
  readonly onSubmit: () => void
  /** Closes the form and throws away what was typed. */
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A form that changes the timetable: Ctrl+Enter saves, Esc asks, and what the change would strand is asked about. */
export function ChangeForm(props: ChangeFormProps) {
  const { label, change, items, attempt, meanwhile, toldMeanwhile, dirty, onSubmit, onClose, children } =
    props
  const { t } = useTranslation()
  const discard = useDiscard(dirty, onClose)
  // Several forms can be open, so a key is for the one that it is pressed in.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit()
    else if (event.key === 'Escape') discard.request()
    else return
    event.preventDefault()
  }
  return (
    <>
      <Box
        component="form"
        noValidate
        aria-label={label}
        onKeyDown={onKeyDown}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <ErrorSummary
          items={items}
          error={change.refused && toldMeanwhile ? null : change.error}
          attempt={attempt}
        />
        {meanwhile}
        {children}
        <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
          <Button
            type="submit"
            variant="contained"
            loading={change.busy && change.asked === null}
            aria-keyshortcuts="Control+Enter"
          >
            {t('common:action.save')}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
          <Button onClick={discard.request} aria-keyshortcuts="Escape">
            {t('common:action.cancel')}
            <KeyHint keys="Esc" />
          </Button>
        </Box>
      </Box>
      {discard.dialog}
      {change.asked && (
        <StrandedDialog
          stranded={change.asked}
          busy={change.saving}
          onConfirm={change.confirm}
          onCancel={change.giveUp}
        />
      )}
    </>
  )
}
