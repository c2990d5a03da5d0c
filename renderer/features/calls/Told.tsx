import BlockIcon from '@mui/icons-material/Block'
import CheckIcon from '@mui/icons-material/Check'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallPage } from '#shared/contract/calls'
import { Section } from '../../components/Section'

/** What the caller may be told or have done now, and of the rest why not. */
export function Told({ told }: Pick<CallPage, 'told'>) {
  const { t } = useTranslation()
  const whys = [...new Set(told.mayNot.map(({ why }) => why))]
  return (
    <Section title={t('calls:told.title')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {told.may.map((thing) => (
          <Row key={thing} may>
            {t(`calls:thing.${thing}`)}
          </Row>
        ))}
        {whys.map((why) => (
          <Row key={why}>
            <strong>{t('calls:told.untold', { why: t(`calls:why.${why}`) })}</strong>{' '}
            {told.mayNot
              .filter((each) => each.why === why)
              .map(({ thing }) => t(`calls:thing.${thing}`))
              .join(', ')}
          </Row>
        ))}
      </Box>
    </Section>
  )
}

function Row({ may = false, children }: { readonly may?: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const Icon = may ? CheckIcon : BlockIcon
  return (
    <Box component="li" sx={{ display: 'flex', gap: 0.75, lineHeight: 1.4, py: 0.125 }}>
      <Icon
        {...(may ? { titleAccess: t('calls:told.may') } : {})}
        sx={{ fontSize: 18, mt: 0.25, color: may ? 'success.main' : 'error.main' }}
      />
      <span>{children}</span>
    </Box>
  )
}
