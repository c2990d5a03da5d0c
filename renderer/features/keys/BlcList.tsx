import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type HandoffDirection, handoffDirections } from '#shared/rules/keyHandoff'
import { api } from '../../app/client'
import { SelectInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { PdfDialog } from '../../components/PdfDialog'

/** What BLC Turva is to expect, to look at, to print and to save. */
export function BlcList({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [direction, setDirection] = useState<HandoffDirection>('return')
  const list = useQuery({
    ...api.keys.blcList.queryOptions({ input: { direction } }),
    staleTime: 'static',
    gcTime: 0,
  })
  return (
    <PdfDialog
      title={t('keys:paper.blcList')}
      read={list}
      fileName={`${t('keys:paper.file.blcList')}.pdf`}
      close={
        <>
          {t('keys:paper.close')}
          <KeyHint keys="Esc" />
        </>
      }
      onClose={onClose}
    >
      <SelectInput
        id="blc-direction"
        label={t('keys:list.direction')}
        value={direction}
        width={240}
        onChange={(event) =>
          setDirection(handoffDirections.find((each) => each === event.target.value) ?? direction)
        }
        options={handoffDirections.map((value) => ({ value, text: t(`keys:direction.${value}`) }))}
      />
    </PdfDialog>
  )
}
