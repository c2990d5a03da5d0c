import { inflateSync } from 'node:zlib'

/** Why a PDF is not kept; null when it may be. */
export type PdfProblem = 'brokenPdf' | 'encryptedPdf' | 'activeContent' | null

/** No header's objects unpack to more, bytes: a PDF of a few pages has kilobytes of them. */
const mostObjects = 64 * 1024 * 1024

export const isPdf = (bytes: Buffer) => bytes.toString('latin1', 0, 5) === '%PDF-'

/** Names of what acts by itself or carries something else (ISO 32000-1, 7.6, 7.11.4, 12.6.4): nothing that a signed paper needs. */
const active =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|Rendition|Movie)(?![A-Za-z0-9_])/

/** A name may be written with its characters as #xx, to hide it from just this. */
const plainNames = (text: string) =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** Everything of a PDF but the contents of its streams, and the objects that are packed into streams. Null when they do not unpack. */
function objectsOf(bytes: Buffer): string | null {
  const text = bytes.toString('latin1')
  const pieces: string[] = []
  let room = mostObjects
  // "endstream" ends with the same word.
  const stream = /(?<!end)stream\r?\n/g
  let at = 0
  for (;;) {
    stream.lastIndex = at
    const found = stream.exec(text)
    if (!found) break
    const begins = found.index + found[0].length
    const ends = text.indexOf('endstream', begins)
    if (ends < 0) return null
    const head = text.slice(at, found.index)
    pieces.push(head)
    const dictionary = head.slice(Math.max(0, head.lastIndexOf(' obj')))
    if (/\/ObjStm(?![A-Za-z])/.test(plainNames(dictionary))) {
      const unpacked = unpack(dictionary, bytes.subarray(begins, ends), room)
      if (unpacked === null) return null
      room -= unpacked.length
      pieces.push(unpacked)
    }
    at = ends
  }
  pieces.push(text.slice(at))
  return pieces.join('\n')
}

/** The objects in a stream. Every writer packs them by Flate alone; what is packed otherwise cannot be looked into. */
function unpack(dictionary: string, packed: Buffer, room: number): string | null {
  if (!/\/Filter/.test(dictionary)) return packed.toString('latin1')
  if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*\]?/.test(dictionary) || room <= 0) return null
  try {
    return inflateSync(packed, { maxOutputLength: room }).toString('latin1')
  } catch {
    return null
  }
}

/** Whether the end says where the table of objects is, and it is there (ISO 32000-1, 7.5.5). */
function hasTable(bytes: Buffer): boolean {
  const end = bytes.toString('latin1', Math.max(0, bytes.length - 2048))
  const where = [...end.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].at(-1)
  const offset = Number(where?.[1] ?? bytes.length)
  const there = bytes.toString('latin1', offset, offset + 40)
  return /^\s*(?:xref|\d+\s+\d+\s+obj)/.test(there)
}

/**
 * Looks through a PDF: that it is whole, that nobody needs a password, and that nothing in it acts by itself or carries another file.
 * The streams of its pages are not unpacked: they only draw.
 */
export function pdfProblem(bytes: Buffer): PdfProblem {
  if (!hasTable(bytes)) return 'brokenPdf'
  const plain = bytes.toString('latin1')
  // The objects of an encrypted one do not unpack.
  if (/\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(plainNames(plain))) return 'encryptedPdf'
  const objects = objectsOf(bytes)
  if (objects === null) return 'brokenPdf'
  const names = plainNames(objects)
  if (active.test(names)) return 'activeContent'
  return /\/Root(?![A-Za-z])/.test(names) && /\/Type\s*\/Pages?(?![A-Za-z])/.test(names) ? null : 'brokenPdf'
}
