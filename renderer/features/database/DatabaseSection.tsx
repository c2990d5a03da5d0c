import Button from '@mui/material/Button'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useMay } from '../../app/session'
import { Facts, Section } from '../../components/Section'
import { DatabaseForm } from './DatabaseForm'

/** Which database this desk works with: the administrator sees where it is and changes it. */
export function DatabaseSection() {
  const may = useMay()
  return may('administrator') ? <ChosenDatabase /> : null
}

function ChosenDatabase() {
  const { t } = useTranslation()
  const [changing, setChanging] = useState(false)
  const { data: status } = useQuery(api.system.status.queryOptions())
  const { data: now } = useQuery(api.database.read.queryOptions())
  if (status === undefined) return null
  const { kind } = status.database
  const address = now?.choice.kind === 'postgres' ? now.choice.address : null
  return (
    <Section title={t('database:title')}>
      <Facts
        rows={[
          { name: t('database:kind.label'), value: t(`database:kind.${kind}`) },
          ...(address === null
            ? []
            : [
                { name: t('database:field.host'), value: `${address.host}:${address.port}` },
                { name: t('database:field.database'), value: address.database },
                { name: t('database:field.user'), value: address.user },
              ]),
        ]}
      />
      <Button
        variant="outlined"
        aria-expanded={changing}
        onClick={() => setChanging(!changing)}
        sx={{ mt: 2, mb: changing ? 2 : 0 }}
      >
        {t('database:change')}
      </Button>
      {changing && <DatabaseForm key={kind} database={status.database} />}
    </Section>
  )
}
