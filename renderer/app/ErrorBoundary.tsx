import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface BrokenProps {
  /** What happened, and what to do. */
  readonly text: string
  readonly onRetry: () => void
}

/** What is shown where a page, or all of them, should be. */
export function Broken({ text, onRetry }: BrokenProps) {
  const { t } = useTranslation()
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" onClick={onRetry}>
          {t('common:action.retry')}
        </Button>
      }
    >
      {text}
    </Alert>
  )
}

function BrokenPage({ onRetry }: Pick<BrokenProps, 'onRetry'>) {
  const { t } = useTranslation()
  return <Broken text={t('refusals:pageBroken')} onRetry={onRetry} />
}

/** Keeps a page that fails from taking the frame with it; what was typed is in the drafts. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  private readonly retry = () => this.setState({ broken: false })

  override componentDidMount() {
    window.addEventListener('hashchange', this.retry)
  }

  override componentWillUnmount() {
    window.removeEventListener('hashchange', this.retry)
  }

  override render() {
    return this.state.broken ? <BrokenPage onRetry={this.retry} /> : this.props.children
  }
}
