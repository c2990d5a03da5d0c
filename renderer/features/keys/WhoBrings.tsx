import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { Section } from '../../components/Section'
import type { Person } from '../mandates/people'
import { Choice, OtherName } from '../mandates/WhoIsHere'
import { type HandoffFormState, idOf } from './useHandoffForm'

interface WhoBringsProps {
  readonly form: HandoffFormState
  /** The resident's own name. */
  readonly name: string
  /** Those whom the resident's powers name. */
  readonly people: readonly Person[]
}

/** Who brings or collects the keys, each on a digit: the resident, the others on the lease, those of the powers, or anybody. */
export function WhoBrings({ form, name, people }: WhoBringsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [other, setOther] = useState(false)
  const { who, direction } = form
  const bringers = form.read.data?.bringers ?? []
  const coTenants = bringers.filter(({ kind }) => kind === 'coTenant')
  const choose = (next: Parameters<typeof form.chooseWho>[0]) => {
    setOther(false)
    form.chooseWho(next)
  }
  const wrong = form.problem('who')
  const digit = (at: number) => (at < 9 ? String(at + 1) : null)
  return (
    <Box id={idOf('who')} tabIndex={-1} sx={{ outlineOffset: 2 }}>
      {wrong !== undefined && (
        <Typography color="error" variant="body2" sx={{ mb: 1 }}>
          {wrong}
        </Typography>
      )}
      <Section title={t(`keys:make.who.${direction}`)}>
        <Box sx={{ display: 'grid', gap: 0.5 }}>
          <Choice
            keys="1"
            label={name}
            detail={form.read.data?.died ? t('keys:make.died') : t('keys:make.self')}
            chosen={who?.kind === 'self'}
            onChoose={() => choose({ kind: 'self' })}
          />
          {coTenants.map(({ residentId, name: own }, at) => (
            <Choice
              key={residentId}
              keys={digit(at + 1)}
              label={own}
              detail={t('keys:make.coTenant')}
              chosen={who?.kind === 'coTenant' && who.id === residentId}
              onChoose={() => choose({ kind: 'coTenant', id: residentId })}
            />
          ))}
          {people.map((person, at) => (
            <Choice
              key={person.key}
              keys={digit(at + 1 + coTenants.length)}
              label={person.name}
              detail={[
                person.birthDate !== null && t('residents:bornOn', { day: format.day(person.birthDate) }),
                t(`mandates:standing.${person.named[0]?.mandate.standing ?? 'received'}`),
              ]
                .filter(Boolean)
                .join(' · ')}
              identified={person.identifiedToday}
              chosen={who?.kind === 'grantee' && who.person.key === person.key}
              onChoose={() => choose({ kind: 'grantee', person })}
            />
          ))}
          <Choice
            keys="0"
            label={t('mandates:ask.other')}
            detail={
              who?.kind === 'other' || who?.kind === 'resident' ? who.name : t('mandates:ask.otherHint')
            }
            chosen={other}
            onChoose={() => {
              setOther(true)
              form.chooseWho(null)
            }}
          />
        </Box>
        {other && who === null && <OtherName onChoose={form.chooseWho} />}
      </Section>
    </Box>
  )
}
