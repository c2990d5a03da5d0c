import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { setSingleKeys, useSingleKeys } from '../../app/shortcuts'
import { Facts, Section } from '../../components/Section'

/** The keys by where they work. Those of a single character are shown only to those who have them on. */
const groups = [
  {
    place: 'everywhere',
    single: [{ keys: '/', name: 'search' }],
    other: [
      { keys: 'Ctrl+K', name: 'search' },
      { keys: 'F2', name: 'startCall' },
      { keys: 'Ctrl+Enter', name: 'save' },
      { keys: 'Ctrl+P', name: 'print' },
      { keys: 'Esc', name: 'back' },
    ],
  },
  {
    place: 'resident',
    single: [
      { keys: 'I', name: 'identify' },
      { keys: 'B', name: 'book' },
      { keys: 'R', name: 'portal' },
      { keys: 'A', name: 'ask' },
      { keys: 'V', name: 'mandates' },
      { keys: 'T', name: 'request' },
      { keys: 'K', name: 'keys' },
      { keys: 'D', name: 'defect' },
      { keys: 'O', name: 'door' },
      { keys: 'M', name: 'manager' },
      { keys: 'E', name: 'contacts' },
      { keys: 'N', name: 'note' },
      { keys: '1 2 3', name: 'purpose' },
      { keys: 'M', name: 'manual' },
      { keys: 'L', name: 'leaflet' },
    ],
    other: [],
  },
  {
    place: 'call',
    single: [
      { keys: '1 … 5', name: 'callKnew' },
      { keys: 'E', name: 'callCaller' },
      { keys: 'L', name: 'callWrite' },
      { keys: 'D', name: 'defect' },
      { keys: 'O', name: 'door' },
      { keys: 'M', name: 'manager' },
      { keys: 'V', name: 'callAnswers' },
      { keys: 'P', name: 'callPark' },
      { keys: 'S', name: 'callHandOver' },
    ],
    other: [],
  },
  {
    place: 'task',
    single: [
      { keys: 'U', name: 'taskMake' },
      { keys: 'V', name: 'taskDone' },
      { keys: 'O', name: 'taskTake' },
      { keys: 'A', name: 'taskGive' },
      { keys: 'P', name: 'taskWait' },
      { keys: 'J', name: 'taskGoOn' },
      { keys: 'N', name: 'note' },
      { keys: 'H', name: 'taskCancel' },
    ],
    other: [],
  },
  {
    place: 'defect',
    single: [
      { keys: 'A', name: 'defectStart' },
      { keys: 'V', name: 'defectDone' },
      { keys: 'N', name: 'note' },
      { keys: 'L', name: 'defectPicture' },
      { keys: 'S', name: 'defectHandOff' },
      { keys: 'U', name: 'defectReopen' },
      { keys: 'H', name: 'defectCancel' },
    ],
    other: [],
  },
  {
    place: 'mandate',
    single: [
      { keys: '1 … 9', name: 'whoIsHere' },
      { keys: '0', name: 'somebodyElse' },
      { keys: 'B … Y', name: 'wanted' },
      { keys: 'K', name: 'recordMandate' },
      { keys: 'L', name: 'attachPaper' },
      { keys: 'E', name: 'correctMandate' },
      { keys: 'H', name: 'refuseMandate' },
      { keys: 'R', name: 'revokeMandate' },
      { keys: 'U', name: 'renewMandate' },
      { keys: 'T', name: 'printMandate' },
    ],
    other: [],
  },
  {
    place: 'request',
    single: [
      { keys: 'B … X', name: 'requestKind' },
      { keys: '1 … 9', name: 'whoIsHere' },
      { keys: '0', name: 'somebodyElse' },
      { keys: 'Q', name: 'residentCalls' },
      { keys: 'V', name: 'requestDone' },
      { keys: 'L', name: 'requestHandOff' },
      { keys: 'T', name: 'requestReceipt' },
      { keys: 'P', name: 'keysReturn' },
      { keys: 'H', name: 'requestCancel' },
    ],
    other: [],
  },
  {
    place: 'keys',
    single: [
      { keys: 'P', name: 'keysReturn' },
      { keys: 'N', name: 'keysPickup' },
      { keys: 'S', name: 'keysMove' },
      { keys: 'U', name: 'keysRegister' },
      { keys: '1 … 9', name: 'whoBrings' },
      { keys: 'B', name: 'keysReport' },
      { keys: 'V', name: 'keysSettle' },
      { keys: 'T', name: 'keysInstructions' },
      { keys: 'M', name: 'keysRemind' },
      { keys: 'A', name: 'keysSign' },
      { keys: 'R', name: 'keysReceipt' },
      { keys: 'H', name: 'keysCancel' },
    ],
    other: [{ keys: '← → ↑ ↓', name: 'keysPicture' }],
  },
  {
    place: 'appointment',
    single: [
      { keys: '1 … 6', name: 'nextTime' },
      { keys: 'M', name: 'laterTimes' },
      { keys: 'S', name: 'move' },
      { keys: 'P', name: 'cancel' },
      { keys: 'T', name: 'slip' },
      { keys: 'E', name: 'details' },
    ],
    other: [],
  },
  {
    place: 'reception',
    single: [
      { keys: 'U', name: 'giveNumber' },
      { keys: 'T', name: 'numberSlip' },
    ],
    other: [
      { keys: 'Enter', name: 'arrival' },
      { keys: 'Ctrl+Enter', name: 'arrivalOtherwise' },
    ],
  },
  {
    place: 'desk',
    single: [
      { keys: '1 … 9', name: 'takeDesk' },
      { keys: 'K', name: 'callNext' },
      { keys: 'R', name: 'recall' },
      { keys: 'P', name: 'park' },
      { keys: 'T', name: 'transfer' },
      { keys: 'N', name: 'noShow' },
      { keys: 'F', name: 'finish' },
    ],
    other: [],
  },
  {
    place: 'calendar',
    single: [
      { keys: 'B', name: 'book' },
      { keys: 'D', name: 'day' },
      { keys: 'W', name: 'week' },
      { keys: 'T', name: 'today' },
      { keys: 'M', name: 'moveVisit' },
    ],
    other: [
      { keys: '← →', name: 'turn' },
      { keys: 'Enter', name: 'openCell' },
    ],
  },
] as const

/** The keys that do something, and the choice to have no single-key ones (WCAG 2.1.4). */
export function Shortcuts() {
  const { t } = useTranslation()
  const singleKeys = useSingleKeys()
  return (
    <Section title={t('system:shortcuts.title')}>
      <FormControlLabel
        control={<Switch checked={singleKeys} onChange={(_, on) => setSingleKeys(on)} />}
        label={t('system:shortcuts.singleKeys')}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {t('system:shortcuts.hint')}
      </Typography>
      {groups.map(({ place, single, other }) => {
        const rows = [...(singleKeys ? single : []), ...other]
        return (
          rows.length > 0 && (
            <Box key={place} sx={{ mb: 2 }}>
              <Typography component="h3" sx={{ fontWeight: 600, mb: 0.5 }}>
                {t(`system:shortcuts.place.${place}`)}
              </Typography>
              <Facts
                rows={rows.map(({ keys, name }) => ({ name: keys, value: t(`system:shortcuts.${name}`) }))}
              />
            </Box>
          )
        )
      })}
    </Section>
  )
}
