import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import { useFormat } from '../../app/format'
import { ResidentMarks } from './ResidentMarks'

/** Whose matter it is, under the heading of a page: name, birth date and the marks that matter. */
export function ResidentLead({ person }: { readonly person: ResidentPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, mt: 0.5 }}
    >
      <Typography sx={{ fontWeight: 600 }}>
        <Link href={`#/residents/${person.id}`}>{`${person.firstNames} ${person.lastName}`}</Link>
      </Typography>
      <Typography color="text.secondary">
        {person.birthDate === null
          ? t('residents:birthDateUnknown')
          : t('residents:bornOn', { day: format.day(person.birthDate) })}
      </Typography>
      <ResidentMarks marks={person.marks} />
    </Box>
  )
}
