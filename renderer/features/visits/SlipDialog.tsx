import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'
import { api } from '../../app/client'
import { KeyHint } from '../../components/KeyHint'
import { PdfDialog } from '../../components/PdfDialog'

interface SlipDialogProps {
  readonly visit: Pick<VisitView, 'id' | 'number'>
  readonly onClose: () => void
}

/** The slip with a queue number, to look at, to print and to save. No name is on it. */
export function SlipDialog({ visit, onClose }: SlipDialogProps) {
  const { t } = useTranslation()
  // What is on it does not change; reading it again would be one more look at the visit.
  const slip = useQuery(
    api.visits.numberSlip.queryOptions({ input: { id: visit.id }, staleTime: 'static', gcTime: 0 }),
  )
  return (
    <PdfDialog
      title={t('visits:slip.title', { number: visit.number })}
      read={slip}
      fileName={`${t('visits:slip.fileName')}-${visit.number}.pdf`}
      close={
        <>
          {t('visits:slip.close')}
          <KeyHint keys="Esc" />
        </>
      }
      maxWidth="sm"
      onClose={onClose}
    />
  )
}
