import BuildIcon from '@mui/icons-material/BuildOutlined'
import CancelIcon from '@mui/icons-material/CancelOutlined'
import CheckIcon from '@mui/icons-material/Check'
import NoteAddIcon from '@mui/icons-material/NoteAdd'
import ReplayIcon from '@mui/icons-material/Replay'
import SendIcon from '@mui/icons-material/SendOutlined'
import Stack from '@mui/material/Stack'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DefectPage } from '#shared/contract/defects'
import { api } from '../../app/client'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { KeyButton } from '../mandates/KeyButton'
import { NoteForm } from '../tasks/NoteForm'
import { type Answered, useDefectChanged } from './useDefectChanged'

const acts = ['start', 'note', 'done', 'cancel', 'reopen'] as const
type Act = (typeof acts)[number]
const needNote: readonly Act[] = ['note', 'cancel', 'reopen']

/** What staff do with a defect, each on the single key shown beside it. */
export function DefectActions({ defect }: { readonly defect: DefectPage }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const changed = useDefectChanged()
  const [act, setAct] = useState<Act | null>(null)
  const { id, version } = defect
  const open = defect.state === 'open' || defect.state === 'inProgress'
  const again = () =>
    void queryClient.invalidateQueries({ queryKey: api.defects.read.key({ input: { id } }) })
  const start = useMutation({ ...api.defects.start.mutationOptions(), gcTime: 0 })
  const note = useMutation({ ...api.defects.note.mutationOptions(), gcTime: 0 })
  const done = useMutation({ ...api.defects.done.mutationOptions(), gcTime: 0 })
  const cancel = useMutation({ ...api.defects.cancel.mutationOptions(), gcTime: 0 })
  const reopen = useMutation({ ...api.defects.reopen.mutationOptions(), gcTime: 0 })
  const handOff = useMutation({ ...api.defects.handOff.mutationOptions(), gcTime: 0 })
  const doing = { start, note, done, cancel, reopen }
  const current = act === null ? null : doing[act]
  const begin = (what: Act) => {
    doing[what].reset()
    setAct(what)
  }
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <KeyButton
          keys="A"
          icon={<BuildIcon />}
          label={t('defects:act.start')}
          enabled={defect.state === 'open'}
          onAct={() => begin('start')}
        />
        <KeyButton
          keys="V"
          icon={<CheckIcon />}
          main
          label={t('defects:act.done')}
          enabled={open}
          onAct={() => begin('done')}
        />
        <KeyButton
          keys="N"
          icon={<NoteAddIcon />}
          label={t('defects:act.note')}
          enabled={open}
          onAct={() => begin('note')}
        />
        <KeyButton
          keys="S"
          icon={<SendIcon />}
          label={t('defects:act.handOff')}
          enabled={open && ['noAddress', 'dropped'].includes(defect.handOff.state)}
          onAct={() => {
            if (handOff.isPending) return
            handOff.mutate(
              { id, version },
              {
                onSuccess: (answered) => {
                  changed(answered)
                  announce(t('defects:said.handOff'))
                },
                onError: again,
              },
            )
          }}
        />
        <KeyButton
          keys="U"
          icon={<ReplayIcon />}
          main
          label={t('defects:act.reopen')}
          enabled={!open}
          onAct={() => begin('reopen')}
        />
        <KeyButton
          keys="H"
          icon={<CancelIcon />}
          label={t('defects:act.cancel')}
          enabled={open}
          onAct={() => begin('cancel')}
        />
      </Stack>
      <ErrorText error={handOff.error} />
      {act !== null && current !== null && (
        <NoteForm
          title={t(`defects:ask.${act}`)}
          label={t(`defects:askNote.${act}`)}
          save={t(`defects:act.${act}`)}
          required={needNote.includes(act)}
          oneLine={act === 'start' || act === 'note'}
          maxLength={act === 'start' ? 300 : 1000}
          busy={current.isPending}
          error={current.error}
          onSave={(text) =>
            current.mutate(
              { id, version, note: text },
              {
                onSuccess: (answered: Answered) => {
                  changed(answered)
                  announce(t(`defects:said.${act}`))
                  setAct(null)
                },
                onError: again,
              },
            )
          }
          onClose={() => setAct(null)}
        />
      )}
    </>
  )
}
