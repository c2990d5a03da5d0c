import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { ContactFields } from './ContactFields'
import { useChangeForm } from './useChangeForm'

/** Corrects how the visitor is reached and what else was said. Only what is changed is sent. */
export function ChangeDialog({
  visit,
  onClose,
}: {
  readonly visit: VisitView
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const form = useChangeForm(visit, () => {
    announce(t('appointments:change.saved'))
    onClose()
  })
  const discard = useDiscard(form.dirty, () => {
    form.throwAway()
    onClose()
  })
  useShortcut('ctrl+enter', form.submit, { inDialog: true })
  const problem = (field: 'phone' | 'email') => {
    const name = form.problems[field]
    return name === undefined ? undefined : t(`refusals:${name}`)
  }
  const items = (['phone', 'email'] as const).flatMap((field) => {
    const wrong = problem(field)
    return wrong === undefined
      ? []
      : [{ id: `${id}-${field}`, text: `${t(`appointments:book.${field}`)}: ${wrong}` }]
  })
  const hint = visit.contactsHidden ? t('appointments:change.hiddenHint') : undefined
  return (
    <Dialog
      open
      onClose={form.busy ? undefined : discard.request}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="sm"
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <DialogTitle id={`${id}-title`}>{t('appointments:change.title')}</DialogTitle>
        <DialogContent>
          {form.meanwhile ? (
            <Alert severity="warning" sx={{ mb: 2 }}>
              {t('appointments:change.meanwhile')}
            </Alert>
          ) : (
            form.attempt > 0 && <ErrorSummary items={items} error={form.error} attempt={form.attempt} />
          )}
          <ContactFields
            id={id}
            values={form.values}
            problems={{ phone: problem('phone'), email: problem('email') }}
            hint={hint}
            emailHint={hint}
            onSet={form.set}
            onLeave={form.check}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={discard.request} disabled={form.busy}>
            {t('common:action.cancel')}
            <KeyHint keys="Esc" />
          </Button>
          <Button type="submit" variant="contained" loading={form.busy} aria-keyshortcuts="Control+Enter">
            {t('common:action.save')}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
        </DialogActions>
      </form>
      {discard.dialog}
    </Dialog>
  )
}
