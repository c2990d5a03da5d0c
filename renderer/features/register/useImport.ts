import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { RegisterPreview } from '#shared/contract/register'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import { isNamed } from '../../app/errors'
import { type Asked, totalsOf } from './figures'
import { useJob } from './useJob'
import { type Done, discard, importPreview, readSource, type Source } from './work'

/** What has been read and not yet imported. */
export interface Found {
  readonly source: Source
  readonly preview: RegisterPreview
}

/** How an import ended. `late`: it was finished although it was cancelled, or its end was never heard of. */
export interface Outcome extends Done {
  readonly rejected: number
  readonly late: boolean
}

/** What was chosen, and what was found in it: they outlive a lock and a look at another page, as everything typed does. */
interface ImportDraft {
  readonly files: readonly File[]
  readonly found: Found | null
}

const nothing: ImportDraft = { files: [], found: null }

/** Choosing files or a practice register, reading, comparing and importing: where it stands, and what can be done. */
export function useImport() {
  const queryClient = useQueryClient()
  const { value, set, clear } = useDraft('registerImport', nothing, 'page')
  const { files, found } = value
  const job = useJob()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [unheard, setUnheard] = useState<{
    readonly before: number | null
    readonly figures: Outcome
  } | null>(null)
  const status = useQuery(api.register.status.queryOptions())
  const importedAt = status.data?.lastImport?.at.getTime() ?? null

  const keep = (next: ImportDraft) => {
    if (next.files.length === 0 && next.found === null) clear()
    else set(next)
  }
  const { forget } = job
  const finish = useCallback(
    (how: Outcome) => {
      clear()
      forget()
      setUnheard(null)
      setOutcome(how)
      // The mark of the practice register is read from here.
      void queryClient.invalidateQueries({ queryKey: api.system.status.key() })
    },
    [clear, forget, queryClient],
  )

  // A cancel can come when everything is already written: only the register itself can tell.
  useEffect(() => {
    if (unheard !== null && importedAt !== unheard.before) finish(unheard.figures)
  }, [unheard, importedAt, finish])

  return {
    ...job,
    status,
    files,
    found,
    outcome,
    choose: (chosen: readonly File[]) => {
      forget()
      keep({ files: chosen, found })
    },
    read: async (source: Source) => {
      if (found !== null) discard(found.preview.uploadId)
      const kept = source.kind === 'files' ? source.files : files
      keep({ files: kept, found: null })
      const kind = source.kind === 'files' ? 'reading' : 'practice'
      const ended = await job.run(kind, (hands) => readSource(source, hands))
      if (ended.how === 'done') keep({ files: kept, found: { source, preview: ended.result } })
    },
    importFound: async ({ preview }: Found, asked: Asked) => {
      const totals = totalsOf(preview)
      setUnheard(null)
      const ended = await job.run('importing', (hands) =>
        importPreview({ uploadId: preview.uploadId, ...asked }, hands),
      )
      if (ended.how === 'done') return finish({ ...ended.result, rejected: totals.rejected, late: false })
      if (ended.how === 'cancelled' || isNamed(ended.error, 'unreachable')) {
        setUnheard({ before: importedAt, figures: { ...totals, late: true } })
        void queryClient.invalidateQueries({ queryKey: api.register.status.key() })
      }
    },
    /** Back to the choice, with the files that were chosen. */
    back: () => {
      if (found !== null) discard(found.preview.uploadId)
      forget()
      keep({ files, found: null })
    },
    /** Away from the summary. */
    again: () => setOutcome(null),
  }
}

export type Import = ReturnType<typeof useImport>
