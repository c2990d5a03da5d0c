import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { FocusTitle } from './FocusTitle'
import { type Job, jobStages, type Progress, placeOf, shareOf } from './progress'

interface WorkProgressProps {
  readonly job: Job
  /** Null until the first word of it has come. */
  readonly progress: Progress | null
  readonly onCancel: () => void
}

/** A long job: which stage it is at, how far that has come, and a button that cancels it. */
export function WorkProgress({ job, progress, onCancel }: WorkProgressProps) {
  const { t } = useTranslation()
  const stage = progress?.stage ?? jobStages[job][0]
  const { at, of } = placeOf(job, stage)
  const words = t('register:work.stage', { at, of, stage: t(`register:stage.${stage}`) })
  useEffect(() => announce(words), [words])
  return (
    <Section title={<FocusTitle>{t(`register:job.${job}`)}</FocusTitle>}>
      <Typography sx={{ mb: 1 }}>{words}</Typography>
      <LinearProgress
        variant="determinate"
        value={progress === null ? 0 : Math.round(shareOf(progress) * 100)}
        aria-label={t(`register:job.${job}`)}
        sx={{ height: 12, maxWidth: 760 }}
      />
      <Typography color="text.secondary" sx={{ mt: 1, minHeight: 24 }}>
        {progress !== null && <HowFar progress={progress} />}
      </Typography>
      {job === 'importing' && <Typography sx={{ mt: 1 }}>{t('register:work.allOrNothing')}</Typography>}
      <Box sx={{ mt: 2 }}>
        <Button variant="outlined" onClick={onCancel}>
          {t(`register:work.cancel.${job}`)}
        </Button>
      </Box>
    </Section>
  )
}

/** How far, in the units of the stage. The number of rows in a file is not known before it has been read. */
function HowFar({ progress: { stage, file, done, total } }: { readonly progress: Progress }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const name = file === null ? '' : `${file}.csv`
  switch (stage) {
    case 'uploading': {
      const mega = (bytes: number) => number(Math.round(bytes / 104_857.6) / 10)
      return t('register:work.megabytes', { done: mega(done), total: mega(total) })
    }
    case 'generating':
      return t('register:work.apartments', { done: number(done), total: number(total) })
    case 'reading':
    case 'comparing':
      return t('register:work.rowsOf', { file: name, done: number(done) })
    case 'writing':
      return t('register:work.rows', { done: number(done), total: number(total) })
    case 'indexing':
      return t('register:work.residents', { done: number(done), total: number(total) })
  }
}
