import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../app/format'
import type { Meanwhile, Side } from './threeWay'
import type { Together } from './useTogether'

type Column = 'was' | Side

interface ChangedMeanwhileProps<Values extends object, Field extends keyof Values & string> {
  readonly together: Together<Values, Field>
  readonly label: (field: Field) => string
  /** What a field says, in words; nothing for an empty one. Never what is withheld or masked on the page. */
  readonly show: (field: Field, values: Values, column: Column) => ReactNode
  /** Who changed it last and when, where the page knows. */
  readonly by?: { readonly name: string; readonly at: Date } | undefined
  /** A try to save was refused because of this, so it takes the focus. */
  readonly refused: boolean
}

/**
 * What somebody else changed while a form was open, field by field: what it was, what was typed and what it is now, with a
 * choice where both changed it. It comes as soon as the page knows, and never touches what is typed.
 */
export function ChangedMeanwhile<Values extends object, Field extends keyof Values & string>(
  props: ChangedMeanwhileProps<Values, Field>,
) {
  const { together, label, show, by, refused } = props
  const { changed, gone, shown, open, asked } = together
  const { t } = useTranslation()
  const format = useFormat()
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refused && shown) box.current?.focus()
  }, [refused, shown])
  useEffect(() => {
    if (asked > 0) box.current?.querySelector<HTMLInputElement>('[data-open] input')?.focus()
  }, [asked])
  if (!shown) return null
  const toChoose = changed.filter(({ mine }) => mine !== null).length
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      severity="warning"
      role="group"
      aria-labelledby={`${id}-title`}
      sx={{ mb: 2, alignItems: 'flex-start', '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}
    >
      {/* Only this is read at once: the table is there to be walked through. */}
      <Box role="alert">
        <AlertTitle id={`${id}-title`}>
          {gone ? t('common:together.goneTitle') : t('common:together.title')}
        </AlertTitle>
        {by && `${t('common:together.by', { name: by.name, when: format.dateTime(by.at) })} `}
        {t('common:together.kept')}{' '}
        {gone
          ? t('common:together.goneChoose')
          : toChoose === 0
            ? t('common:together.nothingToChoose')
            : t('common:together.choose')}
      </Box>
      {gone ? (
        <Gone side={together.goneSide} onChoose={together.choose} />
      ) : (
        <Table
          size="small"
          aria-labelledby={`${id}-title`}
          sx={{
            mt: 1,
            tableLayout: 'fixed',
            '& th, & td': { px: 0.5, color: 'inherit', borderColor: 'divider' },
          }}
        >
          <TableHead>
            <TableRow sx={{ '& th': { py: 0.25, background: 'none' } }}>
              <TableCell>{t('common:together.was')}</TableCell>
              <TableCell id={`${id}-mine`}>{t('common:together.mine')}</TableCell>
              <TableCell id={`${id}-theirs`}>{t('common:together.theirs')}</TableCell>
            </TableRow>
          </TableHead>
          {changed.map((row) => (
            <Row
              key={row.field}
              id={id}
              row={row}
              label={label(row.field)}
              show={(values, column) => show(row.field, values, column)}
              onChoose={(side) => together.choose(side, row.field)}
            />
          ))}
        </Table>
      )}
      {toChoose > 1 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
          <Button size="small" variant="outlined" color="inherit" onClick={() => together.choose('mine')}>
            {t('common:together.allMine')}
          </Button>
          <Button size="small" variant="outlined" color="inherit" onClick={() => together.choose('theirs')}>
            {t('common:together.allTheirs')}
          </Button>
        </Box>
      )}
      {asked > 0 && open > 0 && (
        <Box role="alert" sx={{ mt: 1, fontWeight: 600 }}>
          {t('common:together.open', { count: open })}
        </Box>
      )}
    </Alert>
  )
}

interface GoneProps {
  readonly side: Side | null
  readonly onChoose: (side: Side) => void
}

/** What was taken away comes back with what was typed, or stays away. */
function Gone({ side, onChoose }: GoneProps) {
  const { t } = useTranslation()
  return (
    <RadioGroup
      data-open={side === null ? '' : undefined}
      aria-label={t('common:together.goneTitle')}
      value={side}
      onChange={(_, chosen) => onChoose(chosen === 'mine' ? 'mine' : 'theirs')}
    >
      <FormControlLabel value="mine" control={<Radio />} label={t('common:together.goneMine')} />
      <FormControlLabel value="theirs" control={<Radio />} label={t('common:together.goneTheirs')} />
    </RadioGroup>
  )
}

interface RowProps<Values> {
  readonly id: string
  readonly row: Meanwhile<Values>
  readonly label: string
  readonly show: (values: Values, column: Column) => ReactNode
  readonly onChoose: (side: Side) => void
}

/** One field: its name above, and what it was, what was typed and what it is now beside each other. */
function Row<Values>({ id, row, label, show, onChoose }: RowProps<Values>) {
  const { t } = useTranslation()
  const { field, was, mine, now, side } = row
  const own = `${id}-${field}`
  const said = (values: Values | null, column: Column) =>
    (values && show(values, column)) || t('common:together.nothing')
  const choice = (of: Side, values: Values) => (
    <Box
      component="label"
      htmlFor={`${own}-${of}-choice`}
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 0.75,
        cursor: 'pointer',
        fontWeight: side === of ? 600 : 400,
      }}
    >
      <Radio
        id={`${own}-${of}-choice`}
        size="small"
        name={own}
        checked={side === of}
        onChange={() => onChoose(of)}
        sx={{ p: 0.5, mt: -0.5 }}
        slotProps={{ input: { 'aria-labelledby': `${own} ${id}-${of} ${own}-${of}` } }}
      />
      <span id={`${own}-${of}`}>{said(values, of)}</span>
    </Box>
  )
  const top = { verticalAlign: 'top', overflowWrap: 'anywhere', py: 0.5 }
  return (
    <TableBody data-open={mine !== null && side === null ? '' : undefined}>
      <TableRow>
        <TableCell
          component="th"
          scope="rowgroup"
          colSpan={3}
          id={own}
          sx={{ pt: 0.75, pb: 0, borderBottom: 0, fontWeight: 600 }}
        >
          {label}
        </TableCell>
      </TableRow>
      <TableRow>
        <TableCell sx={top}>{said(was, 'was')}</TableCell>
        <TableCell sx={top}>
          {mine === null ? t('common:together.untouched') : choice('mine', mine)}
        </TableCell>
        <TableCell sx={top}>{mine === null ? said(now, 'theirs') : choice('theirs', now)}</TableCell>
      </TableRow>
    </TableBody>
  )
}
