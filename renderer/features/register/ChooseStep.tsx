import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Section } from '../../components/Section'
import { ChooseFiles } from './ChooseFiles'
import { FocusTitle } from './FocusTitle'
import { FormatHelp } from './FormatHelp'
import { ImportProblem } from './ImportProblem'
import { OtherFolder } from './OtherFolder'
import { PracticeForm } from './PracticeForm'
import type { Import } from './useImport'

interface ChooseStepProps {
  readonly work: Import
  /** Whether one comes back here from a later step, so that the focus must be brought along. */
  readonly returned: boolean
}

/** Where an import begins: the five files, or a practice register that the program makes. */
export function ChooseStep({ work, returned }: ChooseStepProps) {
  const { t } = useTranslation()
  const kind = work.status.data?.kind
  if (kind === undefined) return null
  const title = t('register:files.title')
  return (
    <>
      <ImportProblem error={work.error} failed={work.failed} cancelled={work.cancelled} />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', lg: '7fr 5fr' },
          columnGap: 2,
          alignItems: 'start',
        }}
      >
        <Section title={returned ? <FocusTitle>{title}</FocusTitle> : title}>
          {kind === 'practice' ? (
            <OtherFolder wanted="real" />
          ) : (
            <ChooseFiles
              files={work.files}
              onChoose={work.choose}
              onRead={() => void work.read({ kind: 'files', files: work.files })}
            />
          )}
        </Section>
        <Section title={t('register:practice.title')}>
          <Typography sx={{ mb: 1 }}>{t('register:practice.text')}</Typography>
          {kind === 'real' ? (
            <OtherFolder wanted="practice" />
          ) : (
            <PracticeForm
              replaces={kind === 'practice'}
              onMake={(wanted) => void work.read({ kind: 'practice', ...wanted })}
            />
          )}
        </Section>
      </Box>
      <FormatHelp />
    </>
  )
}
