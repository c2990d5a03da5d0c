import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import Stack from '@mui/material/Stack'
import { type ClipboardEvent, type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSingleKeys } from '../../app/shortcuts'
import { describedBy, FieldFrame } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { useTakesFocus } from '../../components/useTakesFocus'
import { isWholeZone } from './scanKeys'

interface ScanFieldProps {
  readonly busy: boolean
  readonly onText: (text: string) => void
  readonly onManual: () => void
  /** What single keys do while the field is empty; no document begins with them. */
  readonly emptyKeys: Readonly<Record<string, () => void>>
}

/** The field that waits for a document's lines: a scanner fills it, and they can be typed or pasted. */
export function ScanField({ busy, onText, onManual, emptyKeys }: ScanFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const input = useTakesFocus<HTMLTextAreaElement>()
  const singleKeys = useSingleKeys()
  const [text, setText] = useState('')
  const [short, setShort] = useState(false)

  const submit = (lines: string) => {
    if (busy) return
    if (lines.trim() === '') {
      setShort(true)
      input.current?.focus()
      return
    }
    setText('')
    onText(lines.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act =
      singleKeys && text === '' && !event.ctrlKey && !event.altKey
        ? emptyKeys[event.key.toLowerCase()]
        : undefined
    if (act !== undefined) act()
    // The first line of two or three ends in Enter as well.
    else if (event.key === 'Enter' && (isWholeZone(text) || text.trim() === '')) submit(text)
    else return
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text')
    if (text !== '' || !isWholeZone(pasted)) return
    event.preventDefault()
    submit(pasted)
  }
  const hint = t('identity:scan.hint')
  const error = short ? t('identity:scan.empty') : undefined
  return (
    <Box sx={{ '& textarea': { fontFamily: 'monospace', textTransform: 'uppercase' } }}>
      <FieldFrame id={id} label={t('identity:scan.label')} hint={hint} error={error}>
        <OutlinedInput
          id={id}
          inputRef={input}
          multiline
          minRows={3}
          size="small"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setShort(false)
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          inputProps={{
            maxLength: 200,
            autoComplete: 'off',
            spellCheck: false,
            'aria-describedby': describedBy(id, hint, error),
          }}
        />
      </FieldFrame>
      <Stack direction="row" sx={{ gap: 1 }}>
        <Button variant="contained" loading={busy} onClick={() => submit(text)}>
          {t('identity:scan.submit')}
        </Button>
        <Button variant="outlined" onClick={onManual} aria-keyshortcuts="M">
          {t('identity:scan.manual')}
          <KeyHint keys="M" />
        </Button>
      </Stack>
    </Box>
  )
}
