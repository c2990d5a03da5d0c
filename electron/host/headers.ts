/**
 * What the page may load and run, the same in both hosts. Styles alone may be inline: the component library writes its
 * style sheets into the page while it runs, and a style cannot call anything out of `default-src 'none'`.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Device features a page can ask a browser for; Heka Desk uses none of them. */
const permissionsPolicy = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'serial', 'hid']
  .map((feature) => `${feature}=()`)
  .join(', ')

/**
 * The headers of every response, whatever its status.
 * `kept` allows caching: only for files whose name changes with their content.
 */
export const securityHeaders = (kept = false): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': permissionsPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': kept ? 'public, max-age=31536000, immutable' : 'no-store',
})
