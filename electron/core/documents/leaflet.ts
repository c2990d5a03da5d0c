import type { Language } from '#shared/contract/base'

/**
 * The leaflet on registering for the Resident Portal, as a one-page A4 PDF in the resident's language. It carries no
 * name and no personal data, so it can be handed to anyone. Source: 003_6520488e57b6da1e.txt.
 */
export async function renderLeaflet(language: Language): Promise<Buffer> {
  // The PDF library and its fonts are heavy and few sessions print: they are loaded at the first print, not at start-up.
  const { renderLeafletPage } = await import('./leafletPage')
  return renderLeafletPage(language)
}
