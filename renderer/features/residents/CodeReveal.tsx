import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { announce } from '../../components/Live'
import { ReasonDialog } from './ReasonDialog'

/** A button that makes its line no higher. */
const inLine = { py: 0, minHeight: 24, lineHeight: 1.4 }

/** How long a revealed code stays on the screen, milliseconds. */
const shownFor = 60_000

/** The masked personal identity code, and the whole of it for a minute after a reason was given. */
export function CodeReveal({ id, maskedCode }: { readonly id: string; readonly maskedCode: string | null }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const reveal = useMutation({ ...api.residents.revealCode.mutationOptions(), gcTime: 0 })

  useEffect(() => {
    if (code === null) return
    const timer = setTimeout(() => setCode(null), shownFor)
    return () => clearTimeout(timer)
  }, [code])

  if (maskedCode === null) return <>{t('residents:code.none')}</>
  const close = () => {
    setAsking(false)
    reveal.reset()
  }
  return (
    <>
      <span style={{ fontVariantNumeric: 'tabular-nums' }}>{code ?? maskedCode}</span>{' '}
      {code === null ? (
        <Button
          size="small"
          sx={inLine}
          onClick={() => setAsking(true)}
          aria-label={t('residents:code.revealLabel')}
        >
          {t('residents:code.reveal')}
        </Button>
      ) : (
        <Button size="small" sx={inLine} onClick={() => setCode(null)}>
          {t('residents:code.hide')}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          title={t('residents:code.title')}
          text={t('residents:code.text')}
          confirm={t('residents:code.confirm')}
          busy={reveal.isPending}
          error={reveal.error}
          onCancel={close}
          onConfirm={(reason) =>
            reveal.mutate(
              { id, reason },
              {
                onSuccess: (answer) => {
                  setCode(answer.code)
                  announce(t('residents:code.shown'))
                  close()
                },
              },
            )
          }
        />
      )}
    </>
  )
}
