import { crc32, deflateSync } from 'node:zlib'
import type { DeskClient } from '#shared/contract/index'

/** A PDF of one page with a table of its objects, whatever else is put into it. */
export function pdf(
  more: { objects?: readonly string[]; root?: string; trailer?: string; text?: string } = {},
): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${more.root ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length 20 >>\nstream\nBT (${more.text ?? 'valtakirja'}) Tj ET\nendstream`,
    ...(more.objects ?? []),
  ]
  let text = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${more.trailer ?? ''} >>`
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}

/** Objects packed into a stream, as most programs write them. */
export function packed(objects: string): string {
  const bytes = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1')
  return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A PNG of one pixel; with a text when one is given. */
export function png(text?: string): Buffer {
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    ...(text === undefined ? [] : [chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'))]),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const segment = (marker: number, data: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255]), data])

/** A JPEG by its segments, with pixels that hold stuffed bytes and a restart; with a comment when one is given. */
export function jpeg(comment?: string): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    ...(comment === undefined ? [] : [segment(0xfe, Buffer.from(comment, 'latin1'))]),
    segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
  ])
}

/** Uploads a paper as a page does, in chunks; gives the upload's id. */
export async function uploadPaper(page: DeskClient, name: string, bytes: Buffer): Promise<string> {
  const { uploadId } = await page.mandates.startPaper({ name, bytes: bytes.length })
  for (let offset = 0; offset < bytes.length; offset += 1_000_000) {
    const base64 = bytes.subarray(offset, offset + 1_000_000).toString('base64')
    await page.mandates.paperChunk({ uploadId, offset, base64 })
  }
  return uploadId
}
