import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { MailProblem } from '#shared/rules/outbox'
import { announce } from '../../components/Live'
import { adviceFor } from './problems'

/** What trying the server found: what is right, or what is not, by name, and what to do about it. */
export function TestResult({ problem }: { readonly problem: MailProblem | null }) {
  const { t } = useTranslation()
  const title = problem === null ? t('outbox:test.works') : t(`outbox:problem.${problem}`)
  useEffect(() => announce(title), [title])
  const advice = adviceFor(problem)
  return (
    <Alert severity={problem === null ? 'success' : 'error'} sx={{ mb: 2 }} role="presentation">
      <AlertTitle>{title}</AlertTitle>
      {problem === null ? t('outbox:test.worksText') : advice !== null && t(`outbox:advice.${advice}`)}
    </Alert>
  )
}
