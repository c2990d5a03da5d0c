import BlockIcon from '@mui/icons-material/BlockOutlined'
import CorrectIcon from '@mui/icons-material/DriveFileRenameOutlineOutlined'
import EditIcon from '@mui/icons-material/EditOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyEventView, KeyView } from '#shared/contract/keyViews'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { ErrorText } from '../../components/ErrorText'
import { Facts, Section } from '../../components/Section'
import { LinesSkeleton } from '../../components/Skeletons'
import { ActiveDialog } from './ActiveDialog'
import { CorrectDialog } from './CorrectDialog'
import { CorrectKeyDialog } from './CorrectKeyDialog'
import { EditDialog } from './EditDialog'
import { KeyHistory } from './KeyHistory'
import { useKeyWords } from './useKeyWords'

interface KeyDetailsProps {
  readonly shown: KeyView
  /** All keys of the home. */
  readonly all: readonly KeyView[]
}

/** One key: who has it and since when, and everything that has happened to it. */
export function KeyDetails({ shown, all }: KeyDetailsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useKeyWords()
  const history = useQuery(api.keys.history.queryOptions({ input: { keyId: shown.id } }))
  const [dialog, setDialog] = useState<'edit' | 'key' | 'active' | KeyEventView | null>(null)
  const close = () => setDialog(null)
  const free = shown.handoff === null
  return (
    <Section
      title={words.key(shown)}
      actions={
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button size="small" startIcon={<EditIcon />} onClick={() => setDialog('edit')}>
            {t('keys:action.edit')}
          </Button>
          <Button size="small" startIcon={<CorrectIcon />} onClick={() => setDialog('key')}>
            {t('keys:action.correctKey')}
          </Button>
          {free && (
            <Button size="small" startIcon={<BlockIcon />} onClick={() => setDialog('active')}>
              {shown.active ? t('keys:action.outOfUse') : t('keys:action.intoUse')}
            </Button>
          )}
        </Box>
      }
    >
      {shown.handoff && (
        <Alert severity="info" role="note" sx={{ mb: 2 }}>
          {t(`keys:details.in.${shown.handoff.direction}`, { day: format.day(shown.handoff.dueOn) })}{' '}
          <Link href={`#/keys/handoffs/${shown.handoff.id}`} color="inherit">
            {t('keys:openHandoff')}
          </Link>
        </Alert>
      )}
      <Facts
        rows={[
          {
            name: t('keys:details.has'),
            value: t('keys:details.since', {
              who: words.holder(shown.holder),
              day: format.day(shown.since),
            }),
          },
          ...(shown.setName === '' ? [] : [{ name: t('keys:field.setName'), value: shown.setName }]),
          ...(shown.note === '' ? [] : [{ name: t('keys:field.note'), value: shown.note }]),
        ]}
      />
      <ErrorText error={history.error} onRetry={() => void history.refetch()} />
      {history.data === undefined ? (
        !history.isError && <LinesSkeleton lines={3} />
      ) : (
        <KeyHistory events={history.data.events} onCorrect={free ? setDialog : null} />
      )}
      {dialog === 'edit' && <EditDialog shown={shown} onClose={close} />}
      {dialog === 'key' && <CorrectKeyDialog shown={shown} all={all} onClose={close} />}
      {dialog === 'active' && <ActiveDialog shown={shown} onClose={close} />}
      {typeof dialog === 'object' && dialog !== null && (
        <CorrectDialog shown={shown} event={dialog} all={all} onClose={close} />
      )}
    </Section>
  )
}
