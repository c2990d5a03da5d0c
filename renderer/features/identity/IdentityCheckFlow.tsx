import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkPurposes } from '#shared/rules/documents'
import { api } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { JudgedDocument } from './JudgedDocument'
import { ManualDocument } from './ManualDocument'
import { emptyDocument } from './manualDocument'
import { PurposeChoice } from './PurposeChoice'
import { RecordedCheck } from './RecordedCheck'
import { ScanField } from './ScanField'
import { takeScans } from './scanHandover'
import { UnreadableDocument } from './UnreadableDocument'
import { useIdentityCheck } from './useIdentityCheck'

interface IdentityCheckFlowProps {
  readonly residentId: string
  /** Today in Helsinki by the program's clock. */
  readonly today: string
}

/** The check itself, step by step. A document scanned at any step begins it again with that document. */
export function IdentityCheckFlow({ residentId, today }: IdentityCheckFlowProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [typing, setTyping] = useState(false)
  const [typed, setTyped] = useState(emptyDocument)
  const check = useIdentityCheck(residentId, () => {
    // What was typed of the document goes with it.
    setTyped(emptyDocument)
    setTyping(false)
    void queryClient.invalidateQueries({ queryKey: api.identity.list.key({ input: { residentId } }) })
    void queryClient.invalidateQueries({ queryKey: api.portal.read.key({ input: { residentId } }) })
  })
  const { step } = check

  const scanned = (text: string) => {
    setTyping(false)
    check.read({ source: 'mrz', text })
  }
  const latest = useRef(scanned)
  useEffect(() => {
    latest.current = scanned
  })
  useEffect(() => takeScans((text) => latest.current(text)), [])

  const type = () => {
    check.again()
    setTyping(true)
  }
  useShortcut('m', type, { enabled: step.at === 'document' && !typing })
  const emptyKeys: Record<string, () => void> = { m: type }
  checkPurposes.forEach((purpose, at) => {
    emptyKeys[String(at + 1)] = () => check.choosePurpose(purpose)
  })
  return (
    <>
      {step.at !== 'recorded' && (
        <PurposeChoice
          purpose={check.purpose}
          disabled={check.reading || check.recording}
          onChoose={check.choosePurpose}
        />
      )}
      <ErrorText error={check.error} />
      {step.at === 'document' && (
        <Section title={typing ? t('identity:manual.title') : t('identity:scan.title')}>
          {typing ? (
            <ManualDocument
              values={typed}
              today={today}
              busy={check.reading}
              onChange={setTyped}
              onDocument={check.read}
              onScan={() => setTyping(false)}
            />
          ) : (
            <ScanField busy={check.reading} onText={scanned} onManual={type} emptyKeys={emptyKeys} />
          )}
        </Section>
      )}
      {step.at === 'unreadable' && (
        <UnreadableDocument
          reading={step.reading}
          busy={check.recording}
          onAgain={check.again}
          onManual={type}
          onRefuse={check.refuseUnreadable}
        />
      )}
      {step.at === 'judged' && (
        <JudgedDocument
          key={step.turn}
          judgement={step.judgement}
          busy={check.recording || check.reading}
          typed={step.typed}
          onAccept={check.accept}
          onRefuse={check.refuse}
          onAgain={check.again}
        />
      )}
      {step.at === 'recorded' && (
        <RecordedCheck check={step.check} residentId={residentId} onAgain={check.again} />
      )}
    </>
  )
}
