import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandateAction } from '#shared/rules/mandateScopes'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'
import { Section } from '../../components/Section'
import { wantedGroups } from './wanted'

interface WhatWantedProps {
  readonly action: MandateAction | null
  readonly onWant: (action: MandateAction) => void
}

/** What they want, in groups, each on its own letter. The answer comes at once. */
export function WhatWanted({ action, onWant }: WhatWantedProps) {
  const { t } = useTranslation()
  return (
    <Section title={t('mandates:ask.what')}>
      <Box sx={{ columnCount: { xs: 1, sm: 2 }, columnGap: 16 / 8 }}>
        {wantedGroups.map(({ group, actions }) => (
          <Group key={group} title={t(`mandates:group.${group}`)}>
            {actions.map(([each, key]) => (
              <Want key={each} action={each} keys={key} chosen={each === action} onWant={onWant} />
            ))}
          </Group>
        ))}
      </Box>
    </Section>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  const id = useId()
  return (
    <Box role="group" aria-labelledby={id} sx={{ breakInside: 'avoid', mb: 1 }}>
      <Typography id={id} variant="body2" color="text.secondary" sx={{ fontWeight: 600 }}>
        {title}
      </Typography>
      <Box sx={{ display: 'grid', gap: 0.25 }}>{children}</Box>
    </Box>
  )
}

interface WantProps {
  readonly action: MandateAction
  readonly keys: string
  readonly chosen: boolean
  readonly onWant: (action: MandateAction) => void
}

function Want({ action, keys, chosen, onWant }: WantProps) {
  const { t } = useTranslation()
  const act = () => onWant(action)
  useShortcut(keys, act)
  return (
    <Button
      size="small"
      variant={chosen ? 'contained' : 'text'}
      aria-pressed={chosen}
      aria-keyshortcuts={keys}
      onClick={act}
      sx={{ justifyContent: 'space-between', textAlign: 'left', px: 0.5, py: 0.25, lineHeight: 1.25 }}
    >
      {t(`mandates:want.${action}`)}
      <KeyHint keys={keys} />
    </Button>
  )
}
