import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportFile, RegisterPreview, RowList } from '#shared/contract/register'
import { useFormat } from '../../app/format'
import { Section } from '../../components/Section'
import { FiguresTable } from './FiguresTable'
import { FileProblems } from './FileProblems'
import { FocusTitle } from './FocusTitle'
import { FormatHelp } from './FormatHelp'
import { looksLikePractice } from './figures'
import { ImportForm } from './ImportForm'
import { ImportProblem } from './ImportProblem'
import { PreviewRows } from './PreviewRows'
import type { Found, Import } from './useImport'

interface PreviewStepProps {
  readonly work: Import
  readonly found: Found
}

/** What an import would do, before anything is written: figures, the rows behind them, what is wrong, and going on. */
export function PreviewStep({ work, found }: PreviewStepProps) {
  const { t } = useTranslation()
  const { source, preview } = found
  const [open, setOpen] = useState<{ readonly file: ImportFile; readonly change: RowList } | null>(null)
  const opener = useRef<HTMLElement | null>(null)
  const unusable = preview.problems.length > 0
  const readAgain = () => void work.read(source)
  const back = (
    <Button onClick={work.back}>
      {source.kind === 'practice'
        ? t('register:preview.backToPractice')
        : unusable
          ? t('register:preview.chooseMended')
          : t('register:preview.backToFiles')}
    </Button>
  )
  return (
    <>
      <Section
        title={
          <FocusTitle>{unusable ? t('register:problems.title') : t('register:preview.title')}</FocusTitle>
        }
      >
        <ImportProblem
          error={work.error}
          failed={work.failed}
          cancelled={work.cancelled}
          onReadAgain={readAgain}
        />
        {unusable ? (
          <FileProblems problems={preview.problems} />
        ) : (
          <>
            {work.failed === null && <Typography sx={{ mb: 1 }}>{t('register:preview.text')}</Typography>}
            <FiguresTable
              preview={preview}
              withForm={source.kind === 'files'}
              open={open}
              onOpen={(file, change, button) => {
                opener.current = button
                setOpen({ file, change })
              }}
            />
            <KeyDifferences
              count={preview.keyDifferences}
              isOpen={open?.change === 'differs'}
              onOpen={(button) => {
                opener.current = button
                setOpen({ file: 'keys', change: 'differs' })
              }}
            />
            {source.kind === 'files' && <TemporaryCodes preview={preview} />}
          </>
        )}
        {unusable || preview.nothingToDo ? (
          <Box sx={{ mt: 2 }}>
            {!unusable && (
              <Alert severity="info" role="note" sx={{ mb: 2 }}>
                {t('register:preview.nothingToDo')}
              </Alert>
            )}
            {back}
          </Box>
        ) : (
          <ImportForm found={found} onImport={(asked) => void work.importFound(found, asked)} back={back} />
        )}
      </Section>
      {open !== null && (
        <PreviewRows
          key={`${open.file} ${open.change}`}
          uploadId={preview.uploadId}
          file={open.file}
          change={open.change}
          onReadAgain={readAgain}
          onClose={() => {
            setOpen(null)
            opener.current?.focus()
          }}
        />
      )}
      {source.kind === 'files' && <FormatHelp />}
    </>
  )
}

interface KeyDifferencesProps {
  readonly count: number
  readonly isOpen: boolean
  readonly onOpen: (button: HTMLElement) => void
}

/** That keys are with somebody else by the ledger than by the file; an import leaves them there. */
function KeyDifferences({ count, isOpen, onOpen }: KeyDifferencesProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  if (count === 0) return null
  return (
    <Alert
      severity="info"
      role="note"
      sx={{ mt: 2 }}
      action={
        <Button aria-expanded={isOpen} onClick={(event) => onOpen(event.currentTarget)}>
          {t('register:keys.show')}
        </Button>
      }
    >
      {t('register:keys.differ', { count, number: number(count) })}
    </Alert>
  )
}

/** A warning of temporary codes, which nobody in a real register should have. */
function TemporaryCodes({ preview }: { readonly preview: RegisterPreview }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const count = preview.temporaryCodes
  if (count === 0) return null
  return (
    <Alert severity="warning" role="note" sx={{ mt: 2 }}>
      {looksLikePractice(preview)
        ? t('register:temporary.looksLikePractice', { number: number(count) })
        : t('register:temporary.text', { count, number: number(count) })}
    </Alert>
  )
}
