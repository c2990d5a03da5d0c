import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import type { ResidentPage } from '#shared/contract/residents'
import { atCounter, useMay } from '../../app/session'
import { ReasonDialog } from './ReasonDialog'
import type { Reveal } from './useReveal'

/** Says what non-disclosure hides, who may see it, and asks for the reason. */
export function HiddenContacts({
  hidden,
  reveal,
}: {
  readonly hidden: ResidentPage['hidden']
  readonly reveal: Reveal
}) {
  const { t } = useTranslation()
  const may = useMay()
  if (hidden === 'nothing') return null
  const shown = reveal.revealed !== null
  return (
    <>
      <Alert
        severity="warning"
        sx={{ mb: 2 }}
        action={
          may(...atCounter) && (
            <Button color="inherit" onClick={shown ? reveal.hide : reveal.ask}>
              {shown ? t('residents:hidden.hide') : t('residents:hidden.reveal')}
            </Button>
          )
        }
      >
        {shown ? t('residents:hidden.shown') : t(`residents:hidden.${hidden}`)}
        {!may(...atCounter) && ` ${t('residents:hidden.whoMay')}`}
      </Alert>
      {reveal.asking && (
        <ReasonDialog
          title={t('residents:hidden.title')}
          text={t('residents:hidden.text')}
          confirm={t('residents:hidden.confirm')}
          busy={reveal.busy}
          error={reveal.error}
          onCancel={reveal.stop}
          onConfirm={reveal.confirm}
        />
      )}
    </>
  )
}
