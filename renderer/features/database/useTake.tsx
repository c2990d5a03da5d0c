import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from 'wouter/use-hash-location'
import type { DatabaseChoice } from '#shared/contract/database'
import { api } from '../../app/client'
import { clearDrafts, tellDraftsNow } from '../../app/drafts'
import { queryClient } from '../../app/queryClient'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { announce } from '../../components/Live'
import { tellChosen } from './chosen'

interface Wanted {
  readonly choice: DatabaseChoice
  readonly password: string | null
}

/**
 * Takes another database into use, after asking: `ask` with what is wanted, `error` of what came of it, and `dialog` to
 * show. From `outside`, where nobody is signed in, there is nobody to sign out and nothing that could be moved.
 */
export function useTake(outside: boolean) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const choose = useMutation(
    api.database.choose.mutationOptions({
      // What is typed and unfinished belongs to the database that is left.
      onMutate: () => tellDraftsNow().catch(() => undefined),
      onSuccess: ({ database }) => {
        clearDrafts()
        tellChosen(database.kind)
        announce(t(`database:chosen.${database.kind}`))
        navigate('/')
        queryClient.setQueryData(api.staff.session.queryKey(), null)
        void queryClient.invalidateQueries()
      },
      onSettled: () => setWanted(null),
      // Asked again, it would be answered that this is the database already.
      retry: false,
    }),
  )
  const kind = wanted?.choice.kind ?? 'embedded'
  const dialog = (
    <ConfirmDialog
      open={wanted !== null}
      title={t(`database:confirm.title.${kind}`)}
      confirm={t('database:take')}
      busy={choose.isPending}
      onConfirm={() => wanted && choose.mutate(wanted)}
      onCancel={() => setWanted(null)}
    >
      <Typography sx={{ mb: 1.5 }}>{t(`database:confirm.stays.${kind}`)}</Typography>
      {!outside && (
        <>
          <Typography sx={{ mb: 1.5 }}>{t('database:confirm.signedOut')}</Typography>
          <Typography>{t(`database:confirm.move.${kind}`)}</Typography>
          <Box component="code" sx={{ display: 'block', mb: 1.5 }}>
            {kind === 'postgres' ? 'npm run database -- copy-in' : 'npm run database -- copy-out'}
          </Box>
          <Typography>
            {t('database:confirm.guide')} <code>docs/several-desks.md</code>
          </Typography>
        </>
      )}
    </ConfirmDialog>
  )
  return {
    ask: (next: Wanted) => {
      choose.reset()
      setWanted(next)
    },
    error: choose.error,
    reset: choose.reset,
    dialog,
  }
}
