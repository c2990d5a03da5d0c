import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { DefectPage } from '#shared/contract/defects'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { KeyHint } from '../../components/KeyHint'
import { LinesSkeleton } from '../../components/Skeletons'

interface PictureDialogProps {
  readonly defectId: string
  readonly picture: DefectPage['pictureList'][number]
  readonly onClose: () => void
}

/** A picture to look at. It is in the memory of the page for as long as it is open. */
export function PictureDialog({ defectId, picture, onClose }: PictureDialogProps) {
  const { t } = useTranslation()
  const id = useId()
  const read = useQuery(
    api.defects.readPicture.queryOptions({
      input: { id: defectId, pictureId: picture.id },
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  )
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} fullWidth maxWidth="md">
      <DialogTitle id={`${id}-title`} sx={{ overflowWrap: 'anywhere' }}>
        {picture.name}
      </DialogTitle>
      <DialogContent>
        <ErrorText error={read.error} onRetry={() => void read.refetch()} />
        {read.data ? (
          <Box
            component="img"
            // The security policy shows pictures of the program's own and those that are given whole; as one nothing in it is run.
            src={`data:image/${read.data.kind};base64,${read.data.base64}`}
            alt={t('defects:pictures.alt')}
            sx={{ maxWidth: '100%', maxHeight: '70vh', display: 'block', m: 'auto' }}
          />
        ) : (
          !read.isError && <LinesSkeleton lines={10} />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {t('defects:pictures.close')}
          <KeyHint keys="Esc" />
        </Button>
      </DialogActions>
    </Dialog>
  )
}
