import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { KeyHint } from '../../components/KeyHint'
import { PdfDialog } from '../../components/PdfDialog'

/** The paper slip of a booked visit, to look at, to print and to save. */
export function SlipDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const slip = useQuery(api.appointments.slip.queryOptions({ input: { id } }))
  return (
    <PdfDialog
      title={t('appointments:slip.title')}
      read={slip}
      fileName={`${t('appointments:slip.fileName')}.pdf`}
      close={
        <>
          {t('appointments:slip.close')}
          <KeyHint keys="Esc" />
        </>
      }
      onClose={onClose}
    />
  )
}
