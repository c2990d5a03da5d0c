// The package's newest build asks for a browser newer than the one that this page is built for; the legacy one does not.
import { getDocument, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import Worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker'

/** A page of a PDF document. */
export interface PdfPage {
  /** Its size on paper in CSS pixels, of which there are 96 in an inch. */
  readonly width: number
  readonly height: number
  /** What is written on it, for those who listen. */
  readonly text: string
  /** The language that the document says it is in, such as 'fi'; undefined when it says none. */
  readonly language: string | undefined
  /** Draws it so many pixels wide, for the screen or for paper. */
  readonly draw: (pixels: number, purpose: 'display' | 'print') => Promise<HTMLCanvasElement>
}

export interface PdfDocument {
  readonly pages: readonly PdfPage[]
  /** Frees what reading it took. Nothing of it can be drawn after that. */
  readonly close: () => void
}

const cssPixelsInPoint = 96 / 72

/** Opens a PDF; the bytes are gone afterwards. Rejects when it cannot be read. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  // A worker that the package starts itself is never tried again when its script could not be loaded once.
  const port = new Worker()
  const lost = new Promise<never>((_, reject) => port.addEventListener('error', reject))
  const worker = PDFWorker.create({ port })
  const task = getDocument({
    data: bytes,
    worker,
    verbosity: VerbosityLevel.ERRORS,
    // The page's security policy compiles nothing while it runs.
    useWasm: false,
  })
  const close = () => {
    void task.destroy()
    worker.destroy()
    port.terminate()
  }
  try {
    const document = await Promise.race([task.promise, lost])
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
    const pages = await Promise.all(
      numbers.map(async (number) => {
        const page = await document.getPage(number)
        const { items, lang } = await page.getTextContent()
        const paper = page.getViewport({ scale: 1 })
        return {
          width: Math.round(paper.width * cssPixelsInPoint),
          height: Math.round(paper.height * cssPixelsInPoint),
          text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
          language: lang ?? undefined,
          async draw(pixels: number, purpose: 'display' | 'print') {
            const viewport = page.getViewport({ scale: pixels / paper.width })
            const canvas = window.document.createElement('canvas')
            canvas.width = Math.round(viewport.width)
            canvas.height = Math.round(viewport.height)
            // Letters stand where the document puts them, not on whole pixels.
            const context = canvas.getContext('2d', { alpha: false })
            if (context !== null) context.textRendering = 'geometricPrecision'
            await page.render({ canvas, viewport, intent: purpose }).promise
            return canvas
          },
        }
      }),
    )
    return { pages, close }
  } catch (error) {
    close()
    throw error
  }
}
