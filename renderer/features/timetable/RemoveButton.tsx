import DeleteIcon from '@mui/icons-material/DeleteOutlined'
import IconButton from '@mui/material/IconButton'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment, TimetableChange } from '#shared/contract/timetable'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { StrandedDialog } from './StrandedDialog'
import { useTimetableChange } from './useTimetableChange'

interface RemoveButtonProps {
  readonly label: string
  readonly question: string
  readonly version: number
  readonly change: TimetableChange
  readonly stranded: readonly StrandedAppointment[]
  /** The element that has the focus afterwards: this button goes with what it removes. */
  readonly focusAfter: string
  /** What went wrong, or null once it is being tried again. */
  readonly onError: (error: unknown) => void
}

/** Takes a week or an exceptional day away, after asking. */
export function RemoveButton(props: RemoveButtonProps) {
  const { label, question, version, change, stranded, focusAfter, onError } = props
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const removal = useTimetableChange({
    known: stranded,
    onSaved: () => {
      setAsking(false)
      setTimeout(() => document.getElementById(focusAfter)?.focus())
    },
  })
  const { error, asked } = removal
  useEffect(() => {
    onError(error)
    if (error !== null) setAsking(false)
  }, [error, onError])
  return (
    <>
      <IconButton aria-label={label} onClick={() => setAsking(true)}>
        <DeleteIcon fontSize="small" />
      </IconButton>
      <ConfirmDialog
        open={asking && asked === null}
        title={question}
        confirm={t('timetable:action.remove')}
        danger
        busy={removal.busy}
        onConfirm={() => removal.submit(version, change)}
        onCancel={() => setAsking(false)}
      />
      {asked && (
        <StrandedDialog
          stranded={asked}
          busy={removal.saving}
          onConfirm={removal.confirm}
          onCancel={() => {
            removal.giveUp()
            setAsking(false)
          }}
        />
      )}
    </>
  )
}
