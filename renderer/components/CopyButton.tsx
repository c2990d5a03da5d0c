import CheckIcon from '@mui/icons-material/Check'
import ContentCopyIcon from '@mui/icons-material/ContentCopy'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { announce } from './Live'

/** Copies a text, and says that it did. */
export function CopyButton({ text }: { readonly text: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  return (
    <Button
      startIcon={copied ? <CheckIcon /> : <ContentCopyIcon />}
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => {
          setCopied(true)
          announce(t('common:copied'))
        })
      }}
    >
      {copied ? t('common:copied') : t('common:action.copy')}
    </Button>
  )
}
