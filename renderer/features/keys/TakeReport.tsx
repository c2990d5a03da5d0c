import UploadFileIcon from '@mui/icons-material/UploadFileOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHashLocation } from 'wouter/use-hash-location'
import type { ReportPreview } from '#shared/contract/keyReports'
import { api, client } from '../../app/client'
import { useShortcut } from '../../app/shortcuts'
import { SelectInput, TextInput } from '../../components/FormField'
import { KeyHint } from '../../components/KeyHint'
import { announce } from '../../components/Live'
import { Section } from '../../components/Section'
import { FocusTitle } from '../register/FocusTitle'
import { useFileDrop } from '../register/useFileDrop'
import { KeyError } from './KeyError'
import { PreviewTable } from './PreviewTable'
import { monthText } from './ReportsPage'
import { base64Of, largestReport, latestMonths } from './reportFile'
import { todayHere } from './useHolderForm'
import { useKeysChanged } from './useKeysChanged'

interface Read {
  readonly name: string
  readonly base64: string
  readonly month: string
  readonly preview: ReportPreview
}

interface TakeReportProps {
  /** Whether a report has been read that is neither taken in nor given up. */
  readonly onTaking: (taking: boolean) => void
}

/** Takes a report's file in: it is chosen, looked at row by row, and then taken in, all or nothing. */
export function TakeReport({ onTaking }: TakeReportProps) {
  const { t } = useTranslation()
  const [months] = useState(() => latestMonths(todayHere(), 13))
  const [month, setMonth] = useState(months[0] ?? '')
  const [read, setRead] = useState<Read | null>(null)
  const [tooLarge, setTooLarge] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const choose = useRef<HTMLButtonElement>(null)
  useEffect(() => onTaking(read !== null), [read, onTaking])
  const reading = useMutation({
    mutationFn: async (file: { readonly name: string; readonly base64: string; readonly month: string }) => ({
      ...file,
      preview: await client.keys.previewReport(file),
    }),
    onSuccess: (found) => {
      setRead(found)
      const { rejected, kept, repeated, matched } = found.preview.counts
      announce(t('keys:take.counts', { rejected, kept, repeated, matched }))
    },
    gcTime: 0,
  })
  const take = async (files: readonly File[]) => {
    const [file] = files
    if (!file) return
    setTooLarge(file.size > largestReport)
    setRead(null)
    if (file.size <= largestReport) reading.mutate({ name: file.name, base64: await base64Of(file), month })
  }
  const over = useFileDrop(place, (files) => void take(files))
  const leave = () => {
    setRead(null)
    setTimeout(() => choose.current?.focus())
  }
  return (
    <div ref={place}>
      <Section title={t('keys:take.title')}>
        <KeyError error={reading.error} keys={[]} />
        {tooLarge && <Alert severity="error">{t('keys:take.tooLarge')}</Alert>}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: 2 }}>
          <Box sx={{ width: 220, '& > div': { mb: 0 } }}>
            <SelectInput
              id="report-month"
              label={t('keys:take.month')}
              value={month}
              onChange={(event) => {
                const next = event.target.value
                setMonth(next)
                if (read) reading.mutate({ name: read.name, base64: read.base64, month: next })
              }}
              options={months.map((value) => ({ value, text: monthText(value) }))}
            />
          </Box>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,text/csv"
            onChange={(event) => {
              const chosen = [...(event.target.files ?? [])]
              // The same file can be chosen again once it has been mended.
              event.target.value = ''
              void take(chosen)
            }}
          />
          <Button
            ref={choose}
            variant={read ? 'outlined' : 'contained'}
            startIcon={<UploadFileIcon />}
            loading={reading.isPending}
            onClick={() => input.current?.click()}
          >
            {t('keys:take.choose')}
          </Button>
          <Typography color="text.secondary" sx={{ minHeight: 36, display: 'flex', alignItems: 'center' }}>
            {over ? t('register:files.dropNow') : t('keys:take.drop')}
          </Typography>
        </Box>
      </Section>
      {read && <Preview key={`${read.preview.sha256} ${read.month}`} read={read} onLeave={leave} />}
    </div>
  )
}

/** What would become of each row, and taking them in. */
function Preview({ read, onLeave }: { readonly read: Read; readonly onLeave: () => void }) {
  const { t } = useTranslation()
  const [, navigate] = useHashLocation()
  const changed = useKeysChanged()
  const [withoutRejected, setWithoutRejected] = useState(false)
  const [note, setNote] = useState('')
  const { preview, name, base64, month } = read
  const { counts, problems, sameAs, rows } = preview
  const usable = problems.length === 0 && sameAs === null && rows.length > 0
  const rejected = counts.rejected > 0 && !withoutRejected
  const apply = useMutation({ ...api.keys.applyReport.mutationOptions(), gcTime: 0 })
  const save = () => {
    if (!usable || rejected || apply.isPending) return
    apply.mutate(
      { name, base64, month, withoutRejected, previewed: counts, note: note.trim() },
      {
        onSuccess: ({ report }) => {
          changed.again()
          announce(t('keys:take.said'))
          navigate(`/keys/reports/${report.id}`)
        },
        onError: changed.again,
      },
    )
  }
  useShortcut('ctrl+enter', save)
  useShortcut('escape', onLeave)
  return (
    <Section title={<FocusTitle>{t('keys:take.preview', { name })}</FocusTitle>}>
      {problems.map(({ problem, column, line }) => (
        <Alert key={`${problem} ${column} ${line}`} severity="error" sx={{ mb: 1 }}>
          {[
            t(`keys:fileProblem.${problem}`),
            column !== null && t('keys:take.column', { column }),
            line !== null && t('keys:take.line', { number: line }),
          ]
            .filter(Boolean)
            .join(' ')}
        </Alert>
      ))}
      {sameAs && (
        <Alert severity="warning" sx={{ mb: 1 }}>
          {t('refusals:sameReport')} <a href={`#/keys/reports/${sameAs.id}`}>{t('keys:openReport')}</a>
        </Alert>
      )}
      {rows.length > 0 && <PreviewTable rows={rows} counts={counts} />}
      <KeyError error={apply.error} keys={[]} />
      {usable && (
        <>
          {counts.rejected > 0 && (
            <FormControlLabel
              sx={{ my: 1 }}
              control={<Checkbox checked={withoutRejected} onChange={(_, on) => setWithoutRejected(on)} />}
              label={t('keys:take.withoutRejected', { count: counts.rejected })}
            />
          )}
          <TextInput
            id="report-note"
            label={t('keys:take.note')}
            optional
            value={note}
            width={560}
            maxLength={300}
            autoComplete="off"
            onChange={(event) => setNote(event.target.value)}
          />
        </>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        {usable && (
          <Button
            variant="contained"
            disabled={rejected}
            loading={apply.isPending}
            aria-keyshortcuts="Control+Enter"
            onClick={save}
          >
            {t('keys:take.apply')}
            <KeyHint keys="Ctrl+Enter" />
          </Button>
        )}
        <Button onClick={onLeave} aria-keyshortcuts="Escape">
          {t('common:action.cancel')}
          <KeyHint keys="Esc" />
        </Button>
        {usable && <span>{rejected ? t('keys:take.rejectedStop') : t('keys:take.allOrNothing')}</span>}
      </Box>
    </Section>
  )
}
