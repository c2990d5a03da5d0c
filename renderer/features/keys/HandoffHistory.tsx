import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { HandoffPage } from '#shared/contract/keyHandoffViews'
import { useFormat } from '../../app/format'
import { Section } from '../../components/Section'
import { textIn } from '../residents/eventDetail'
import { useReportWords } from './useReportWords'

interface HandoffProps {
  readonly handoff: HandoffPage
}

/** What was reported of a hand-off, row by row, with what is to be said of each. */
export function Reported({ handoff }: HandoffProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useReportWords()
  if (handoff.reported.length === 0) return null
  /** Of a pick-up it is said who came for the keys, not that they came. */
  const collected = (result: HandoffPage['reported'][number]['result']) =>
    result === 'withBlc' ? t('keys:report.withBlc.pickup') : t(`keys:keyState.pickup.${result}`)
  return (
    <Section title={t('keys:handoff.reported')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {handoff.reported.map((row) => (
          <Box component="li" key={row.rowId} sx={{ py: 0.25 }}>
            {[
              format.day(row.happenedOn),
              words.key(row),
              handoff.direction === 'return' ? words.result(row.result) : collected(row.result),
              row.problem && t(`keys:rowProblem.${row.problem}`),
              row.note,
            ]
              .filter(Boolean)
              .join(' · ')}
            <Typography variant="body2" color="text.secondary">
              {t('keys:handoff.reportedBy', {
                source: t(`keys:source.${row.source}`),
                when: format.dateTime(row.at),
                by: row.by,
              })}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  )
}

/** Everything that was done with a hand-off, the newest first. */
export function HandoffHistory({ handoff }: HandoffProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('keys:handoff.history')}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {handoff.history.map(({ at, by, what, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two of the same moment may be alike in everything
          <Box component="li" key={index} sx={{ py: 0.25 }}>
            {[
              t(`keys:event.${what}`),
              what === 'told' && textIn(detail, 'kind') !== '' && t(`outbox:kind.${textIn(detail, 'kind')}`),
              what === 'caseChoice' &&
                textIn(detail, 'choice') !== '' &&
                t(`keys:choice.${textIn(detail, 'choice')}`),
              what === 'caseClosed' &&
                textIn(detail, 'outcome') !== '' &&
                t(`keys:outcome.${textIn(detail, 'outcome')}`),
              textIn(detail, 'note'),
            ]
              .filter(Boolean)
              .join(': ')}
            <Typography variant="body2" color="text.secondary">
              {`${format.dateTime(at)}, ${by ?? t('keys:handoff.byItself')}`}
            </Typography>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
