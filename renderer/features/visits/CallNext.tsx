import CampaignIcon from '@mui/icons-material/CampaignOutlined'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'
import { Section } from '../../components/Section'
import { useTakesFreeFocus } from '../../components/useTakesFreeFocus'

interface CallNextProps {
  /** Whose turn it seems to be; the desk decides when it is called. */
  readonly next: VisitView | undefined
  readonly nobody: boolean
  readonly busy: boolean
  readonly onCall: () => void
}

/** The one button of a free desk. */
export function CallNext({ next, nobody, busy, onCall }: CallNextProps) {
  const { t } = useTranslation()
  const button = useTakesFreeFocus<HTMLButtonElement>()
  const call = () => {
    if (!busy) onCall()
  }
  useShortcut('k', call)
  return (
    <Section title={t('visits:serve.free')}>
      <Typography sx={{ mb: 2 }}>
        {next === undefined
          ? t('visits:serve.nobody')
          : t('visits:serve.next', { who: [next.number, next.name].filter(Boolean).join(', ') })}
      </Typography>
      <Button
        ref={button}
        variant="contained"
        size="large"
        startIcon={<CampaignIcon />}
        aria-keyshortcuts="K"
        // Not MUI's `loading`, which disables the button and so loses the focus.
        aria-busy={busy}
        onClick={call}
        sx={{ fontSize: 24, px: 4, py: 2 }}
      >
        {t('visits:act.callNext')}
        <KeyHint keys="K" />
      </Button>
      {nobody && next !== undefined && (
        <Typography sx={{ mt: 2 }}>{t('visits:serve.nobodyForYou')}</Typography>
      )}
    </Section>
  )
}
