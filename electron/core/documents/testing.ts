import { inflateSync } from 'node:zlib'

/** What a test can read from a PDF that the letters' library made. */
export interface PdfReading {
  readonly pages: number
  /** The glyphs drawn, in the order of drawing, as text without any white space. */
  readonly text: string
  /** Letters that no face of ours had: drawn as the empty box, or wrongly in a face that is not in the file. */
  readonly missingGlyphs: number
  readonly language: string | null
  readonly title: string | null
}

/** Text without white space, for comparing with what was read: where lines break does not matter. */
export const withoutSpace = (text: string) => text.replace(/\s/g, '')

/** Big-endian UTF-16 in hex digits: what PDF writes text in. */
const fromUtf16Hex = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** A text between parentheses: UTF-16 after its mark, else plain. */
function literalText(literal: string | undefined): string | null {
  const inside = literal?.match(/^\(([\s\S]*)\)$/)?.[1]
  if (inside === undefined) return null
  const bytes = Buffer.from(inside, 'latin1')
  return inside.startsWith('\u00fe\u00ff') ? fromUtf16Hex(bytes.subarray(2).toString('hex')) : inside
}

/** Objects by number: the dictionary, and the stream unpacked. */
function objectsOf(raw: string) {
  const objects = new Map<string, { dictionary: string; stream: string }>()
  for (const [, number = '', body = ''] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, dictionary = body, packed] = body.match(/^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/) ?? []
    const isText = packed !== undefined && dictionary.includes('/FlateDecode')
    const stream = isText ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : ''
    objects.set(number, { dictionary, stream })
  }
  return objects
}

/** What each glyph of a font means, by the font's own table of Unicode, whose ranges all begin at zero. */
function glyphTexts(cmap: string): readonly string[] {
  const ranges = [...cmap.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[(.*?)\]/g)]
  return ranges.flatMap(([, list = '']) =>
    // A ligature stands for several letters: <0066 0066>.
    [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = '']) => fromUtf16Hex(hex.replaceAll(' ', ''))),
  )
}

/** Reads back a PDF made by @react-pdf/renderer. It knows that library's way of writing and no other. */
export function readPdf(pdf: Buffer): PdfReading {
  const raw = pdf.toString('latin1')
  const objects = objectsOf(raw)
  const streamOf = (number = '') => objects.get(number)?.stream ?? ''

  const fonts = new Map<string, readonly string[]>()
  for (const [, name = '', number = ''] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const cmap = objects.get(number)?.dictionary.match(/\/ToUnicode (\d+) 0 R/)?.[1]
    fonts.set(name, glyphTexts(streamOf(cmap)))
  }

  let text = ''
  let missingGlyphs = 0
  const contents = [...raw.matchAll(/\/Contents (\d+) 0 R/g)]
  for (const [, number] of contents) {
    let glyphs: readonly string[] = []
    for (const [, font, shown = ''] of streamOf(number).matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/g)) {
      if (font !== undefined) glyphs = fonts.get(font) ?? []
      const isOurs = glyphs.length > 0
      for (const [, run = ''] of shown.matchAll(/<([0-9a-f]+)>/g)) {
        for (const glyph of run.match(isOurs ? /.{4}/g : /.{2}/g) ?? []) {
          const code = Number.parseInt(glyph, 16)
          if (!isOurs || code === 0) missingGlyphs += 1
          else text += glyphs[code] ?? '\ufffd'
        }
      }
    }
  }

  return {
    pages: contents.length,
    text: withoutSpace(text),
    missingGlyphs,
    language: raw.match(/\/Lang \((\w+)\)/)?.[1] ?? null,
    title: literalText(objects.get(raw.match(/\/Title (\d+) 0 R/)?.[1] ?? '')?.dictionary),
  }
}
