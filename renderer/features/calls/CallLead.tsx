import NightsStayIcon from '@mui/icons-material/NightsStayOutlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { CallView } from '#shared/contract/calls'
import { facts } from '#shared/rules/facts'
import { Mark } from '../../components/Mark'
import { useServiceNow } from '../system/serviceNow'
import { useWhen } from '../system/useWhen'
import { useElapsed } from './useElapsed'

/** Minutes before closing from which it is said how many are left. */
const soon = 15

/** Of a live call: how long it has lasted, whether its line is open and until when, and that it is recorded. */
export function CallLead({ call }: { readonly call: CallView }) {
  const { t } = useTranslation()
  const elapsed = useElapsed(call)
  const { phoneLine, asOy } = facts.contactPoints
  const phone = call.line === 'asoy' ? asOy.phone : phoneLine.phone
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, mt: 0.5 }}>
        <Typography sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
          {t('calls:lasted', { elapsed })}
        </Typography>
        <Typography>{`${t(`calls:line.${call.line}`)} ${phone}`}</Typography>
        <LineNow line={call.line} />
        {call.outsideHours && <Mark tone="info" icon={<NightsStayIcon />} label={t('calls:outsideHours')} />}
      </Box>
      {phoneLine.callsRecorded && (
        <Typography variant="body2" color="text.secondary">
          {t('calls:recorded')}
        </Typography>
      )}
    </>
  )
}

/** Whether a line is open now, and how soon it closes. */
function LineNow({ line }: Pick<CallView, 'line'>) {
  const { t } = useTranslation()
  const when = useWhen()
  const service = useServiceNow()
  if (service === undefined) return null
  const { now, state } = service
  const { until, opensAt } = line === 'asoy' ? state.asOy : state.phoneLine
  if (until === null)
    return (
      <Typography>
        {opensAt === null ? t('calls:hours.closed') : t('calls:hours.opens', { when: when(opensAt, now) })}
      </Typography>
    )
  const count = Math.ceil((until.getTime() - now.getTime()) / 60_000)
  return (
    <Typography sx={{ fontWeight: count <= soon ? 600 : 400 }}>
      {count <= soon
        ? t('calls:hours.closesIn', { count, when: when(until, now) })
        : t('calls:hours.closes', { when: when(until, now) })}
    </Typography>
  )
}
