import UploadFileIcon from '@mui/icons-material/UploadFileOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MandatePage } from '#shared/contract/mandateViews'
import { api } from '../../app/client'
import { errorName } from '../../app/errors'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import type { Failed, Sending } from '../../components/useFileUpload'
import { FileGone } from '../register/chunks'
import { useFileDrop } from '../register/useFileDrop'
import { PaperDialog } from './PaperDialog'
import { isOver, isReceived } from './standing'
import { useMandateChanged } from './useMandateChanged'
import { samePaperOf, usePaperUpload } from './usePaperUpload'

type Paper = MandatePage['paperList'][number]

/** Bytes in the units in which people read a file's size. */
function useSize() {
  const { t } = useTranslation()
  const { number } = useFormat()
  return (bytes: number) =>
    bytes < 100_000
      ? t('mandates:papers.kilobytes', { size: number(Math.max(1, Math.round(bytes / 1000))) })
      : t('mandates:papers.megabytes', { size: number(Math.round(bytes / 100_000) / 10) })
}

/** The signed papers of a power: to look at, to attach and, while it is only received, to remove. */
export function Papers({ mandate }: { readonly mandate: MandatePage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const size = useSize()
  const [open, setOpen] = useState<Paper | null>(null)
  const [removing, setRemoving] = useState<Paper | null>(null)
  const removable = isReceived(mandate)
  return (
    <Section title={t('mandates:papers.title')}>
      {mandate.paperList.length === 0 && (
        <Typography color="text.secondary" sx={{ mb: 1 }}>
          {t('mandates:papers.none')}
        </Typography>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {mandate.paperList.map((paper) => (
          <Box
            component="li"
            key={paper.id}
            sx={{ display: 'flex', alignItems: 'flex-start', gap: 1, py: 0.5 }}
          >
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              <Link
                component="button"
                type="button"
                onClick={() => setOpen(paper)}
                sx={{ fontSize: 'inherit', textAlign: 'left', minHeight: 24 }}
              >
                {paper.name}
              </Link>
              <Typography variant="body2" color="text.secondary">
                {[
                  t(`mandates:papers.kind.${paper.kind}`),
                  size(paper.bytes),
                  format.dateTime(paper.at),
                  paper.by,
                ].join(' · ')}
              </Typography>
            </Box>
            {removable && (
              <Button
                size="small"
                onClick={() => setRemoving(paper)}
                aria-label={t('mandates:papers.removeNamed', { name: paper.name })}
              >
                {t('mandates:papers.remove')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {!isOver(mandate) && <Attach mandateId={mandate.id} />}
      {open && <PaperDialog mandateId={mandate.id} paper={open} onClose={() => setOpen(null)} />}
      {removing && <RemovePaper mandate={mandate} paper={removing} onClose={() => setRemoving(null)} />}
    </Section>
  )
}

function Attach({ mandateId }: { readonly mandateId: string }) {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const choose = useRef<HTMLButtonElement>(null)
  const upload = usePaperUpload(mandateId, (name) => announce(t('mandates:papers.attached', { name })))
  const { sending, failed } = upload
  const over = useFileDrop(place, upload.attach)
  const ask = () => input.current?.click()
  useShortcut('l', ask, { enabled: sending === null })
  return (
    <Box ref={place} sx={{ mt: 1 }}>
      <NotAttached failed={failed} />
      <Box
        sx={{
          p: 1.5,
          border: '2px dashed',
          borderColor: over ? 'primary.main' : 'text.secondary',
          bgcolor: over ? 'action.selected' : undefined,
        }}
      >
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])]
            // The same file can be chosen again.
            event.target.value = ''
            if (chosen.length > 0) upload.attach(chosen)
          }}
        />
        {sending === null ? (
          <>
            <Button
              ref={choose}
              variant="outlined"
              startIcon={<UploadFileIcon />}
              onClick={ask}
              aria-keyshortcuts="L"
            >
              {t('mandates:papers.choose')}
              <KeyHint keys="L" />
            </Button>
            <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
              {over ? t('mandates:papers.dropNow') : t('mandates:papers.hint')}
            </Typography>
          </>
        ) : (
          <Progress sending={sending} onCancel={upload.cancel} />
        )}
      </Box>
    </Box>
  )
}

function Progress({ sending, onCancel }: { readonly sending: Sending; readonly onCancel: () => void }) {
  const { t } = useTranslation()
  const size = useSize()
  const { name, bytes, sent } = sending
  return (
    <>
      <Typography sx={{ overflowWrap: 'anywhere' }}>{t('mandates:papers.sending', { name })}</Typography>
      <LinearProgress
        variant="determinate"
        value={Math.round((sent / Math.max(1, bytes)) * 100)}
        aria-label={t('mandates:papers.sending', { name })}
        sx={{ height: 12, my: 1 }}
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Button variant="outlined" size="small" onClick={onCancel}>
          {t('mandates:papers.cancel')}
        </Button>
        <Typography variant="body2" color="text.secondary">
          {t('mandates:papers.sent', { sent: size(sent), of: size(bytes) })}
        </Typography>
      </Box>
    </>
  )
}

/** Why a file was not attached, and which; the same paper leads to the power that has it. */
function NotAttached({ failed }: { readonly failed: Failed | null }) {
  const { t } = useTranslation()
  if (failed === null) return null
  const { name, error } = failed
  const holder = samePaperOf(error)
  return (
    <Alert severity="error" sx={{ mb: 1, overflowWrap: 'anywhere' }}>
      <strong>{t('mandates:papers.notAttached', { name })}</strong>{' '}
      {error instanceof FileGone ? t('mandates:papers.fileGone') : t(`refusals:${errorName(error).name}`)}{' '}
      {holder !== null && (
        <Link href={`#/mandates/${holder}`} color="inherit">
          {t('mandates:papers.toHolder')}
        </Link>
      )}
    </Alert>
  )
}

interface RemovePaperProps {
  readonly mandate: MandatePage
  readonly paper: Paper
  readonly onClose: () => void
}

function RemovePaper({ mandate, paper, onClose }: RemovePaperProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const changed = useMandateChanged()
  const remove = useMutation({ ...api.mandates.removePaper.mutationOptions(), gcTime: 0 })
  return (
    <ConfirmDialog
      open
      title={t('mandates:papers.removeTitle')}
      confirm={t('mandates:papers.remove')}
      danger
      busy={remove.isPending}
      onCancel={onClose}
      onConfirm={() =>
        remove.mutate(
          { id: mandate.id, version: mandate.version, paperId: paper.id },
          {
            onSuccess: (answered) => {
              changed(answered)
              announce(t('mandates:papers.removed', { name: paper.name }))
              onClose()
            },
            onError: () =>
              void queryClient.invalidateQueries({
                queryKey: api.mandates.read.key({ input: { id: mandate.id } }),
              }),
          },
        )
      }
    >
      <ErrorText error={remove.error} />
      {t('mandates:papers.removeText', { name: paper.name })}
    </ConfirmDialog>
  )
}
