import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { RegisterPreview } from '#shared/contract/register'
import { api } from '../../app/client'
import { useDraft } from '../../app/drafts'
import type { Asked } from './figures'
import { totalsOf } from './figures'
import type { Job, Progress } from './progress'
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

interface Working {
  readonly job: Job
  readonly progress: Progress | null
}

/** What was chosen and what was found in it outlive a lock and a look at another page, as everything typed does. */
interface ImportDraft {
  readonly files: readonly File[]
  readonly found: Found | null
}

const nothing: ImportDraft = { files: [], found: null }

/** Choosing files or a practice register, reading, comparing and importing: what stands where, and what can be done. */
export function useImport() {
  const queryClient = useQueryClient()
  const draft = useDraft<ImportDraft>('register:import', nothing)
  const { files, found } = draft.value
  const [working, setWorking] = useState<Working | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [cancelled, setCancelled] = useState<Job | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [unheard, setUnheard] = useState<{ readonly before: number | null; readonly figures: Outcome } | null>(null)
  const controller = useRef<AbortController | null>(null)
  const status = useQuery(api.register.status.queryOptions())
  const importedAt = status.data?.lastImport?.at.getTime() ?? null

  const keep = useCallback(
    (value: ImportDraft) => {
      if (value.files.length === 0 && value.found === null) draft.clear()
      else draft.set(value)
    },
    [draft.set, draft.clear],
  )

  useEffect(() => () => controller.current?.abort(), [])

  /** Runs a job; gives its result, or null when it was cancelled or refused. */
  async function run<Result>(
    job: Job,
    work: (hands: { tell: (progress: Progress) => void; signal: AbortSignal }) => Promise<Result>,
  ): Promise<Result | null> {
    const mine = new AbortController()
    controller.current?.abort()
    controller.current = mine
    const current = () => controller.current === mine
    setError(null)
    setCancelled(null)
    setUnheard(null)
    setWorking({ job, progress: null })
    try {
      return await work({
        tell: (progress) => current() && setWorking({ job, progress }),
        signal: mine.signal,
      })
    } catch (failure) {
      if (current()) {
        if (mine.signal.aborted) setCancelled(job)
        else setError(failure)
      }
      return null
    } finally {
      if (current()) setWorking(null)
    }
  }

  async function read(source: Source) {
    if (found !== null) discard(found.preview.uploadId)
    const kept = source.kind === 'files' ? source.files : files
    keep({ files: kept, found: null })
    const preview = await run(source.kind === 'files' ? 'reading' : 'practice', (hands) => readSource(source, hands))
    if (preview !== null) keep({ files: kept, found: { source, preview } })
  }

  async function importFound(asked: Asked) {
    if (found === null) return
    const { uploadId } = found.preview
    const totals = totalsOf(found.preview)
    const done = await run('importing', (hands) => importPreview({ uploadId, ...asked }, hands))
    await queryClient.invalidateQueries({ queryKey: api.register.status.key() })
    if (done === null) setUnheard({ before: importedAt, figures: { ...totals, late: true } })
    else finish({ ...done, rejected: totals.rejected, late: false })
  }

  const finish = useCallback(
    (how: Outcome) => {
      draft.clear()
      setOutcome(how)
      setError(null)
      setCancelled(null)
      setUnheard(null)
      // The mark of the practice register is read from here.
      void queryClient.invalidateQueries({ queryKey: api.system.status.key() })
    },
    [draft.clear, queryClient],
  )

  // A cancel can come when everything is already written: only the register itself says so.
  useEffect(() => {
    if (unheard !== null && importedAt !== unheard.before) finish(unheard.figures)
  }, [unheard, importedAt, finish])

  return {
    status,
    files,
    found,
    working,
    error,
    /** The job that was cancelled, until the next one begins. */
    cancelled,
    outcome,
    choose: (chosen: readonly File[]) => {
      setError(null)
      setCancelled(null)
      keep({ files: chosen, found })
    },
    read,
    importFound,
    cancel: useCallback(() => controller.current?.abort(), []),
    /** Back to the choice, with the files that were chosen. */
    back: () => {
      if (found !== null) discard(found.preview.uploadId)
      setError(null)
      setCancelled(null)
      keep({ files, found: null })
    },
    /** Away from the summary. */
    again: () => setOutcome(null),
  }
}

export type Import = ReturnType<typeof useImport>
