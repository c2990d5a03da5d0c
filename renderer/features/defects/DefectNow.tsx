import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { SelectInput } from '../../components/FormField'
import { useWhen } from '../system/useWhen'
import { DueBecause } from '../tasks/DueBecause'
import { referenceText } from './kinds'
import { type DefectFormState, idOf } from './useDefectForm'

/** What the kind means for this home now: whom to call, or where it goes and by when; and what is open already. */
export function DefectNow({ form }: { readonly form: DefectFormState }) {
  const { t } = useTranslation()
  const when = useWhen()
  const { now, form: read } = form
  const { data } = read
  if (now === null || data === undefined) return null
  const { urgent } = data
  return (
    <Box aria-live="polite">
      {now.urgency === 'urgent' ? (
        <Alert severity="error" role="note" sx={{ mb: 2 }}>
          <AlertTitle sx={{ fontSize: 18 }}>{t('defects:now.urgent', { number: urgent.phone })}</AlertTitle>
          {urgent.until !== null &&
            t(`defects:now.until.${urgent.because}`, { when: when(urgent.until, data.now) })}
        </Alert>
      ) : (
        <Alert severity="info" role="note" sx={{ mb: 2 }}>
          <AlertTitle>{t(`defects:goesToLong.${now.goesTo}`, { name: now.goesToName })}</AlertTitle>
          <DueBecause dueAt={now.dueAt} because={now.because} />
        </Alert>
      )}
      {now.urgency === 'urgent' && now.goesTo !== 'maintenance' && (
        <Alert severity="info" role="note" sx={{ mb: 2 }}>
          {t(`defects:goesToLong.${now.goesTo}`, { name: now.goesToName })}
        </Alert>
      )}
      {data.asOy && now.asOyOwner === null && (
        <Alert severity="warning" role="note" sx={{ mb: 2 }}>
          {t('defects:now.asOyUnknown')}
        </Alert>
      )}
      {now.urgency !== 'urgent' && !now.hasAddress && now.goesTo !== 'resident' && (
        <Alert severity="warning" role="note" sx={{ mb: 2 }}>
          {t('defects:now.noAddress')}
        </Alert>
      )}
      <Similar form={form} />
    </Box>
  )
}

/** Open defects of the same kind in the building, to be joined with. */
function Similar({ form }: { readonly form: DefectFormState }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { similar, values, set } = form
  if (similar.length === 0) return null
  return (
    <SelectInput
      id={idOf('same')}
      label={t('defects:form.same', { count: similar.length })}
      error={form.problem('same')}
      value={values.sameAsId}
      onChange={({ target }) => set({ sameAsId: target.value })}
      options={[
        { value: '', text: t('defects:form.notSame') },
        ...similar.map((each) => ({
          value: each.id,
          text: [
            referenceText(each.reference),
            format.dateTime(each.reportedAt),
            t(`defects:place.${each.place}`),
            t(`defects:state.${each.state}`),
            each.sameHome && t('defects:sameHome'),
          ]
            .filter(Boolean)
            .join(', '),
        })),
      ]}
    />
  )
}
