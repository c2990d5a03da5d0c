import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import { useFormat } from '../../app/format'
import { OthersHere } from '../presence/OthersHere'
import { CodeReveal } from './CodeReveal'
import { addressOf } from './HomeSection'
import { languageName } from './languages'
import { ResidentMarks } from './ResidentMarks'
import type { Revealed } from './useReveal'

/** Who it is: marks that must be noticed, birth date, code, home and language, in one calm band. */
export function ResidentHeader({
  page,
  revealed,
}: {
  readonly page: ResidentPage
  readonly revealed: Revealed | null
}) {
  const { t } = useTranslation()
  const format = useFormat()
  const [lease] = page.leases
  const home =
    lease === undefined || lease.state === 'ended'
      ? t('residents:header.noHome')
      : (addressOf(lease, revealed) ?? t('residents:hidden.short'))
  const born =
    page.birthDate === null
      ? t('residents:birthDateUnknown')
      : t('residents:header.bornAge', { day: format.day(page.birthDate), age: page.age ?? 0 })
  return (
    <Box sx={{ mt: 1, position: 'relative' }}>
      <OthersHere residentId={page.id} />
      <ResidentMarks marks={page.marks} />
      <Box
        component="dl"
        sx={{
          m: 0,
          mt: 1,
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'baseline',
          columnGap: 3,
          rowGap: 0.5,
        }}
      >
        <Fact name={t('residents:header.born')}>{born}</Fact>
        <Fact name={t('residents:header.code')}>
          <CodeReveal id={page.id} maskedCode={page.maskedCode} />
        </Fact>
        <Fact name={t('residents:header.home')}>{home}</Fact>
        <Fact name={t('residents:header.language')}>
          {languageName(page.contacts.language, format.language)}
        </Fact>
        <Fact name={t('residents:header.residentNo')}>{page.residentNo}</Fact>
      </Box>
    </Box>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Box>
      <Typography component="dt" variant="caption" color="text.secondary">
        {name}
      </Typography>
      <Typography component="dd" sx={{ m: 0 }}>
        {children}
      </Typography>
    </Box>
  )
}
