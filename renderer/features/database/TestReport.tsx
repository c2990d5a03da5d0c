import CheckCircleIcon from '@mui/icons-material/CheckCircle'
import ErrorIcon from '@mui/icons-material/Error'
import RemoveCircleOutlinedIcon from '@mui/icons-material/RemoveCircleOutlined'
import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { databaseChecks } from '#shared/contract/database'
import type { client } from '../../app/client'
import { announce } from '../../components/Live'
import { useProblemText } from './useProblemText'

type TestResult = Awaited<ReturnType<typeof client.database.test>>
type Check = (typeof databaseChecks)[number]

// In the order of the contract's own list, which would bring its schemas along.
const checks = [
  'reach',
  'signIn',
  'version',
  'writable',
  'extension',
  'schema',
  'rights',
] as const satisfies readonly Check[]

const icons = {
  right: <CheckCircleIcon color="success" />,
  wrong: <ErrorIcon color="error" />,
  unknown: <RemoveCircleOutlinedIcon color="disabled" />,
}

/** A clock further off than this is told of. Milliseconds. */
const wrongClock = 30_000

/** What trying a database out found, check by check, and what to do about the one that is not right. */
export function TestReport({ result }: { readonly result: TestResult }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const box = useRef<HTMLDivElement>(null)
  const { passed, failed, serverVersion, mayDoTooMuch, clockAheadMs } = result
  const title = failed === null ? t('database:test.works') : t(`database:check.${failed.check}.wrong`)
  useEffect(() => {
    announce(title)
    box.current?.scrollIntoView({ block: 'nearest' })
  }, [title])
  const of = (check: Check) =>
    passed.includes(check) ? 'right' : failed?.check === check ? 'wrong' : 'unknown'
  const offMs = Math.abs(clockAheadMs ?? 0)
  return (
    <Box ref={box} sx={{ mb: 2 }}>
      <Box component="ul" aria-label={t('database:test.label')} sx={{ listStyle: 'none', m: 0, mb: 2, p: 0 }}>
        {checks.map((check) => (
          <Box component="li" key={check} sx={{ display: 'flex', gap: 1, alignItems: 'center', py: 0.25 }}>
            {icons[of(check)]}
            <Box component="span" sx={of(check) === 'unknown' ? { color: 'text.secondary' } : undefined}>
              {t(`database:check.${check}.${of(check)}`)}
              {check === 'version' && serverVersion !== null && ` (${serverVersion})`}
            </Box>
          </Box>
        ))}
      </Box>
      <Alert severity={failed === null ? 'success' : 'error'} role="presentation">
        <AlertTitle>{title}</AlertTitle>
        {failed === null ? t('database:test.worksText') : problemText(failed.problem)}
      </Alert>
      {mayDoTooMuch && (
        <Alert severity="warning" role="presentation" sx={{ mt: 1 }}>
          {t('database:test.tooMuch')}
        </Alert>
      )}
      {offMs > wrongClock && (
        <Alert severity="warning" role="presentation" sx={{ mt: 1 }}>
          {t('database:test.clock', { seconds: Math.round(offMs / 1_000) })}
        </Alert>
      )}
    </Box>
  )
}
