import UploadFileIcon from '@mui/icons-material/AddAPhotoOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DefectPage } from '#shared/contract/defects'
import { api } from '../../app/client'
import { errorName } from '../../app/errors'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { FileGone } from '../register/chunks'
import { useFileDrop } from '../register/useFileDrop'
import { PictureDialog } from './PictureDialog'
import { useDefectChanged } from './useDefectChanged'
import { usePictureUpload } from './usePictureUpload'

type Picture = DefectPage['pictureList'][number]

/** The pictures of a defect: to look at, to attach and to remove while it is not over. */
export function Pictures({ defect }: { readonly defect: DefectPage }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [shown, setShown] = useState<Picture | null>(null)
  const [removing, setRemoving] = useState<Picture | null>(null)
  const open = defect.state === 'open' || defect.state === 'inProgress'
  return (
    <Section title={t('defects:pictures.title')}>
      {defect.pictureList.length === 0 && (
        <Typography color="text.secondary">{t('defects:pictures.none')}</Typography>
      )}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {defect.pictureList.map((picture) => (
          <Box component="li" key={picture.id} sx={{ display: 'flex', gap: 1, py: 0.5 }}>
            <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              <Link
                component="button"
                type="button"
                onClick={() => setShown(picture)}
                sx={{ fontSize: 'inherit', textAlign: 'left', minHeight: 24 }}
              >
                {picture.name}
              </Link>
              <Typography variant="body2" color="text.secondary">
                {`${format.dateTime(picture.addedAt)} · ${picture.addedBy}`}
              </Typography>
            </Box>
            {open && (
              <Button
                size="small"
                onClick={() => setRemoving(picture)}
                aria-label={t('defects:pictures.removeNamed', { name: picture.name })}
              >
                {t('defects:pictures.remove')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      {open && <Attach id={defect.id} />}
      {shown && <PictureDialog defectId={defect.id} picture={shown} onClose={() => setShown(null)} />}
      {removing && <Remove defect={defect} picture={removing} onClose={() => setRemoving(null)} />}
    </Section>
  )
}

function Attach({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const place = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const { sending, failed, attach, cancel } = usePictureUpload(id, (name) =>
    announce(t('defects:pictures.attached', { name })),
  )
  const over = useFileDrop(place, attach)
  const ask = () => input.current?.click()
  useShortcut('l', ask, { enabled: sending === null })
  return (
    <Box ref={place} sx={{ mt: 1 }}>
      {failed && (
        <Alert severity="error" sx={{ mb: 1, overflowWrap: 'anywhere' }}>
          <strong>{t('defects:pictures.notAttached', { name: failed.name })}</strong>{' '}
          {failed.error instanceof FileGone
            ? t('defects:pictures.fileGone')
            : t(`refusals:${errorName(failed.error).name}`)}
        </Alert>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".jpg,.jpeg,.png,image/jpeg,image/png"
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])]
          // The same file can be chosen again.
          event.target.value = ''
          if (chosen.length > 0) attach(chosen)
        }}
      />
      {sending === null ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Button variant="outlined" startIcon={<UploadFileIcon />} onClick={ask} aria-keyshortcuts="L">
            {t('defects:pictures.choose')}
            <KeyHint keys="L" />
          </Button>
          <Typography variant="body2" color="text.secondary">
            {over ? t('defects:pictures.dropNow') : t('defects:pictures.hint')}
          </Typography>
        </Box>
      ) : (
        <>
          <LinearProgress
            variant="determinate"
            value={Math.round((sending.sent / Math.max(1, sending.bytes)) * 100)}
            aria-label={t('defects:pictures.sending', { name: sending.name })}
            sx={{ height: 12, my: 1 }}
          />
          <Button variant="outlined" size="small" onClick={cancel}>
            {t('common:action.cancel')}
          </Button>
        </>
      )}
    </Box>
  )
}

interface RemoveProps {
  readonly defect: DefectPage
  readonly picture: Picture
  readonly onClose: () => void
}

function Remove({ defect, picture, onClose }: RemoveProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const changed = useDefectChanged()
  const { id, version } = defect
  const remove = useMutation({ ...api.defects.removePicture.mutationOptions(), gcTime: 0 })
  return (
    <ConfirmDialog
      open
      title={t('defects:pictures.removeTitle')}
      confirm={t('defects:pictures.remove')}
      danger
      busy={remove.isPending}
      onCancel={onClose}
      onConfirm={() =>
        remove.mutate(
          { id, version, pictureId: picture.id },
          {
            onSuccess: (answered) => {
              changed(answered)
              announce(t('defects:pictures.removed', { name: picture.name }))
              onClose()
            },
            onError: () =>
              void queryClient.invalidateQueries({ queryKey: api.defects.read.key({ input: { id } }) }),
          },
        )
      }
    >
      <ErrorText error={remove.error} />
      {picture.name}
    </ConfirmDialog>
  )
}
