import type { PdfDocument } from './pdfReader'

const dotsPerInch = 300

const paperId = 'paper'

/** While there is a paper, printing gives its pages, each on a sheet of its own, and nothing of the program's page. */
const paperStyle = `
#${paperId} { display: none }
@page { size: A4; margin: 0 }
@media print {
  html, body { height: auto !important; margin: 0 !important; background: #fff !important }
  body > :not(#${paperId}) { display: none !important }
  #${paperId} { display: block }
  #${paperId} img { display: block; width: 210mm; height: 296.9mm; object-fit: contain; break-inside: avoid }
  #${paperId} img + img { break-before: page }
}`

/**
 * Prints a document on A4 through the browser's print dialog, and nothing else of the page. The pages are pictures: the
 * page's security policy lets no frame show the file itself. Rejects when a page cannot be drawn; prints nothing when the
 * signal is given before the pages are ready.
 */
export async function printPdf(document: PdfDocument, signal: AbortSignal): Promise<void> {
  const paper = window.document.createElement('div')
  paper.id = paperId
  const style = window.document.createElement('style')
  style.textContent = paperStyle
  paper.append(style)
  // One after another: a drawn page takes 35 MB until it is packed.
  for (const page of document.pages) {
    const canvas = await page.draw(Math.round((page.width / 96) * dotsPerInch), 'print')
    const image = new Image()
    image.src = canvas.toDataURL('image/png')
    await image.decode()
    paper.append(image)
    if (signal.aborted) return
  }
  window.document.getElementById(paperId)?.remove()
  window.document.body.append(paper)
  // What is hidden while it is printed loses the focus.
  const focused = window.document.activeElement
  const putBack = () => {
    paper.remove()
    if (focused instanceof HTMLElement) focused.focus()
  }
  window.addEventListener('afterprint', putBack, { once: true })
  window.print()
}
