import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { type SubmitEvent, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppointmentPage } from '#shared/contract/appointments'
import { formatPhone, normalisePhone } from '#shared/rules/contacts'
import { useShortcut } from '../../app/shortcuts'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { languageNames } from '../../i18n'
import type { ContactValues } from './booking'
import { ContactFields } from './ContactFields'
import type { VisitContacts } from './contactChange'
import { useChangeForm } from './useChangeForm'

/** Corrects how the visitor is reached and what else was said. Only what is changed is sent. */
export function ChangeDialog({
  page,
  onClose,
}: {
  readonly page: AppointmentPage
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const form = useChangeForm(page, () => {
    announce(t('appointments:change.saved'))
    onClose()
  })
  const discard = useDiscard(form.together.dirty, () => {
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
  const hint = page.visit.contactsHidden ? t('appointments:change.hiddenHint') : undefined
  const shown = (field: keyof ContactValues, values: VisitContacts, column: 'was' | 'mine' | 'theirs') => {
    if (field === 'language') return languageNames[values.language]
    if (field === 'additionalInformation')
      return (
        values.additionalInformation && (
          <span style={{ whiteSpace: 'pre-line' }}>{values.additionalInformation}</span>
        )
      )
    if (values.hidden && column !== 'mine')
      return column === 'was' ? t('appointments:page.hidden') : t('appointments:change.mayHaveChanged')
    if (field === 'email') return values.email
    const phone = normalisePhone(values.phone)
    return phone.ok ? formatPhone(phone.value) : values.phone
  }
  return (
    <Dialog
      open
      onClose={form.busy ? undefined : discard.request}
      aria-labelledby={`${id}-title`}
      fullWidth
      maxWidth="sm"
    >
      <Box
        component="form"
        noValidate
        // The buttons stay in sight while the fields scroll.
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          form.submit()
        }}
      >
        <DialogTitle id={`${id}-title`}>{t('appointments:change.title')}</DialogTitle>
        <DialogContent>
          {form.attempt > 0 && <ErrorSummary items={items} error={form.error} attempt={form.attempt} />}
          <ChangedMeanwhile
            together={form.together}
            by={form.by}
            refused={form.refused}
            label={(field) => t(`appointments:book.${field}`)}
            show={shown}
          />
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
      </Box>
      {discard.dialog}
    </Dialog>
  )
}
