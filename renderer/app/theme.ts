import type { SxProps } from '@mui/material/styles'
import { createTheme } from '@mui/material/styles'

// Values of the package hds-design-tokens 5.0.0 (Helsinki Design System), copied so that nothing of it is shipped.
const hds = {
  bus: '#0000bf',
  busDark: '#00005e',
  busLight: '#f0f0ff',
  busMediumLight: '#ccccff',
  fog: '#9fc9eb',
  coatOfArms: '#0072c6',
  black5: '#f2f2f2',
  black10: '#e6e6e6',
  black20: '#cccccc',
  black50: '#808080',
  black60: '#595959',
  black80: '#333333',
  black90: '#1a1a1a',
  white: '#ffffff',
  error: '#b01038',
  errorLight: '#f6e2e6',
  errorDark: '#8d0d2d',
  success: '#007a64',
  successLight: '#e2f5f3',
  successDark: '#006250',
  alert: '#ffda07',
  alertLight: '#fff4b4',
  alertDark: '#c27900',
  info: '#0062b9',
  infoLight: '#e5eff8',
  infoDark: '#004f94',
} as const

const font = "'Source Sans 3', system-ui, sans-serif"

/** For texts that are only listened to. */
export const visuallyHidden: SxProps = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
}

/** The id of the element in the frame that dialogs and menus are put into. */
export const layersId = 'layers'
const layers = () => document.getElementById(layersId) ?? document.body

/** The look: Helsinki Design System colours, square corners, a 4 px grid, nothing under 14 px. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data' },
  colorSchemes: {
    light: {
      palette: {
        primary: { main: hds.bus, dark: hds.busDark, light: hds.busMediumLight, contrastText: hds.white },
        secondary: { main: hds.black80, contrastText: hds.white },
        error: { main: hds.error, dark: hds.errorDark, light: hds.errorLight, contrastText: hds.white },
        success: {
          main: hds.success,
          dark: hds.successDark,
          light: hds.successLight,
          contrastText: hds.white,
        },
        warning: { main: hds.alert, dark: hds.alertDark, light: hds.alertLight, contrastText: hds.black90 },
        info: { main: hds.info, dark: hds.infoDark, light: hds.infoLight, contrastText: hds.white },
        text: { primary: hds.black90, secondary: hds.black60 },
        background: { default: '#f7f7f8', paper: hds.white },
        divider: hds.black20,
      },
    },
    dark: {
      palette: {
        primary: { main: '#a9b8ff', dark: '#8093f5', light: hds.busMediumLight, contrastText: '#00003d' },
        secondary: { main: hds.black20, contrastText: hds.black90 },
        error: { main: '#ff8fa5', dark: '#f26b86', light: '#4a1020', contrastText: '#33000c' },
        success: { main: '#5fd3bb', dark: '#3dbda3', light: '#0b3a31', contrastText: '#00241d' },
        warning: { main: hds.alert, dark: '#e0bf00', light: '#403800', contrastText: hds.black90 },
        info: { main: hds.fog, dark: '#72a5cf', light: '#0d3350', contrastText: '#001a2e' },
        text: { primary: '#f2f2f5', secondary: '#c3c5cf' },
        background: { default: '#14151c', paper: '#1d1f29' },
        divider: '#3f4252',
      },
    },
  },
  spacing: 8,
  shape: { borderRadius: 0 },
  typography: {
    fontFamily: font,
    fontSize: 16,
    htmlFontSize: 16,
    body1: { fontSize: 16, lineHeight: 1.45 },
    body2: { fontSize: 15, lineHeight: 1.4 },
    caption: { fontSize: 14, lineHeight: 1.35 },
    h1: { fontSize: 28, fontWeight: 600, lineHeight: 1.25 },
    h2: { fontSize: 19, fontWeight: 600, lineHeight: 1.3 },
    h3: { fontSize: 17, fontWeight: 600, lineHeight: 1.3 },
    button: { fontSize: 16, fontWeight: 600, textTransform: 'none', lineHeight: 1.4 },
    fontWeightMedium: 600,
    fontWeightBold: 600,
  },
  components: {
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontSize: 16 },
        a: { color: 'var(--mui-palette-primary-main)' },
        // One outline for everything that has the focus, seen on every ground of both themes (WCAG 2.4.7, 2.4.13).
        '*:focus-visible': { outline: `3px solid ${hds.coatOfArms}`, outlineOffset: 2 },
        '[data-dark] *:focus-visible': { outlineColor: hds.fog },
        // The heading takes the focus on arriving so that reading begins there; it is nothing to act on.
        'h1:focus-visible': { outline: 'none' },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            // None at all: the shortest one would be run by everything, and hold every change back for a picture or two.
            transitionDuration: '0s !important',
            transitionDelay: '0s !important',
          },
        },
      },
    },
    // What floats is hidden with the page when the desk locks, so it lives inside the frame and not beside it.
    MuiModal: { defaultProps: { container: layers } },
    MuiPopover: { defaultProps: { container: layers } },
    MuiPopper: { defaultProps: { container: layers } },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: {
        root: ({ theme: each }) => ({
          fontFamily: font,
          // Its own rule takes every outline away, and stands before the page's. Boxes and radio buttons have the focus
          // in an input that is not to be seen.
          '&:focus-visible, &.Mui-focusVisible, &:has(input:focus-visible)': {
            outline: `3px solid ${hds.coatOfArms}`,
            outlineOffset: 2,
            ...each.applyStyles('dark', { outlineColor: hds.fog }),
          },
        }),
      },
    },
    MuiTypography: {
      variants: [
        // The name that `sx` has for it is taken as a colour of CSS by the property, and does nothing there.
        {
          props: { color: 'text.secondary' },
          style: ({ theme: each }) => ({ color: (each.vars ?? each).palette.text.secondary }),
        },
      ],
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: { minHeight: 36, paddingTop: 5, paddingBottom: 5 },
        sizeSmall: { minHeight: 30, fontSize: 15 },
      },
    },
    MuiIconButton: { styleOverrides: { root: { minWidth: 32, minHeight: 32 } } },
    MuiFormLabel: {
      styleOverrides: {
        root: ({ theme: each }) => ({
          fontSize: 16,
          fontWeight: 600,
          // The problem is said under the field; a label that turns red says nothing more.
          '&, &.Mui-focused, &.Mui-error': { color: (each.vars ?? each).palette.text.primary },
        }),
      },
    },
    MuiFormHelperText: { styleOverrides: { root: { fontSize: 14 } } },
    MuiInputBase: { styleOverrides: { root: { fontSize: 16 } } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: ({ theme: each }) => ({
          backgroundColor: (each.vars ?? each).palette.background.paper,
          '& .MuiOutlinedInput-notchedOutline': { borderColor: hds.black50, borderWidth: 2 },
          '&.Mui-focused': { outline: `3px solid ${hds.coatOfArms}`, outlineOffset: 1 },
          ...each.applyStyles('dark', { '&.Mui-focused': { outlineColor: hds.fog } }),
          '&.Mui-disabled .MuiOutlinedInput-notchedOutline': { borderWidth: 1 },
        }),
      },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiChip: {
      styleOverrides: { root: { fontSize: 14, fontWeight: 600, borderRadius: 0 }, sizeSmall: { height: 26 } },
    },
    MuiAlert: {
      styleOverrides: {
        root: ({ theme: each, ownerState }) => {
          const { palette } = each.vars ?? each
          const tone = palette[ownerState.severity ?? 'success']
          return {
            fontSize: 16,
            alignItems: 'center',
            borderLeft: `8px solid ${tone.main}`,
            ...(ownerState.variant === 'standard' && {
              color: palette.text.primary,
              backgroundColor: tone.light,
              '& .MuiAlert-icon': {
                color: ownerState.severity === 'warning' ? palette.text.primary : tone.main,
              },
            }),
          }
        },
        message: { overflowWrap: 'anywhere' },
      },
    },
    MuiAlertTitle: { styleOverrides: { root: { fontWeight: 600, fontSize: 16 } } },
    MuiTooltip: { styleOverrides: { tooltip: { fontSize: 14 } } },
    MuiTableCell: {
      styleOverrides: { root: { fontSize: 15, padding: '6px 12px' }, head: { fontWeight: 600 } },
    },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: 20, fontWeight: 600 } } },
    MuiDialogActions: { styleOverrides: { root: { padding: 16 } } },
    MuiMenuItem: { styleOverrides: { root: { fontSize: 16, minHeight: 36 } } },
    MuiLink: { defaultProps: { underline: 'always' } },
  },
})
