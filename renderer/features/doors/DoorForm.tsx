import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import { useShortcut } from '../../app/shortcuts'
import { ErrorSummary } from '../../components/ErrorSummary'
import { ErrorText } from '../../components/ErrorText'
import { FormButtons } from '../../components/FormButtons'
import { TextInput } from '../../components/FormField'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { useTakesFocus } from '../../components/useTakesFocus'
import type { ByCall } from '../defects/useDefectForm'
import { LeaseSelect } from '../residents/LeaseSelect'
import { useWhen } from '../system/useWhen'
import type { Answered } from './useDoorChanged'
import { type DoorFormState, idOf, useDoorForm } from './useDoorForm'
import { useFeeWords } from './useFeeWords'

interface DoorFormProps {
  readonly person: ResidentPage
  /** The live call that it comes by; null at the counter. */
  readonly call: ByCall | null
  readonly onOrdered: (answered: Answered, endsCall: boolean) => void
  readonly onLeave: () => void
}

/** A door opening: whether they may, what to tell, what it costs, and whom to send. */
export function DoorForm({ person, call, onOrdered, onLeave }: DoorFormProps) {
  const { t } = useTranslation()
  const form = useDoorForm(person, call, onOrdered)
  const { values, set, data } = form
  const may = data?.refused === null
  const main = () => form.submit(call !== null)
  useShortcut('escape', onLeave)
  useShortcut('ctrl+enter', main)
  return (
    <Section title={t('doors:form.title')}>
      <Box
        component="form"
        noValidate
        // What has the focus is not behind the buttons.
        sx={{ '& input, & textarea, & select, & a': { scrollMarginBottom: 112 } }}
        aria-label={t('doors:form.title')}
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
          onChoose={(leaseNo) => set({ leaseNo })}
        />
        {data === undefined ? (
          !form.form.isError && <LinesSkeleton lines={5} />
        ) : data.refused !== null ? (
          <Alert severity="error" sx={{ mb: 2 }}>
            {t(`refusals:${data.refused}`)}
          </Alert>
        ) : (
          <Order form={form} call={call} person={person} />
        )}
        <FormButtons
          inSight
          save={may ? (call === null ? t('doors:form.order') : t('doors:form.orderAndEnd')) : null}
          busy={form.busy}
          onCancel={onLeave}
          between={
            may &&
            call !== null && (
              <Button variant="outlined" disabled={form.busy} onClick={() => form.submit(false)}>
                {t('doors:form.orderAndGoOn')}
              </Button>
            )
          }
        />
      </Box>
    </Section>
  )
}

interface OrderProps {
  readonly form: DoorFormState
  readonly call: ByCall | null
  readonly person: ResidentPage
}

function Order({ form, call, person }: OrderProps) {
  const { t } = useTranslation()
  const when = useWhen()
  const fee = useFeeWords()
  const first = useTakesFocus<HTMLInputElement>()
  const { values, set, data } = form
  if (data === undefined) return null
  const { dispatch } = data
  return (
    <>
      {data.onItsWay !== null && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('doors:form.onItsWay')} <Link href={`#/doors/${data.onItsWay}`}>{t('doors:form.openIt')}</Link>
        </Alert>
      )}
      <Alert severity="info" role="note" sx={{ mb: 2 }}>
        <AlertTitle sx={{ fontSize: 18 }}>{t('doors:form.dispatch', { number: dispatch.phone })}</AlertTitle>
        {dispatch.until !== null &&
          t(`defects:now.until.${dispatch.because}`, { when: when(dispatch.until, data.now) })}{' '}
        {t('doors:form.usual', { count: data.usualMinutes })}
      </Alert>
      {call === null && (
        <Typography sx={{ mb: 1 }}>
          {data.identifiedToday ? (
            t('requests:who.identified')
          ) : (
            <>
              {t('doors:form.identify')}{' '}
              <Link href={`#/residents/${person.id}/identify`}>{t('requests:who.identify')}</Link>
            </>
          )}
        </Typography>
      )}
      <Box
        id={idOf('told')}
        tabIndex={-1}
        // The outline of the focus goes round the box, and must not cover the first letter.
        sx={{ '& .MuiFormControlLabel-label': { pl: 1 } }}
      >
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              slotProps={{ input: { ref: first } }}
              checked={values.photoIdTold}
              onChange={(_, photoIdTold) => set({ photoIdTold })}
            />
          }
          label={t('doors:form.photoId')}
        />
      </Box>
      <Box id={idOf('fee')} tabIndex={-1} sx={{ mb: 2, '& .MuiFormControlLabel-label': { pl: 1 } }}>
        <Typography sx={{ fontWeight: 600 }}>{fee.now(data.fee)}</Typography>
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={values.feeAccepted}
              onChange={(_, feeAccepted) => set({ feeAccepted })}
            />
          }
          label={data.fee.cents === null ? t('doors:form.acceptUnknown') : t('doors:form.accept')}
        />
      </Box>
      <TextInput
        id={idOf('phone')}
        label={t('defects:form.phone')}
        optional
        error={form.problem('phone')}
        maxLength={40}
        inputMode="tel"
        width={320}
        value={values.phone}
        onChange={({ target }) => set({ phone: target.value })}
      />
      <TextInput
        id={idOf('note')}
        label={t('doors:form.note')}
        optional
        maxLength={300}
        value={values.note}
        onChange={({ target }) => set({ note: target.value })}
      />
    </>
  )
}
