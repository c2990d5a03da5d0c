import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { Page } from '../../components/Page'
import { LinesSkeleton } from '../../components/Skeletons'
import { DefectActions } from './DefectActions'
import { DefectFacts } from './DefectFacts'
import { DefectHistory } from './DefectHistory'
import { DefectStateMark, UrgentMark } from './DefectStateMark'
import { DefectWhere } from './DefectWhere'
import { Pictures } from './Pictures'
import { TellDefect } from './TellDefect'

/** One defect: what was reported, where it went and by when, its pictures, and what was done with it. */
export function DefectPage() {
  const { id = '' } = useParams()
  return <DefectView key={id} id={id} />
}

function DefectView({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const query = useQuery(api.defects.read.queryOptions({ input: { id } }))
  const defect = query.data?.defect
  const failed = query.isError && defect === undefined
  return (
    <Page
      title={failed ? t('defects:page.notShown') : defect && t(`defects:kind.${defect.kind}`)}
      windowTitle={t('defects:page.title')}
      lead={
        defect && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, mt: 0.5 }}>
            <Link href={`#/residents/${defect.residentId}`} sx={{ fontWeight: 600, minHeight: 24 }}>
              {defect.name}
            </Link>
            <span>{defect.address ?? t('residents:hidden.short')}</span>
            <UrgentMark defect={defect} />
            <DefectStateMark defect={defect} />
          </Box>
        )
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {defect === undefined ? (
        !failed && <LinesSkeleton lines={10} />
      ) : (
        <>
          <DefectActions defect={defect} />
          <Box
            sx={{
              display: 'grid',
              gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1.1fr) minmax(0, 1fr)' },
              columnGap: 2,
              alignItems: 'start',
            }}
          >
            <Box>
              <DefectFacts defect={defect} />
              <Pictures defect={defect} />
            </Box>
            <Box>
              <DefectWhere defect={defect} />
              {defect.state !== 'cancelled' && <TellDefect id={id} />}
              <DefectHistory defect={defect} />
            </Box>
          </Box>
        </>
      )}
    </Page>
  )
}
