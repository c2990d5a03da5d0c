import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { errorName } from '../app/errors'

/** A field that must be corrected: the id of its input, and what its label and problem say. */
export interface SummaryItem {
  readonly id: string
  readonly text: string
}

interface ErrorSummaryProps {
  readonly items: readonly SummaryItem[]
  /** What the desk answered, when the form was right but the answer was no. */
  readonly error?: unknown
  /** Grows with every try to save, so that the summary takes the focus again: `formState.submitCount`. */
  readonly attempt?: number
}

/** What must be corrected before a form can be saved, as links to the fields; and what the desk answered. */
export function ErrorSummary({ items, error = null, attempt = 0 }: ErrorSummaryProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const shown = items.length > 0 || (error !== null && error !== undefined)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new try must bring the focus back even to the same list
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown, attempt, error])

  if (!shown) return null
  return (
    <Alert severity="error" ref={box} tabIndex={-1} sx={{ mb: 2 }}>
      {items.length === 0 ? (
        t(`refusals:${errorName(error).name}`)
      ) : (
        <>
          <AlertTitle>{t('common:form.correct', { count: items.length })}</AlertTitle>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {items.map(({ id, text }) => (
              <li key={id}>
                <Link
                  href={`#${id}`}
                  color="inherit"
                  sx={{ display: 'inline-block', minHeight: 24 }}
                  onClick={(event) => {
                    // The hash is the page's address, so the link moves the focus instead.
                    event.preventDefault()
                    document.getElementById(id)?.focus()
                  }}
                >
                  {text}
                </Link>
              </li>
            ))}
          </Box>
        </>
      )}
    </Alert>
  )
}
