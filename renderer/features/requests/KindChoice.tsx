import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { RequestKind } from '#shared/rules/requestKinds'
import { useShortcut } from '../../app/shortcuts'
import { KeyHint } from '../../components/KeyHint'
import { Section } from '../../components/Section'
import { useTakesFocus } from '../../components/useTakesFocus'
import { kindGroups } from './kindGroups'

const first = kindGroups[0].kinds[0][0]

/** What is asked for, in groups, each kind on its own letter. */
export function KindChoice({ onChoose }: { readonly onChoose: (kind: RequestKind) => void }) {
  const { t } = useTranslation()
  return (
    <Box sx={{ columns: '340px', columnGap: 2, '& section': { breakInside: 'avoid' } }}>
      {kindGroups.map(({ group, kinds }) => (
        <Section key={group} title={t(`requests:group.${group}`)}>
          <Box sx={{ display: 'grid', gap: 0.5 }}>
            {kinds.map(([kind, keys]) => (
              <Kind key={kind} kind={kind} keys={keys} onChoose={onChoose} />
            ))}
          </Box>
        </Section>
      ))}
    </Box>
  )
}

interface KindProps {
  readonly kind: RequestKind
  readonly keys: string
  readonly onChoose: (kind: RequestKind) => void
}

function Kind({ kind, keys, onChoose }: KindProps) {
  const { t } = useTranslation()
  const button = useTakesFocus<HTMLButtonElement>()
  const act = () => onChoose(kind)
  useShortcut(keys, act)
  return (
    <Button
      ref={kind === first ? button : undefined}
      variant="outlined"
      aria-keyshortcuts={keys}
      onClick={act}
      sx={{ justifyContent: 'space-between', textAlign: 'left', px: 1, lineHeight: 1.3 }}
    >
      {t(`requests:kind.${kind}`)}
      <KeyHint keys={keys} />
    </Button>
  )
}
