import AddIcon from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControl from '@mui/material/FormControl'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import Link from '@mui/material/Link'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldFrame, FieldGroup, TextInput } from '../../components/FormField'
import { ResidentPicker } from '../residents/ResidentPicker'
import { granteeField } from './mandateForm'
import { type GranteeValues, newGrantee } from './mandateValues'
import type { MandateFormState } from './useMandateForm'

const mostGrantees = 10
const pair = { display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, columnGap: 2 } as const

/** Those whom the power names, a row each: a resident who is found, or somebody by name and birth date. */
export function GranteeRows({ form }: { readonly form: MandateFormState }) {
  const { t } = useTranslation()
  const { grantees } = form.values
  const add = () => {
    const key = Math.max(-1, ...grantees.map((each) => each.key)) + 1
    form.set({ grantees: [...grantees, newGrantee(key)] })
    setTimeout(() => document.getElementById(form.idOf(granteeField(key, 'firstNames')))?.focus())
  }
  const remove = (key: number) => {
    form.set({ grantees: grantees.filter((each) => each.key !== key) })
    setTimeout(() => document.getElementById(form.idOf('addGrantee'))?.focus())
  }
  return (
    <FieldGroup
      id={form.idOf('grantees')}
      label={t('mandates:field.grantees')}
      hint={t('mandates:form.granteesHint')}
      error={form.problem('grantees')}
    >
      {grantees.map((grantee, at) => (
        <GranteeRow
          key={grantee.key}
          form={form}
          grantee={grantee}
          number={grantees.length > 1 ? at + 1 : null}
          onRemove={grantees.length > 1 ? () => remove(grantee.key) : null}
        />
      ))}
      {grantees.length < mostGrantees && (
        <Box>
          <Button id={form.idOf('addGrantee')} startIcon={<AddIcon />} onClick={add}>
            {t('mandates:form.addGrantee')}
          </Button>
        </Box>
      )}
    </FieldGroup>
  )
}

interface GranteeRowProps {
  readonly form: MandateFormState
  readonly grantee: GranteeValues
  /** Null for the only one. */
  readonly number: number | null
  readonly onRemove: (() => void) | null
}

function GranteeRow({ form, grantee, number, onRemove }: GranteeRowProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const { key, resident } = grantee
  const at = (field: string) => granteeField(key, field)
  const text = (field: 'firstNames' | 'lastName' | 'phone' | 'email') => ({
    id: form.idOf(at(field)),
    label: t(`mandates:form.${field}`),
    value: grantee[field],
    error: form.problem(at(field)),
    autoComplete: 'off',
    onBlur: () => grantee[field] !== '' && form.leave(at(field)),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      form.setGrantee(key, { [field]: event.target.value }),
  })
  const residentId = form.idOf(at('resident'))
  const choose = (chosen: GranteeValues['resident']) => {
    setSearch('')
    form.setGrantee(key, { resident: chosen })
    setTimeout(() => document.getElementById(chosen ? `${residentId}-change` : residentId)?.focus())
  }
  return (
    <Box
      role="group"
      aria-label={t('mandates:form.granteeNo', { number: number ?? 1 })}
      sx={{ pl: 2, mt: 1, mb: 1, borderLeft: 3, borderColor: 'divider' }}
    >
      {number !== null && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <strong>{t('mandates:form.granteeNo', { number })}</strong>
          {onRemove && (
            <Button size="small" onClick={onRemove} aria-label={t('mandates:form.removeGrantee', { number })}>
              {t('mandates:form.remove')}
            </Button>
          )}
        </Box>
      )}
      {resident ? (
        <FormControl fullWidth error={form.problem(at('resident')) !== undefined} sx={{ mb: 2 }}>
          <FormLabel component="span" sx={{ mb: 0.5 }}>
            {t('mandates:form.residentChosen')}
          </FormLabel>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
            <Link href={`#/residents/${resident.id}`}>{resident.name}</Link>
            <Button id={`${residentId}-change`} size="small" variant="outlined" onClick={() => choose(null)}>
              {t('mandates:form.changeResident')}
            </Button>
          </Box>
          {form.problem(at('resident')) && (
            <FormHelperText id={residentId} tabIndex={-1} sx={{ mx: 0 }}>
              {form.problem(at('resident'))}
            </FormHelperText>
          )}
        </FormControl>
      ) : (
        <>
          <ResidentPicker
            id={residentId}
            label={t('mandates:form.findResident')}
            hint={t('mandates:form.findHint')}
            optional
            text={search}
            error={form.problem(at('resident'))}
            onType={setSearch}
            onChoose={choose}
          />
          <Box sx={pair}>
            <TextInput {...text('firstNames')} maxLength={200} />
            <TextInput {...text('lastName')} maxLength={120} />
          </Box>
          <TextInput
            id={form.idOf(at('born'))}
            label={t('mandates:form.born')}
            hint={t('mandates:form.bornHint')}
            value={form.bornOf(grantee)}
            error={form.problem(at('born'))}
            autoComplete="off"
            maxLength={11}
            width={200}
            onBlur={() => form.leaveBorn(grantee)}
            onChange={(event) => form.typeBorn(key, event.target.value)}
          />
        </>
      )}
      <Box sx={pair}>
        <TextInput {...text('phone')} inputMode="tel" maxLength={40} optional />
        <TextInput {...text('email')} inputMode="email" maxLength={254} optional />
      </Box>
    </Box>
  )
}

/** Residents who gave the power of an estate beside the tenant whose estate it is. */
export function OtherGrantors({ form }: { readonly form: MandateFormState }) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const { otherGrantors } = form.values
  const id = form.idOf('otherGrantors')
  return (
    <>
      <ResidentPicker
        id={id}
        label={t('mandates:form.otherGrantors')}
        hint={t('mandates:form.otherGrantorsHint')}
        optional
        text={search}
        error={form.problem('otherGrantors')}
        onType={setSearch}
        onChoose={(chosen) => {
          setSearch('')
          if (!otherGrantors.some((each) => each.id === chosen.id))
            form.set({ otherGrantors: [...otherGrantors, chosen] })
        }}
      />
      {otherGrantors.length > 0 && (
        <FieldFrame id={`${id}-chosen`} label={t('mandates:form.otherGrantorsChosen')}>
          <Box component="ul" id={`${id}-chosen`} sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {otherGrantors.map((each) => (
              <Box component="li" key={each.id} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
                <Link href={`#/residents/${each.id}`}>{each.name}</Link>
                <Button
                  size="small"
                  aria-label={t('mandates:form.removeNamed', { name: each.name })}
                  onClick={() => {
                    form.set({ otherGrantors: otherGrantors.filter(({ id: one }) => one !== each.id) })
                    document.getElementById(id)?.focus()
                  }}
                >
                  {t('mandates:form.remove')}
                </Button>
              </Box>
            ))}
          </Box>
        </FieldFrame>
      )}
    </>
  )
}
