import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineEvent } from '#shared/contract/residents'
import { formatPhone } from '#shared/rules/contacts'
import { useFormat } from '../../app/format'
import { CallText } from '../calls/CallText'
import { DefectText } from '../defects/DefectText'
import { DoorText } from '../doors/DoorText'
import { KeysText } from '../keys/KeysText'
import { MandateText } from '../mandates/MandateText'
import { RequestText } from '../requests/RequestText'
import { TaskText } from '../tasks/TaskText'
import { type ChangedField, changedFields, textIn, textsIn } from './eventDetail'
import { languageName } from './languages'
import { VisitText } from './VisitText'

/** A note longer than this is cut to one line, characters. */
const folded = 72

/** What was done, in plain words. */
export function TimelineText({ event }: { readonly event: TimelineEvent }) {
  const { t } = useTranslation()
  const { language } = useFormat()
  const { kind, detail } = event
  switch (kind) {
    case 'identityCheck':
      return <>{identityWords(t, detail)}</>
    case 'portalStep': {
      const email = textIn(detail, 'email')
      const because = textIn(detail, 'because')
      return (
        <>
          {t(`residents:timeline.portal.${textIn(detail, 'step')}`)}
          {email !== '' && ` (${email})`}
          {because !== '' && `: ${t(`residents:timeline.because.${because}`)}`}
        </>
      )
    }
    case 'contactsCorrected':
      return (
        <>
          {t('residents:timeline.contacts', {
            changes: changedFields(detail)
              .map((change) => changeWords(t, change, language))
              .join('; '),
          })}
        </>
      )
    case 'codeRevealed':
      return <>{t('residents:timeline.codeRevealed', { reason: textIn(detail, 'reason') })}</>
    case 'addressRevealed':
      return <>{t('residents:timeline.addressRevealed', { reason: textIn(detail, 'reason') })}</>
    case 'visit':
      return <VisitText detail={detail} />
    case 'mandate':
      return <MandateText detail={detail} />
    case 'request':
      return <RequestText detail={detail} />
    case 'keys':
      return <KeysText detail={detail} />
    case 'call':
      return <CallText detail={detail} />
    case 'defect':
      return <DefectText detail={detail} />
    case 'doorOpening':
      return <DoorText detail={detail} />
    case 'task':
      return <TaskText detail={detail} />
    case 'note':
      return <Note text={textIn(detail, 'text')} />
  }
}

function identityWords(t: TFunction, detail: TimelineEvent['detail']) {
  const words = {
    document: t(`identity:kind.${textIn(detail, 'documentKind')}`),
    purpose: t(`identity:purposeShort.${textIn(detail, 'purpose')}`),
  }
  if (textIn(detail, 'outcome') === 'accepted') return t('residents:timeline.identified', words)
  const reasons = textsIn(detail, 'refusals').map((name) => t(`identity:refusedBecause.${name}`))
  return t('residents:timeline.notIdentified', { ...words, reasons: reasons.join(', ') })
}

function changeWords(t: TFunction, { field, before, after }: ChangedField, language: string) {
  const name = t(`residents:timeline.field.${field}`)
  const shown = (value: string) => {
    if (field === 'phone') return formatPhone(value)
    return field === 'language' ? languageName(value, language) : value
  }
  // Under non-disclosure only that a field was changed is told.
  if (before === null && after === null) return name
  if (after === null) return t('residents:timeline.removed', { name, before: shown(before ?? '') })
  if (before === null) return t('residents:timeline.added', { name, after: shown(after) })
  return t('residents:timeline.changed', { name, before: shown(before), after: shown(after) })
}

function Note({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const long = text.length > folded || text.includes('\n')
  return (
    <Box sx={{ display: open ? 'block' : 'flex', alignItems: 'baseline' }}>
      <Box
        component="span"
        sx={
          open || !long
            ? { whiteSpace: 'pre-line' }
            : { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }
        }
      >
        {text}
      </Box>
      {long && (
        <Button
          size="small"
          sx={{ ml: 1, py: 0, minHeight: 24, flexShrink: 0 }}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t('residents:timeline.less') : t('residents:timeline.more')}
        </Button>
      )}
    </Box>
  )
}
