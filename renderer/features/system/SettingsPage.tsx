import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import { useColorScheme } from '@mui/material/styles'
import { useTranslation } from 'react-i18next'
import { FieldGroup } from '../../components/FormField'
import { Page } from '../../components/Page'
import { Section } from '../../components/Section'
import { chooseLanguage, languageNames, languages } from '../../i18n/index'
import { DatabaseSection } from '../database/DatabaseSection'
import { DefectSettings } from '../defects/DefectSettings'
import { KeySettings } from '../keys/KeySettings'
import { SmtpSettings } from '../outbox/SmtpSettings'
import { RequestSettings } from '../requests/RequestSettings'
import { TaskSettings } from '../tasks/TaskSettings'
import { TimetableLink } from '../timetable/TimetableLink'
import { AboutThisDesk } from './AboutThisDesk'
import { LockAfter } from './LockAfter'
import { Shortcuts } from './Shortcuts'
import { looks } from './UserMenu'

/** What is one's own to choose, what the office chooses, and how this desk is set up. */
export function SettingsPage() {
  const { t, i18n } = useTranslation()
  const { mode, setMode } = useColorScheme()
  const title = t('system:settings.title')
  return (
    <Page title={title} windowTitle={title} width="text">
      <Section title={t('system:settings.mine')}>
        <FieldGroup label={t('common:language')}>
          <RadioGroup
            row
            value={i18n.language}
            onChange={(_, value) => {
              const chosen = languages.find((language) => language === value)
              if (chosen !== undefined) void chooseLanguage(chosen)
            }}
          >
            {languages.map((language) => (
              <FormControlLabel
                key={language}
                value={language}
                lang={language}
                control={<Radio />}
                label={languageNames[language]}
              />
            ))}
          </RadioGroup>
        </FieldGroup>
        <FieldGroup label={t('system:look.label')}>
          <RadioGroup
            row
            value={mode ?? 'system'}
            onChange={(_, value) => setMode(looks.find((look) => look === value) ?? 'system')}
          >
            {looks.map((look) => (
              <FormControlLabel
                key={look}
                value={look}
                control={<Radio />}
                label={t(`system:look.${look}`)}
              />
            ))}
          </RadioGroup>
        </FieldGroup>
      </Section>
      <Shortcuts />
      <TimetableLink />
      <LockAfter />
      <SmtpSettings />
      <RequestSettings />
      <KeySettings />
      <DefectSettings />
      <TaskSettings />
      <DatabaseSection />
      <AboutThisDesk />
    </Page>
  )
}
