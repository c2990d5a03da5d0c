import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StrandedAppointment, TimetableChange } from '#shared/contract/timetable'
import { api } from '../../app/client'
import { isNamed } from '../../app/errors'
import { announce } from '../../components/Live'

interface Asked {
  readonly version: number
  readonly change: TimetableChange
  readonly stranded: readonly StrandedAppointment[]
}

export interface ChangeOptions {
  /** The appointments that are stranded already: only what the change adds to them is asked about. */
  readonly known: readonly StrandedAppointment[]
  readonly onSaved: () => void
}

/** Makes a change of the timetable: what it would strand is asked about first. */
export function useTimetableChange({ known, onSaved }: ChangeOptions) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const preview = useMutation(api.timetable.preview.mutationOptions())
  const save = useMutation(api.timetable.save.mutationOptions())
  const reset = () => {
    preview.reset()
    save.reset()
  }

  const send = (version: number, change: TimetableChange) =>
    save.mutate(
      { version, change },
      {
        onSuccess: (saved) => {
          queryClient.setQueryData(api.timetable.read.queryKey(), saved)
          void queryClient.invalidateQueries({ queryKey: api.appointments.key() })
          setAsked(null)
          const { length } = saved.stranded
          announce(
            length === 0
              ? t('common:saved')
              : `${t('common:saved')}. ${t('timetable:stranded.title', { count: length })}`,
          )
          onSaved()
        },
        onError: (error) => {
          setAsked(null)
          if (isNamed(error, 'CHANGED_MEANWHILE'))
            void queryClient.invalidateQueries({ queryKey: api.timetable.read.key() })
        },
      },
    )

  const submit = (version: number, change: TimetableChange) => {
    if (preview.isPending || save.isPending) return
    reset()
    preview.mutate(
      { change },
      {
        onSuccess: ({ stranded }) => {
          const added = stranded.filter(({ id }) => !known.some((each) => each.id === id))
          if (added.length > 0) setAsked({ version, change, stranded: added })
          else send(version, change)
        },
      },
    )
  }

  return {
    submit,
    reset,
    /** What the change would strand, while it is asked about. */
    asked: asked?.stranded ?? null,
    confirm: () => asked && send(asked.version, asked.change),
    giveUp: () => setAsked(null),
    busy: preview.isPending || save.isPending,
    /** Once it has been asked about: a button that is disabled as a dialog opens would not get the focus. */
    saving: save.isPending,
    /** The timetable was changed by somebody else first. */
    refused: isNamed(save.error, 'CHANGED_MEANWHILE'),
    error: preview.error ?? save.error,
  }
}
