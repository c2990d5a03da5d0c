import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { IdentityCheck } from '#shared/contract/identity'
import { client } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'
import { Section } from '../../components/Section'
import { DocumentSteps } from '../identity/DocumentSteps'
import { residentCalls } from '../identity/residentCalls'
import { type CheckCalls, useIdentityCheck } from '../identity/useIdentityCheck'

/** Whose document it is: a resident's, or a grantee's as a power names them. */
export type Whose =
  | { readonly residentId: string; readonly name: string }
  | { readonly mandateId: string; readonly granteeId: string; readonly name: string }

/** The calls of a grantee's check. Theirs is for other matters, whatever is chosen for a resident's. */
const granteeCalls = (id: string, granteeId: string): CheckCalls => ({
  judge: (document) => client.mandates.judgeGrantee({ id, granteeId, document }),
  record: (document, _, decision) =>
    client.mandates.identifyGrantee({
      id,
      granteeId,
      document,
      ...decision,
      confirmed: [...decision.confirmed],
    }),
  recordUnreadable: (kind, issuingCountry, reading) =>
    client.mandates.recordUnreadableOfGrantee({ id, granteeId, kind, issuingCountry, reading }),
})

interface IdentifyWhoProps {
  readonly whose: Whose
  readonly today: string
  /** The document was accepted, by this check. */
  readonly onIdentified: (check: IdentityCheck) => void
  readonly onBack: () => void
}

/** The document of whoever is here, in the place of the question; accepted, the same is asked again. */
export function IdentifyWho({ whose, today, onIdentified, onBack }: IdentifyWhoProps) {
  const { t } = useTranslation()
  const calls =
    'granteeId' in whose ? granteeCalls(whose.mandateId, whose.granteeId) : residentCalls(whose.residentId)
  const check = useIdentityCheck(calls, 'other', () => undefined)
  const { step } = check
  const accepted = step.at === 'recorded' && step.check.outcome === 'accepted' ? step.check : null
  useEffect(() => {
    if (accepted !== null) onIdentified(accepted)
  }, [accepted, onIdentified])
  useShortcut('escape', onBack)
  return (
    <Section
      title={t('mandates:ask.documentOf', { name: whose.name })}
      actions={
        <Button onClick={onBack} aria-keyshortcuts="Escape">
          {t('mandates:ask.backToQuestion')}
          <KeyHint keys="Esc" />
        </Button>
      }
    >
      <Typography color="text.secondary" sx={{ mb: 1 }}>
        {t('identity:accepted.other')} {t('identity:stored.never')}
      </Typography>
      <DocumentSteps check={check} today={today} />
      {step.at === 'recorded' && accepted === null && (
        <>
          <Typography role="alert" sx={{ mb: 1 }}>
            {t('identity:recorded.refused', {
              reasons: step.check.refusals.map((name) => t(`identity:refusedBecause.${name}`)).join(', '),
            })}
          </Typography>
          <Button variant="contained" onClick={check.again} autoFocus>
            {t('identity:recorded.another')}
          </Button>
        </>
      )}
    </Section>
  )
}
