import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { useDiscard } from '../../components/ConfirmDialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { Page } from '../../components/Page'
import { IncomePart } from './IncomePart'
import { Results } from './Results'
import { SummaryDialog } from './SummaryDialog'
import { UrgencyPart } from './UrgencyPart'
import { type AdviceForm, idOf, useAdvice } from './useAdvice'
import { WealthPart } from './WealthPart'

/** Advice to somebody who looks for a home: urgency, wealth and income by the City's rules, and what follows, as it is typed. */
export function AdvicePage() {
  const { t } = useTranslation()
  const form = useAdvice()
  const [printing, setPrinting] = useState(false)
  const discard = useDiscard(form.dirty, () => {
    form.clear()
    document.getElementById(idOf('people'))?.focus()
  })
  const print = () => {
    if (form.tried()) setPrinting(true)
  }
  useShortcut('escape', discard.request, { enabled: form.dirty })
  useShortcut('ctrl+p', print)
  return (
    <Page
      title={t('advice:title')}
      windowTitle={t('advice:title')}
      // Where the results are below the form, who selects is said before it.
      lead={<NotDecision display={{ md: 'none' }} />}
    >
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 350px' },
          columnGap: 2,
          alignItems: 'start',
        }}
      >
        <Box component="form" noValidate aria-label={t('advice:title')} onSubmit={(e) => e.preventDefault()}>
          {form.items.length > 0 && <ErrorSummary items={form.items} attempt={form.attempt} />}
          <Household form={form} />
          <UrgencyPart form={form} />
          <WealthPart form={form} />
          <IncomePart form={form} />
        </Box>
        <Paper
          component="section"
          variant="outlined"
          aria-labelledby="advice-results"
          sx={{
            position: 'sticky',
            top: 0,
            maxHeight: { md: 'calc(100vh - 160px)' },
            display: 'flex',
            flexDirection: 'column',
          }}
        >
          <NotDecision display={{ xs: 'none', md: 'flex' }} />
          <Box
            role="group"
            aria-labelledby="advice-results"
            // It may be longer than the screen, and is then scrolled by the keyboard as well.
            tabIndex={0}
            sx={{ p: 2, pb: 0.5, overflowY: 'auto', '&:focus-visible': { outlineOffset: -2 } }}
          >
            <Typography variant="h2" id="advice-results" sx={{ mb: 1 }}>
              {t('advice:result.title')}
            </Typography>
            <Results form={form} />
          </Box>
          <Box sx={{ p: 2, pt: 1, display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button variant="contained" onClick={print} aria-keyshortcuts="Control+P">
              {t('advice:action.summary')}
              <KeyHint keys="Ctrl+P" />
            </Button>
            <Button onClick={discard.request} disabled={!form.dirty} aria-keyshortcuts="Escape">
              {t('advice:action.next')}
              <KeyHint keys="Esc" />
            </Button>
          </Box>
        </Paper>
      </Box>
      {printing && <SummaryDialog figures={form.figures} onClose={() => setPrinting(false)} />}
      {discard.dialog}
    </Page>
  )
}

/** Who selects the residents (000_8cb8751306546cea.txt), and that this does not. */
function NotDecision({ display }: { readonly display: Readonly<Record<string, string>> }) {
  const { t } = useTranslation()
  return (
    <Alert severity="info" role="note" sx={{ fontWeight: 600, display }}>
      {t('advice:notDecision')}
    </Alert>
  )
}

/** What several of the rules need: how many people, and the day of the application. */
function Household({ form }: { readonly form: AdviceForm }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3 }}>
      {(['people', 'day'] as const).map((field) => (
        <Box key={field} sx={{ flex: '1 1 240px' }}>
          <TextInput
            id={idOf(field)}
            label={form.label(field)}
            hint={t(`advice:hint.${field}`, { today: format.day(form.today) })}
            error={form.problem(field)}
            optional
            value={form.values[field]}
            width={160}
            inputMode={field === 'people' ? 'numeric' : 'text'}
            maxLength={10}
            autoComplete="off"
            onBlur={() => form.leave(field)}
            onChange={(event) => form.set({ [field]: event.target.value })}
          />
        </Box>
      ))}
    </Box>
  )
}
