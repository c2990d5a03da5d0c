import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { DefectPage } from '#shared/contract/defects'
import { useFormat } from '../../app/format'
import { Section } from '../../components/Section'

/** What was done with a defect, the latest first. */
export function DefectHistory({ defect }: { readonly defect: DefectPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Section title={t('defects:page.history')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {defect.events.toReversed().map(({ at, by, what, detail }, index) => {
          const { note } = detail
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: nothing is ever taken out of a history
            <Box component="li" key={index} sx={{ py: 0.25, overflowWrap: 'anywhere' }}>
              {`${format.dateTime(at)} · ${t(`defects:event.${what}`)} · ${by}`}
              {typeof note === 'string' && note !== '' && `: ${note}`}
            </Box>
          )
        })}
      </Box>
    </Section>
  )
}
