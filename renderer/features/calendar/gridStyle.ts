import type { SxProps, Theme } from '@mui/material/styles'

/** One step is as high as the smallest target may be, and a little (WCAG 2.5.8). */
const stepHeight = 26

const tone = (name: 'info' | 'warning' | 'success' | 'error') => ({
  bgcolor: `${name}.light`,
  borderLeftColor: `${name}.main`,
})

/** One rule for the whole table: hundreds of cells with styles of their own would be slow to draw. */
export const gridStyle: SxProps<Theme> = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'separate',
  borderSpacing: 0,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  fontSize: 14,
  lineHeight: '18px',
  // The page scrolls, and has room of its own above that the head covers.
  '& thead': { position: 'sticky', top: -17, zIndex: 2 },
  '& thead th': {
    bgcolor: 'background.paper',
    borderBottom: 1,
    borderColor: 'divider',
    px: 0.5,
    py: 0.5,
    fontWeight: 600,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  '& thead p': { m: 0, fontWeight: 400 },
  '& thead th.time': { width: 52 },
  '& th[scope=row]': {
    height: stepHeight,
    p: 0,
    pr: 0.75,
    textAlign: 'right',
    fontWeight: 400,
    color: 'text.secondary',
    fontVariantNumeric: 'tabular-nums',
  },
  '& tr.hour th[scope=row]': { fontWeight: 600, color: 'text.primary' },
  '& td': { height: stepHeight, p: 0, borderLeft: 1, borderTop: 1, borderColor: 'divider' },
  '& tr.hour > *': { borderTop: 1, borderTopColor: 'text.secondary' },
  '& .dayBegins': { borderLeftWidth: 3, borderLeftStyle: 'solid', borderLeftColor: 'text.secondary' },
  '& td.closed, & td.walkIn': { bgcolor: 'action.hover' },
  '& td.walkIn': {
    backgroundImage:
      'repeating-linear-gradient(135deg, transparent 0 8px, var(--mui-palette-divider) 8px 9px)',
  },
  '& td.walkIn span': { bgcolor: 'background.paper', px: 0.5, display: 'block', overflow: 'hidden' },
  '& td.open': { bgcolor: 'action.hover' },
  '& td.preview': { bgcolor: 'success.light', boxShadow: 'inset 3px 0 var(--mui-palette-success-main)' },
  '& button': {
    display: 'block',
    width: '100%',
    font: 'inherit',
    color: 'text.primary',
    textAlign: 'left',
    border: 0,
    px: 0.5,
    py: '4px',
    cursor: 'pointer',
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    textOverflow: 'ellipsis',
    userSelect: 'none',
    // Not under the head, where the keyboard takes it.
    scrollMarginTop: 128,
  },
  '& button:focus-visible': { outlineOffset: -3, position: 'relative', zIndex: 1 },
  '& button.free': { height: stepHeight - 1, background: 'none' },
  '& button.free span': { visibility: 'hidden' },
  '& button.free:hover span, & button.free:focus-visible span': { visibility: 'visible' },
  '& button.free[aria-disabled=true]': { cursor: 'default', bgcolor: 'action.hover' },
  '& button.free[aria-disabled=true] span': { visibility: 'hidden !important' },
  '& button.visit': { height: '100%', borderLeft: '4px solid', verticalAlign: 'top', py: '3px' },
  '& td.holdsVisit': { verticalAlign: 'top' },
  '& button.visit .more': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' },
  '& button.info': tone('info'),
  '& button.warning': tone('warning'),
  '& button.success': tone('success'),
  '& button.error': tone('error'),
  '& button.plain': { bgcolor: 'action.selected', borderLeftColor: 'text.secondary' },
  '& button.moving': { outline: '2px dashed', outlineOffset: -3 },
}
