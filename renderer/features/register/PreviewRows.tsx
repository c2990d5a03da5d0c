import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportFile, RowList } from '#shared/contract/register'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { FocusTitle } from './FocusTitle'
import { ImportProblem } from './ImportProblem'
import { Pages } from './Pages'
import { RowsTable } from './RowsTable'

interface PreviewRowsProps {
  readonly uploadId: string
  readonly file: ImportFile
  readonly change: RowList
  readonly onReadAgain: () => void
  readonly onClose: () => void
}

/** Rows to a page, as the desk gives them. */
const pageSize = 50

/** The rows behind one figure of a preview, a page at a time. */
export function PreviewRows({ uploadId, file, change, onReadAgain, onClose }: PreviewRowsProps) {
  const { t } = useTranslation()
  const [page, setPage] = useState(0)
  const rows = useRef<HTMLDivElement>(null)
  const query = useQuery(
    api.register.previewRows.queryOptions({
      input: { uploadId, file, change, page },
      placeholderData: keepPreviousData,
      // The rows of a preview never change, and each look at them is written in the audit log.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
    }),
  )
  const { data } = query
  const ready = data !== undefined || query.isError
  const section = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Before the rows are there, the page is too short for their heading to come to its top.
    if (ready) section.current?.scrollIntoView({ block: 'start' })
  }, [ready])
  const forgotten = query.isError && isNamed(query.error, 'NOT_FOUND')
  const pages = (below: boolean) =>
    data !== undefined && (
      <Pages page={page} total={data.total} size={pageSize} below={below} onPage={setPage} rows={rows} />
    )
  return (
    <div ref={section}>
      <Section
        title={
          <FocusTitle>
            {t('register:rows.title', { change: t(`register:figure.${change}`), file: `${file}.csv` })}
          </FocusTitle>
        }
        actions={
          <Button startIcon={<CloseIcon />} onClick={onClose}>
            {t('register:rows.close')}
          </Button>
        }
      >
        <Typography sx={{ mb: 1 }}>{t(`register:rows.${change}`)}</Typography>
        {forgotten ? (
          <ImportProblem error={query.error} failed={null} cancelled={null} onReadAgain={onReadAgain} />
        ) : (
          <ErrorText error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.isPending && <LinesSkeleton lines={8} />}
        {data !== undefined && (
          <Box ref={rows} tabIndex={-1} aria-busy={query.isPlaceholderData} sx={{ outline: 'none' }}>
            {pages(false)}
            <RowsTable rows={data.rows} change={change} label={t('register:rows.label')} />
            {data.total > data.rows.length && pages(true)}
          </Box>
        )}
      </Section>
    </div>
  )
}
