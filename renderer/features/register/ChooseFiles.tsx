import UploadFileIcon from '@mui/icons-material/UploadFileOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from '../../components/Live'
import { FileChecklist } from './FileChecklist'
import { addFiles, checklistOf, registerFiles } from './files'
import { useFileDrop } from './useFileDrop'

interface ChooseFilesProps {
  readonly files: readonly File[]
  readonly onChoose: (files: readonly File[]) => void
  readonly onRead: () => void
}

/** The files: chosen with the button or dropped, ticked off on a checklist, and then read. */
export function ChooseFiles({ files, onChoose, onRead }: ChooseFilesProps) {
  const { t } = useTranslation()
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const choose = useRef<HTMLButtonElement>(null)
  const [tried, setTried] = useState(false)
  const list = checklistOf(files)
  const chosenOf = (count: number) => t('register:files.chosen', { count, of: registerFiles.length })
  const there = registerFiles.length - list.missing.length

  const add = (added: readonly File[]) => {
    const chosen = addFiles(files, added)
    setTried(false)
    onChoose(chosen)
    const next = checklistOf(chosen)
    announce(
      next.complete ? t('register:files.complete') : chosenOf(registerFiles.length - next.missing.length),
    )
  }
  const over = useFileDrop(place, add)
  const read = () => {
    if (list.complete) onRead()
    else setTried(true)
  }

  return (
    <div ref={place}>
      <Typography sx={{ mb: 1 }}>{t('register:files.text')}</Typography>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          flexWrap: 'wrap',
          gap: 2,
          p: 1.5,
          mb: 1,
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
          accept=".csv,text/csv"
          onChange={(event) => {
            const chosen = [...(event.target.files ?? [])]
            // The same file can be chosen again once it has been mended.
            event.target.value = ''
            if (chosen.length > 0) add(chosen)
          }}
        />
        <Button
          ref={choose}
          variant={list.complete ? 'outlined' : 'contained'}
          startIcon={<UploadFileIcon />}
          onClick={() => input.current?.click()}
        >
          {t('register:files.choose')}
        </Button>
        <Typography color="text.secondary">
          {over ? t('register:files.dropNow') : t('register:files.drop')}
        </Typography>
      </Box>
      <FileChecklist
        list={list}
        onRemove={(file) => {
          onChoose(files.filter((each) => each !== file))
          // The button that had the focus goes with its file.
          choose.current?.focus()
        }}
      />
      {files.length > 0 && (
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 2, mt: 1.5 }}>
          <Button
            variant={list.complete ? 'contained' : 'outlined'}
            onClick={read}
            aria-describedby={`${id}-state`}
          >
            {t('register:files.read')}
          </Button>
          <FormHelperText
            id={`${id}-state`}
            error={tried && !list.complete}
            role={tried ? 'alert' : undefined}
            sx={{ m: 0, fontSize: 16 }}
          >
            {list.complete
              ? t('register:files.nothingYet')
              : tried
                ? t('register:files.incomplete')
                : chosenOf(there)}
          </FormHelperText>
        </Box>
      )}
    </div>
  )
}
