import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DatabaseState } from '#shared/contract/database'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { OutsidePage } from '../system/OutsidePage'
import { DatabaseForm } from './DatabaseForm'
import { useProblemText } from './useProblemText'

/** Problems that only another choice or another password mends. */
const wantsChoice: readonly DatabaseState['problem'][] = ['wrongPassword', 'unreadableChoice']

/** The database that was chosen cannot be opened: since when, why, what to do, and how to choose another. */
export default function NoDatabasePage({ database }: { readonly database: DatabaseState }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { dateTime } = useFormat()
  const [changing, setChanging] = useState(wantsChoice.includes(database.problem))
  const { data: now } = useQuery(api.database.read.queryOptions())
  const address = now?.choice.kind === 'postgres' ? now.choice.address : null
  const { problem, since } = database
  const passwordGone = problem === 'wrongPassword' && now?.passwordKept === false
  return (
    <OutsidePage title={t('database:none.title')}>
      <Alert severity="error" sx={{ mb: 2 }}>
        {passwordGone ? t('database:none.passwordGone') : problemText(problem)}
      </Alert>
      {address !== null && (
        <Typography sx={{ mb: 1, overflowWrap: 'anywhere' }}>
          {t('database:none.where', {
            server: `${address.host}:${address.port}`,
            database: address.database,
          })}
        </Typography>
      )}
      <Typography sx={{ mb: 2 }}>
        {since !== null && t('database:none.since', { since: dateTime(since) })}{' '}
        {!passwordGone && problem !== 'unreadableChoice' && t('database:none.again')}
      </Typography>
      <Button
        variant="outlined"
        aria-expanded={changing}
        onClick={() => setChanging(!changing)}
        sx={{ mb: changing ? 2 : 0 }}
      >
        {t('database:change')}
      </Button>
      {changing && <DatabaseForm database={database} outside />}
    </OutsidePage>
  )
}
