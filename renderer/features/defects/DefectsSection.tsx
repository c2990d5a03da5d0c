import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DefectSummary } from '#shared/contract/defects'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { DoorRows } from '../doors/DoorRows'
import { DefectStateMark } from './DefectStateMark'

/** How many that are over are shown until the rest are asked for. */
const shownOver = 1
const isOpen = ({ state }: DefectSummary) => state === 'open' || state === 'inProgress'

/** A resident's defects and door openings: every open one, and the latest that are over. */
export function DefectsSection({ residentId }: { readonly residentId: string }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const query = useQuery(api.defects.ofResident.queryOptions({ input: { residentId } }))
  const defects = query.data?.defects
  const over = defects?.filter((each) => !isOpen(each)) ?? []
  const shown = defects?.filter((each) => all || isOpen(each) || over.indexOf(each) < shownOver)
  const more = (defects?.length ?? 0) - (shown?.length ?? 0)
  return (
    <Section title={t('defects:section.title')}>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {defects === undefined && !query.isError && <LinesSkeleton lines={1} />}
      {defects?.length === 0 && <Typography color="text.secondary">{t('defects:section.none')}</Typography>}
      {shown && shown.length > 0 && (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {shown.map((defect) => (
            <Row key={defect.id} defect={defect} />
          ))}
        </Box>
      )}
      {more > 0 && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('defects:section.more', { count: more })}
        </Button>
      )}
      <DoorRows residentId={residentId} />
    </Section>
  )
}

function Row({ defect }: { readonly defect: DefectSummary }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Box component="li" sx={{ py: 0.25 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Link href={`#/defects/${defect.id}`} sx={{ minHeight: 24 }}>
          {t(`defects:kind.${defect.kind}`)}
        </Link>
        <DefectStateMark defect={defect} />
      </Box>
      <Typography component="div" variant="body2" color="text.secondary">
        {[
          t(`defects:place.${defect.place}`),
          isOpen(defect)
            ? t('tasks:due.by', { when: format.dateTime(defect.dueAt) })
            : format.date(defect.reportedAt),
        ].join(' · ')}
      </Typography>
    </Box>
  )
}
