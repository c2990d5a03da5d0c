import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { ErrorText } from '../../components/ErrorText'
import { FormButtons } from '../../components/FormButtons'
import { SelectInput, TextInput } from '../../components/FormField'
import { Section } from '../../components/Section'
import { useTakesFocus } from '../../components/useTakesFocus'
import { LeaseSelect } from '../residents/LeaseSelect'
import { DefectDetails } from './DefectDetails'
import { DefectNow } from './DefectNow'
import { kinds, places } from './kinds'
import type { Answered } from './useDefectChanged'
import { type ByCall, idOf, useDefectForm } from './useDefectForm'

interface DefectFormProps {
  readonly person: ResidentPage
  /** The live call that it comes by; null at the counter or by e-mail. */
  readonly call: ByCall | null
  readonly onReported: (answered: Answered, endsCall: boolean) => void
  readonly onLeave: () => void
}

/** A defect: first what is said of it, which tells its kind, and at once whom to call or by when it is mended. */
export function DefectForm({ person, call, onReported, onLeave }: DefectFormProps) {
  const { t } = useTranslation()
  const form = useDefectForm(person, call, onReported)
  const description = useTakesFocus<HTMLInputElement>()
  const { values, set, now } = form
  const discard = useDiscard(form.dirty, () => {
    form.throwAway()
    onLeave()
  })
  const main = () => form.submit(call !== null)
  useShortcut('escape', discard.request)
  useShortcut('ctrl+enter', main)
  const urgent = now?.urgency === 'urgent'
  const send =
    call === null
      ? urgent
        ? t('defects:form.toldAndSend')
        : t('defects:form.send')
      : urgent
        ? t('defects:form.toldAndEnd')
        : t('defects:form.sendAndEnd')
  return (
    <Section title={t('defects:form.title')}>
      <Box
        component="form"
        noValidate
        // What has the focus is not behind the buttons.
        sx={{ '& input, & textarea, & select, & a': { scrollMarginBottom: 112 } }}
        aria-label={t('defects:form.title')}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault()
          main()
        }}
      >
        <ErrorText error={form.form.error} onRetry={() => void form.form.refetch()} />
        <ErrorSummary items={form.items} error={form.error} attempt={form.attempt} />
        <LeaseSelect
          id={idOf('lease')}
          label={t('defects:form.lease')}
          leases={person.leases}
          value={values.leaseNo}
          onChoose={(leaseNo) => set({ leaseNo, sameAsId: '' })}
        />
        <TextInput
          ref={description}
          id={idOf('description')}
          label={t('defects:form.description')}
          hint={t('defects:form.descriptionHint')}
          error={form.problem('description')}
          multiline
          minRows={2}
          maxRows={6}
          maxLength={4000}
          value={values.description}
          onChange={({ target }) => set({ description: target.value })}
        />
        <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', md: '1.4fr 1fr' }, columnGap: 2 }}>
          <SelectInput
            id={idOf('kind')}
            label={form.suggested ? t('defects:form.kindSuggested') : t('defects:form.kind')}
            error={form.problem('kind')}
            value={form.kind}
            onChange={({ target }) =>
              set({ kind: kinds.find((each) => each === target.value) ?? '', sameAsId: '' })
            }
            options={[
              { value: '', text: t('defects:form.chooseKind') },
              ...kinds.map((value) => ({ value, text: t(`defects:kind.${value}`) })),
            ]}
          />
          <SelectInput
            id={idOf('place')}
            label={t('defects:form.place')}
            value={form.place}
            onChange={({ target }) => set({ place: places.find((each) => each === target.value) ?? '' })}
            options={places.map((value) => ({ value, text: t(`defects:place.${value}`) }))}
          />
        </Box>
        <DefectNow form={form} />
        <DefectDetails form={form} byCall={call !== null} />
        <FormButtons
          inSight
          save={send}
          busy={form.busy}
          onCancel={discard.request}
          between={
            call !== null && (
              <Button variant="outlined" disabled={form.busy} onClick={() => form.submit(false)}>
                {t('defects:form.sendAndGoOn')}
              </Button>
            )
          }
        />
      </Box>
      {discard.dialog}
    </Section>
  )
}
