import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DatabaseChoice, DatabaseState } from '#shared/contract/database'
import { api } from '../../app/client'
import { ErrorSummary } from '../../components/ErrorSummary'
import { ErrorText } from '../../components/ErrorText'
import { FieldGroup } from '../../components/FormField'
import { LinesSkeleton } from '../../components/Skeletons'
import { ServerForm } from './ServerForm'
import { useTake } from './useTake'

type Kind = DatabaseChoice['kind']
const kinds = ['embedded', 'postgres'] as const satisfies readonly Kind[]

interface DatabaseFormProps {
  readonly database: DatabaseState
  /** Nobody is signed in. */
  readonly outside?: boolean
  /** What is shown while the database that is in use is the chosen one; without it, how to change it. */
  readonly inUse?: ReactNode
}

/** Where this desk keeps everything: on this computer only, or in the office's PostgreSQL. */
export function DatabaseForm({ database, outside = false, inUse }: DatabaseFormProps) {
  const { t } = useTranslation()
  const { kind } = database
  // A choice that could not be read is nobody's choice.
  const [chosen, setChosen] = useState<Kind | null>(database.problem === 'unreadableChoice' ? null : kind)
  const same = chosen === kind && database.state !== 'closed'
  return (
    <>
      <FieldGroup label={t('database:kind.label')}>
        <RadioGroup
          value={chosen}
          onChange={(_, value) => setChosen(kinds.find((each) => each === value) ?? kind)}
        >
          {kinds.map((each) => (
            <FormControlLabel
              key={each}
              value={each}
              control={<Radio sx={{ py: 0.5 }} />}
              label={t(`database:kind.${each}`)}
            />
          ))}
        </RadioGroup>
      </FieldGroup>
      {same && inUse !== undefined && inUse}
      {same && inUse === undefined && kind === 'embedded' && <Typography>{t('database:inUse')}</Typography>}
      {!same && chosen === 'embedded' && <ThisComputer outside={outside} />}
      {!(same && inUse !== undefined) && chosen === 'postgres' && <OfficeServer outside={outside} />}
    </>
  )
}

/** Going over to the office's PostgreSQL, or to another address of it. */
function OfficeServer({ outside }: { readonly outside: boolean }) {
  const now = useQuery(api.database.read.queryOptions())
  return (
    <>
      <ErrorText error={now.data === undefined ? now.error : null} onRetry={() => void now.refetch()} />
      {now.isPending && <LinesSkeleton lines={6} />}
      {now.data !== undefined && (
        <ServerForm choice={now.data.choice} passwordKept={now.data.passwordKept} outside={outside} />
      )}
    </>
  )
}

/** Going over to this computer only. */
function ThisComputer({ outside }: { readonly outside: boolean }) {
  const { t } = useTranslation()
  const take = useTake(outside)
  return (
    <Box>
      <ErrorSummary items={[]} error={take.error} />
      <Typography sx={{ mb: 2 }}>{t('database:thisComputer')}</Typography>
      <Button variant="contained" onClick={() => take.ask({ choice: { kind: 'embedded' }, password: null })}>
        {t('database:take')}
      </Button>
      {take.dialog}
    </Box>
  )
}
