import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../app/client'
import { useFormat } from '../../app/format'
import { useMay } from '../../app/session'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { saveCsv } from './saveCsv'

/** When the invoice line was written into a file, and for the lead the same file once more: one that was lost is not the end of its lines. */
export function Exported({ exportedAt }: { readonly exportedAt: Date }) {
  const { t } = useTranslation()
  const format = useFormat()
  const may = useMay()
  const again = useMutation({ ...api.doors.exportAgain.mutationOptions(), gcTime: 0 })
  return (
    <>
      {format.dateTime(exportedAt)}
      {may('lead', 'administrator') && (
        <Button
          size="small"
          loading={again.isPending}
          sx={{ ml: 1 }}
          onClick={() =>
            again.mutate(
              { exportedAt },
              {
                onSuccess: ({ csvBase64, lines }) => {
                  saveCsv(csvBase64, t('doors:export.fileName'))
                  announce(t('doors:export.done', { count: lines }))
                },
              },
            )
          }
        >
          {t('doors:export.again')}
        </Button>
      )}
      <ErrorText error={again.error} />
    </>
  )
}
