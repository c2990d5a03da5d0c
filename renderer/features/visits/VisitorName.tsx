import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { VisitView } from '#shared/contract/visits'

/** What a visitor is called, in words also when they gave no name. */
export function useVisitorName() {
  const { t } = useTranslation()
  return ({ name }: Pick<VisitView, 'name'>) => (name === '' ? t('visits:noName') : name)
}

/** A visitor's name, and what they are when the register does not know them. */
export function VisitorName({ visit }: { readonly visit: VisitView }) {
  const { t } = useTranslation()
  const nameOf = useVisitorName()
  return (
    <>
      {nameOf(visit)}
      {visit.personKind !== null && visit.personKind !== 'other' && (
        <Typography component="span" variant="body2" color="text.secondary">
          {` ${t(`appointments:personKind.${visit.personKind}`)}`}
        </Typography>
      )}
    </>
  )
}
