import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

function Broken({ onRetry }: { readonly onRetry: () => void }) {
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
      {t('refusals:pageBroken')}
    </Alert>
  )
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
    return this.state.broken ? <Broken onRetry={this.retry} /> : this.props.children
  }
}
