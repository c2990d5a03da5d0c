import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { setSingleKeys, useSingleKeys } from '../../app/shortcuts'
import { Facts, Section } from '../../components/Section'

const singleKeyShortcuts = [
  { keys: '/', name: 'search' },
  { keys: 'I', name: 'identify' },
  { keys: 'R', name: 'portal' },
  { keys: 'E', name: 'contacts' },
  { keys: 'N', name: 'note' },
  { keys: '1 2 3', name: 'purpose' },
  { keys: 'M', name: 'manual' },
  { keys: 'L', name: 'leaflet' },
] as const

const otherShortcuts = [
  { keys: 'Ctrl+K', name: 'search' },
  { keys: 'Ctrl+Enter', name: 'save' },
  { keys: 'Ctrl+P', name: 'print' },
  { keys: 'Esc', name: 'back' },
] as const

/** The keys that do something, and the choice to have no single-key ones (WCAG 2.1.4). */
export function Shortcuts() {
  const { t } = useTranslation()
  const singleKeys = useSingleKeys()
  const rows = [...(singleKeys ? singleKeyShortcuts : []), ...otherShortcuts]
  return (
    <Section title={t('system:shortcuts.title')}>
      <FormControlLabel
        control={<Switch checked={singleKeys} onChange={(_, on) => setSingleKeys(on)} />}
        label={t('system:shortcuts.singleKeys')}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1.5 }}>
        {t('system:shortcuts.hint')}
      </Typography>
      <Facts rows={rows.map(({ keys, name }) => ({ name: keys, value: t(`system:shortcuts.${name}`) }))} />
    </Section>
  )
}
