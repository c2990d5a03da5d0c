import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { Controller, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Role } from '#shared/contract/base'
import { errorName } from '../../app/errors'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { FieldGroup, TextInput } from '../../components/FormField'

/** The roles in the order in which they are offered; the contract's own list would bring its schemas along. */
export const offeredRoles = [
  'counter',
  'phone',
  'asoy',
  'lead',
  'administrator',
] as const satisfies readonly Role[]

export interface MemberInput {
  readonly name: string
  readonly username: string
  readonly roles: readonly Role[]
}

interface MemberFormProps {
  readonly title: string
  readonly submit: string
  readonly initial: MemberInput
  /** A username is given once and stays. */
  readonly usernameFixed: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly onSubmit: (input: MemberInput) => void
  readonly onClose: () => void
}

// The buttons stay in sight while the fields scroll.
const scrolling = { display: 'flex', flexDirection: 'column', minHeight: 0 } as const

const fields = ['name', 'username', 'roles'] as const

/** A person's name, username and roles, for adding and for changing. */
export function MemberForm(props: MemberFormProps) {
  const { title, submit, initial, usernameFixed, busy, error, onSubmit, onClose } = props
  const { t } = useTranslation()
  const form = useForm({ mode: 'onBlur', defaultValues: { ...initial, roles: [...initial.roles] } })
  const { errors, submitCount, isDirty } = form.formState
  const discard = useDiscard(isDirty, onClose)
  const save = form.handleSubmit(onSubmit)
  useShortcut('ctrl+enter', () => void save(), { inDialog: true })

  const refused = error === null ? null : errorName(error)
  const problem = (field: (typeof fields)[number]) => {
    if (errors[field] !== undefined) {
      return field === 'roles' ? t('staff:form.rolesMissing') : t('common:fieldProblem.required')
    }
    return refused?.field === field ? t(`refusals:${refused.name}`) : undefined
  }
  const wrong = submitCount === 0 ? [] : fields.filter((field) => problem(field) !== undefined)
  const items = wrong.map((field) => ({
    id: `member-${field}`,
    text: `${t(`staff:form.${field}`)}: ${problem(field)}`,
  }))
  const filled = (text: string) => text.trim() !== ''

  return (
    <Dialog open onClose={discard.request} aria-labelledby="member-title" fullWidth maxWidth="sm">
      <Box component="form" noValidate onSubmit={(event) => void save(event)} sx={scrolling}>
        <DialogTitle id="member-title">{title}</DialogTitle>
        <DialogContent>
          <ErrorSummary items={items} error={error} attempt={submitCount} />
          <TextInput
            {...form.register('name', { validate: filled })}
            id="member-name"
            label={t('staff:form.name')}
            maxLength={120}
            autoFocus
            autoComplete="off"
            error={problem('name')}
          />
          {!usernameFixed && (
            <TextInput
              {...form.register('username', { validate: filled })}
              id="member-username"
              label={t('staff:form.username')}
              hint={t('staff:form.usernameHint')}
              maxLength={60}
              autoComplete="off"
              error={problem('username')}
            />
          )}
          <Controller
            control={form.control}
            name="roles"
            rules={{ validate: (roles) => roles.length > 0 }}
            render={({ field: { value, onChange } }) => (
              <FieldGroup id="member-roles" label={t('staff:form.roles')} error={problem('roles')}>
                {offeredRoles.map((role) => (
                  <FormControlLabel
                    key={role}
                    sx={{ alignItems: 'flex-start', mb: 0.5 }}
                    control={
                      <Checkbox
                        sx={{ py: 0 }}
                        slotProps={{
                          input: {
                            'aria-labelledby': `role-${role}`,
                            'aria-describedby': `role-${role}-hint`,
                          },
                        }}
                        checked={value.includes(role)}
                        onChange={(_, on) =>
                          onChange(offeredRoles.filter((each) => (each === role ? on : value.includes(each))))
                        }
                      />
                    }
                    label={
                      <>
                        <span id={`role-${role}`}>{t(`staff:role.${role}`)}</span>
                        <Typography id={`role-${role}-hint`} variant="body2" color="textSecondary">
                          {t(`staff:roleHint.${role}`)}
                        </Typography>
                      </>
                    }
                  />
                ))}
              </FieldGroup>
            )}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={discard.request}>{t('common:action.cancel')}</Button>
          <Button type="submit" variant="contained" loading={busy}>
            {submit}
          </Button>
        </DialogActions>
      </Box>
      {discard.dialog}
    </Dialog>
  )
}
