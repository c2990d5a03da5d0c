import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { ConfirmImport } from './ConfirmImport'
import { type Asked, endingFiles, questionsOf, totalsOf } from './figures'
import type { Found } from './useImport'

interface ImportFormProps {
  readonly found: Found
  readonly onImport: (asked: Asked) => void
  /** The button that goes back. */
  readonly back: ReactNode
}

/** What must be said yes to before an import, and the button that imports after one more question. */
export function ImportForm({ found, onImport, back }: ImportFormProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const id = useId()
  const [said, setSaid] = useState<Asked>({ withoutRejected: false, endsManyMeant: false })
  const [tried, setTried] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const practice = found.source.kind === 'practice'
  const { rejected } = totalsOf(found.preview)
  const questions = questionsOf(found.preview)
  const asks = (['withoutRejected', 'endsManyMeant'] as const).filter((question) => questions[question])
  const unanswered = asks.find((question) => !said[question])
  const words: Readonly<Record<keyof Asked, ReactNode>> = {
    withoutRejected: t('register:ask.rejected', { count: rejected, number: number(rejected) }),
    endsManyMeant: (
      <>
        {practice ? t('register:ask.endsManyPractice') : t('register:ask.endsMany')}
        <Box component="ul" sx={{ my: 0.5, pl: 3 }}>
          {endingFiles(found.preview).map(({ file, ended, now }) => (
            <li key={file}>
              {t('register:ask.ending', { file: `${file}.csv`, ended: number(ended), now: number(now) })}
            </li>
          ))}
        </Box>
      </>
    ),
  }
  const start = () => {
    if (unanswered === undefined) return setConfirming(true)
    setTried(true)
    document.getElementById(`${id}-${unanswered}`)?.focus()
  }
  return (
    <Box sx={{ mt: 2 }}>
      {asks.map((question) => {
        const wrong = tried && !said[question]
        const label =
          practice && question === 'endsManyMeant'
            ? t('register:ask.endsManyMeantPractice')
            : t(`register:ask.${question}`)
        return (
          <Alert key={question} severity="warning" role="group" aria-label={label} sx={{ mb: 2 }}>
            <Typography component="div">{words[question]}</Typography>
            <FormControlLabel
              control={
                <Checkbox
                  checked={said[question]}
                  slotProps={{
                    input: {
                      id: `${id}-${question}`,
                      'aria-describedby': wrong ? `${id}-${question}-error` : undefined,
                    },
                  }}
                  onChange={(event) => setSaid({ ...said, [question]: event.target.checked })}
                />
              }
              label={label}
            />
            {wrong && (
              <FormHelperText id={`${id}-${question}-error`} error role="alert">
                {practice ? t('register:ask.missingPractice') : t('register:ask.missing')}
              </FormHelperText>
            )}
          </Alert>
        )
      })}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Button variant="contained" onClick={start}>
          {practice ? t('register:import.openPractice') : t('register:import.open')}
        </Button>
        {back}
      </Box>
      <ConfirmImport
        open={confirming}
        found={found}
        onConfirm={() => {
          setConfirming(false)
          onImport(said)
        }}
        onCancel={() => setConfirming(false)}
      />
    </Box>
  )
}
