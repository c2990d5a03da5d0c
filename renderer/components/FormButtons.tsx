import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyHint } from './KeyHint'

interface FormButtonsProps {
  /** What the button that does it says; null when nothing can be done. */
  readonly save: string | null
  readonly busy: boolean
  readonly onCancel: () => void
  /** Always in sight under a long form: what the button says is said by pressing its keys. */
  readonly inSight?: boolean
  /** Buttons between the two. */
  readonly between?: ReactNode
  /** Buttons after the two. */
  readonly after?: ReactNode
}

const sticky = {
  alignItems: 'center',
  '@media (min-height: 600px)': { position: 'sticky' },
  bottom: -16,
  mx: -2,
  px: 2,
  py: 1,
  bgcolor: 'background.paper',
  borderTop: 1,
  borderColor: 'divider',
  zIndex: 1,
} as const

/** The end of a form on a page: Ctrl+Enter does it, Esc leaves it. The keys are the form's own. */
export function FormButtons({ save, busy, onCancel, inSight = false, between, after }: FormButtonsProps) {
  const { t } = useTranslation()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, ...(inSight ? sticky : {}) }}>
      {save !== null && (
        <Button type="submit" variant="contained" loading={busy} aria-keyshortcuts="Control+Enter">
          {save}
          <KeyHint keys="Ctrl+Enter" />
        </Button>
      )}
      {between}
      <Button onClick={onCancel} aria-keyshortcuts="Escape">
        {t('common:action.cancel')}
        <KeyHint keys="Esc" />
      </Button>
      {after}
    </Box>
  )
}
