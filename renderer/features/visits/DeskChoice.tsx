import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceDesk } from '#shared/contract/visits'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'
import { useFormat } from '../../app/format'
import { useShortcut } from '../../app/shortcuts'
import { ConfirmDialog } from '../../components/ConfirmDialog'
import { KeyHint } from '../../components/KeyHint'
import { useTakesFreeFocus } from '../../components/useTakesFreeFocus'
import { ActError } from './ActError'

/** Which desk one sits at. One that somebody else has is taken over only when that is meant. */
export function DeskChoice({ desks }: { readonly desks: readonly ServiceDesk[] }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState<number | null>(null)
  const take = useMutation({
    ...api.visits.takeDesk.mutationOptions(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: api.visits.key() }),
    gcTime: 0,
  })
  const choose = (deskNo: number, takeOver: boolean) => {
    if (take.isPending) return
    setAsking(null)
    take.mutate(
      { deskNo, takeOver },
      // Taken since the page was read: the same question as if it had been seen.
      { onError: (error) => isNamed(error, 'deskTaken') && setAsking(deskNo) },
    )
  }
  const asked = desks.find(({ deskNo }) => deskNo === asking)
  return (
    <>
      <Typography sx={{ mb: 2 }}>{t('visits:desk.choose')}</Typography>
      <ActError error={take.error} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))' }}>
        {desks.map((desk, at) => (
          <DeskButton
            key={desk.deskNo}
            desk={desk}
            first={at === 0}
            onChoose={() => {
              if (desk.staffId === null) choose(desk.deskNo, false)
              else setAsking(desk.deskNo)
            }}
          />
        ))}
      </Box>
      {/* Gone at once, so that the next digit chooses a desk. */}
      {asking !== null && (
        <ConfirmDialog
          open
          title={t('visits:desk.takeOverTitle', { desk: asking })}
          confirm={t('visits:desk.takeOver')}
          onConfirm={() => choose(asking, true)}
          onCancel={() => setAsking(null)}
        >
          {asked?.staffName != null && t('visits:desk.takeOverText', { name: asked.staffName })}
          {asked?.number != null && ` ${t('visits:desk.takeOverVisit', { number: asked.number })}`}
        </ConfirmDialog>
      )}
    </>
  )
}

interface DeskButtonProps {
  readonly desk: ServiceDesk
  readonly first: boolean
  readonly onChoose: () => void
}

function DeskButton({ desk: { deskNo, staffName, takenAt, number }, first, onChoose }: DeskButtonProps) {
  const { t } = useTranslation()
  const { time } = useFormat()
  const digit = deskNo < 10
  const button = useTakesFreeFocus<HTMLButtonElement>(first)
  useShortcut(String(deskNo), onChoose, { enabled: digit })
  return (
    <Button
      ref={button}
      variant="outlined"
      aria-keyshortcuts={digit ? String(deskNo) : undefined}
      onClick={onChoose}
      sx={{
        flexDirection: 'column',
        alignItems: 'flex-start',
        textAlign: 'left',
        p: 2,
        minHeight: 120,
        bgcolor: 'background.paper',
      }}
    >
      <Box component="span" sx={{ display: 'flex', width: '100%', alignItems: 'center' }}>
        <Box component="span" sx={{ flex: 1, fontSize: 30, lineHeight: 1.2 }}>
          {t('visits:desk.name', { desk: deskNo })}
        </Box>
        {digit && <KeyHint keys={String(deskNo)} />}
      </Box>
      <Box component="span" sx={{ color: 'text.primary', fontWeight: 400 }}>
        {staffName === null || takenAt === null
          ? t('visits:desk.free')
          : t('visits:desk.taken', { name: staffName, since: time(takenAt) })}
        {number !== null && ` · ${number}`}
      </Box>
    </Button>
  )
}
