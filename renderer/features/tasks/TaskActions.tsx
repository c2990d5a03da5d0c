import CancelIcon from '@mui/icons-material/CancelOutlined'
import CheckIcon from '@mui/icons-material/Check'
import HourglassIcon from '@mui/icons-material/HourglassEmpty'
import NoteAddIcon from '@mui/icons-material/NoteAdd'
import PersonIcon from '@mui/icons-material/PersonOutlined'
import ReplayIcon from '@mui/icons-material/Replay'
import SendIcon from '@mui/icons-material/SendOutlined'
import Stack from '@mui/material/Stack'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskPage } from '#shared/contract/tasks'
import { api } from '../../app/client'
import { useSession } from '../../app/session'
import { ErrorText } from '../../components/ErrorText'
import { announce } from '../../components/Live'
import { KeyButton } from '../mandates/KeyButton'
import { GiveDialog, WaitDialog } from './GiveDialogs'
import { NoteForm } from './NoteForm'
import { type Answered, useTaskChanged } from './useTaskChanged'

type Noted = 'note' | 'done' | 'cancel' | 'reopen'

/** What is done with a task, each on the single key shown beside it. */
export function TaskActions({ task }: { readonly task: TaskPage }) {
  const { t } = useTranslation()
  const { staffId } = useSession()
  const queryClient = useQueryClient()
  const changed = useTaskChanged()
  const [act, setAct] = useState<Noted | 'give' | 'wait' | null>(null)
  const { id, version, state, owner } = task
  const open = state === 'open' || state === 'waiting'
  const mine = owner.kind === 'person' && owner.staffId === staffId
  const again = () => void queryClient.invalidateQueries({ queryKey: api.tasks.read.key({ input: { id } }) })
  const note = useMutation({ ...api.tasks.note.mutationOptions(), gcTime: 0 })
  const done = useMutation({ ...api.tasks.done.mutationOptions(), gcTime: 0 })
  const cancel = useMutation({ ...api.tasks.cancel.mutationOptions(), gcTime: 0 })
  const reopen = useMutation({ ...api.tasks.reopen.mutationOptions(), gcTime: 0 })
  const give = useMutation({ ...api.tasks.give.mutationOptions(), gcTime: 0 })
  const wait = useMutation({ ...api.tasks.wait.mutationOptions(), gcTime: 0 })
  const handOff = useMutation({ ...api.tasks.handOff.mutationOptions(), gcTime: 0 })
  const doing = { note, done, cancel, reopen }
  const noted = act === 'note' || act === 'done' || act === 'cancel' || act === 'reopen' ? act : null
  const close = () => setAct(null)
  const answer = (said: string) => ({
    onSuccess: (answered: Answered) => {
      changed(answered)
      announce(said)
      close()
    },
    onError: again,
  })
  const begin = (what: NonNullable<typeof act>) => {
    for (const each of [note, done, cancel, reopen, give, wait, handOff]) if (each.isError) each.reset()
    setAct(what)
  }
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 2 }}>
        <KeyButton
          keys="V"
          icon={<CheckIcon />}
          main
          label={t('tasks:act.done')}
          enabled={open}
          onAct={() => begin('done')}
        />
        <KeyButton
          keys="O"
          icon={<PersonIcon />}
          label={t('tasks:act.take')}
          enabled={open && !mine}
          onAct={() => {
            if (!give.isPending)
              give.mutate(
                { id, version, owner: { kind: 'person', staffId }, note: '' },
                answer(t('tasks:said.take')),
              )
          }}
        />
        <KeyButton
          keys="A"
          icon={<SendIcon />}
          label={t('tasks:act.give')}
          enabled={open}
          onAct={() => begin('give')}
        />
        <KeyButton
          keys="P"
          icon={<HourglassIcon />}
          label={t('tasks:act.wait')}
          enabled={state === 'open'}
          onAct={() => begin('wait')}
        />
        <KeyButton
          keys="J"
          icon={<ReplayIcon />}
          label={t('tasks:act.goOn')}
          enabled={state === 'waiting'}
          onAct={() => {
            if (!wait.isPending)
              wait.mutate({ id, version, waitsFor: null, note: '' }, answer(t('tasks:said.goOn')))
          }}
        />
        <KeyButton
          keys="S"
          icon={<SendIcon />}
          label={t('tasks:act.handOff')}
          enabled={task.message?.sendable === true}
          onAct={() => {
            if (!handOff.isPending) handOff.mutate({ id, version }, answer(t('tasks:said.handOff')))
          }}
        />
        <KeyButton
          keys="N"
          icon={<NoteAddIcon />}
          label={t('tasks:act.note')}
          enabled={open}
          onAct={() => begin('note')}
        />
        <KeyButton
          keys="U"
          icon={<ReplayIcon />}
          main
          label={t('tasks:act.reopen')}
          enabled={!open}
          onAct={() => begin('reopen')}
        />
        <KeyButton
          keys="H"
          icon={<CancelIcon />}
          label={t('tasks:act.cancel')}
          enabled={open}
          onAct={() => begin('cancel')}
        />
      </Stack>
      {act === null && <ErrorText error={give.error ?? wait.error ?? handOff.error} />}
      {noted !== null && (
        <NoteForm
          title={t(`tasks:ask.${noted}`)}
          label={t(`tasks:askNote.${noted}`)}
          save={t(`tasks:act.${noted}`)}
          required={noted === 'note' || noted === 'cancel'}
          oneLine={noted === 'note' || noted === 'reopen'}
          maxLength={noted === 'reopen' ? 300 : 1000}
          busy={doing[noted].isPending}
          error={doing[noted].error}
          onSave={(text) =>
            doing[noted].mutate({ id, version, note: text }, answer(t(`tasks:said.${noted}`)))
          }
          onClose={close}
        />
      )}
      {act === 'give' && (
        <GiveDialog
          busy={give.isPending}
          error={give.error}
          onGive={(to, text) =>
            give.mutate({ id, version, owner: to, note: text }, answer(t('tasks:said.give')))
          }
          onClose={close}
        />
      )}
      {act === 'wait' && (
        <WaitDialog
          busy={wait.isPending}
          error={wait.error}
          onWait={(waitsFor, text) =>
            wait.mutate({ id, version, waitsFor, note: text }, answer(t('tasks:said.wait')))
          }
          onClose={close}
        />
      )}
    </>
  )
}
