import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#shared/contract/base'
import { errorName, isNamed } from '../../app/errors'
import { useShortcut } from '../../app/shortcuts'
import { ChangedMeanwhile } from '../../components/ChangedMeanwhile'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { FieldGroup, TextInput } from '../../components/FormField'
import type { Comparing, Kept } from '../../components/threeWay'
import { useLeft } from '../../components/useLeft'
import { useTogether } from '../../components/useTogether'

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
  /** What is there now: of a person who is changed, also what somebody else has made of them meanwhile. */
  readonly now: MemberInput
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
type Field = (typeof fields)[number]

const inOrder = (roles: readonly Role[]) => offeredRoles.filter((role) => roles.includes(role))

const comparing: Comparing<MemberInput, Field> = {
  fields,
  same: (field, a, b) =>
    field === 'roles'
      ? inOrder(a.roles).join() === inOrder(b.roles).join()
      : a[field].trim() === b[field].trim(),
}

/** A person's name, username and roles, for adding and for changing. */
export function MemberForm(props: MemberFormProps) {
  const { title, submit, now, usernameFixed, busy, error, onSubmit, onClose } = props
  const { t } = useTranslation()
  const [opened] = useState(now)
  const [kept, keep] = useState<Kept<MemberInput> | null>(null)
  const together = useTogether({
    kept,
    keep,
    opened: { base: opened, values: opened },
    now,
    comparing,
    saving: busy,
  })
  const { values } = together
  const discard = useDiscard(together.dirty, onClose)

  const isMissing = (field: Field) =>
    field === 'roles' ? values.roles.length === 0 : values[field].trim() === ''
  const missing = (field: Field) =>
    field === 'roles' ? t('staff:form.rolesMissing') : t('common:fieldProblem.required')
  const item = (field: Field, wrong: string) => ({
    id: `member-${field}`,
    text: `${t(`staff:form.${field}`)}: ${wrong}`,
  })
  const form = useLeft(fields.filter(isMissing).map((field) => item(field, missing(field))))
  const save = () => {
    if (!busy && form.tried() && together.settled()) onSubmit({ ...values, roles: inOrder(values.roles) })
  }
  useShortcut('ctrl+enter', save, { inDialog: true })

  const changed = isNamed(error, 'CHANGED_MEANWHILE')
  const refused = error === null ? null : errorName(error)
  const refusedField = fields.find((field) => field === refused?.field)
  const problem = (field: Field) => {
    if (isMissing(field) && form.isLeft(`member-${field}`)) return missing(field)
    return field === refusedField ? t(`refusals:${refused?.name}`) : undefined
  }
  const items = refusedField === undefined ? form.items : [item(refusedField, t(`refusals:${refused?.name}`))]
  const text = (field: 'name' | 'username') => ({
    id: `member-${field}`,
    label: t(`staff:form.${field}`),
    value: values[field],
    autoComplete: 'off',
    error: problem(field),
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      together.set({ [field]: target.value }),
    onBlur: () => form.leave(`member-${field}`),
  })
  const rolesText = (roles: readonly Role[]) =>
    inOrder(roles)
      .map((role) => t(`staff:role.${role}`))
      .join(', ')

  return (
    <Dialog open onClose={discard.request} aria-labelledby="member-title" fullWidth maxWidth="sm">
      <Box
        component="form"
        noValidate
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          save()
        }}
        sx={scrolling}
      >
        <DialogTitle id="member-title">{title}</DialogTitle>
        <DialogContent>
          <ErrorSummary
            items={items}
            error={changed && together.shown ? null : error}
            attempt={form.attempt}
          />
          <ChangedMeanwhile
            together={together}
            refused={changed}
            label={(field) => t(`staff:form.${field}`)}
            show={(field, of) => (field === 'roles' ? rolesText(of.roles) : of[field])}
          />
          <TextInput {...text('name')} maxLength={120} autoFocus />
          {!usernameFixed && (
            <TextInput {...text('username')} hint={t('staff:form.usernameHint')} maxLength={60} />
          )}
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
                    checked={values.roles.includes(role)}
                    onChange={(_, on) =>
                      together.set({
                        roles: offeredRoles.filter((each) =>
                          each === role ? on : values.roles.includes(each),
                        ),
                      })
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
