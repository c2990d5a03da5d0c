import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcut } from '../../app/shortcuts'
import { ErrorText } from '../../components/ErrorText'
import { Section } from '../../components/Section'
import { JudgedDocument } from './JudgedDocument'
import { ManualDocument } from './ManualDocument'
import { emptyDocument } from './manualDocument'
import { ScanField } from './ScanField'
import { takeScans } from './scanHandover'
import { UnreadableDocument } from './UnreadableDocument'
import type { IdentityCheckState } from './useIdentityCheck'

interface DocumentStepsProps {
  readonly check: IdentityCheckState
  /** Today in Helsinki by the program's clock. */
  readonly today: string
  /** What single keys do while no document is there; no document begins with them. */
  readonly keys?: Readonly<Record<string, () => void>>
}

/** The steps from a document to the clerk's word on it. A document scanned at any step begins again with that document. */
export function DocumentSteps({ check, today, keys }: DocumentStepsProps) {
  const { t } = useTranslation()
  const [typing, setTyping] = useState(false)
  const [typed, setTyped] = useState(emptyDocument)
  const { step } = check
  const recorded = step.at === 'recorded'
  useEffect(() => {
    if (!recorded) return
    // What was typed of the document goes with it.
    setTyped(emptyDocument)
    setTyping(false)
  }, [recorded])

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
  return (
    <>
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
            <ScanField
              busy={check.reading}
              onText={scanned}
              onManual={type}
              emptyKeys={{ ...keys, m: type }}
            />
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
    </>
  )
}
