import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { useTakesFocus } from '../../components/useTakesFocus'
import { TellDefect } from '../defects/TellDefect'

/** What has just been ended, and what came of it. */
export interface Done {
  readonly callId: string
  /** The number that the caller is transferred to. */
  readonly transferTo: string | null
  readonly defectId: string | null
  readonly doorId: string | null
}

/** That the call is logged, and what to say last: where it was handed over to, or what happens next. */
export function JustDone({ done }: { readonly done: Done }) {
  const { t } = useTranslation()
  const box = useTakesFocus<HTMLDivElement>()
  const { callId, transferTo, defectId, doorId } = done
  return (
    <>
      <Alert ref={box} tabIndex={-1} severity="success" sx={{ mb: 2 }}>
        <AlertTitle>
          {transferTo === null ? t('calls:logged') : t('calls:asOy.handedOver', { number: transferTo })}
        </AlertTitle>
        <Link href={`#/calls/${callId}`} color="inherit">
          {t('calls:openCall')}
        </Link>
        {defectId !== null && (
          <>
            {' · '}
            <Link href={`#/defects/${defectId}`} color="inherit">
              {t('calls:openDefect')}
            </Link>
          </>
        )}
        {doorId !== null && (
          <>
            {' · '}
            <Link href={`#/doors/${doorId}`} color="inherit">
              {t('calls:openDoor')}
            </Link>
          </>
        )}
      </Alert>
      {defectId !== null && <TellDefect id={defectId} />}
    </>
  )
}
