import { crc32 } from 'node:zlib'

/** Why a picture is not kept; null when it may be. */
export type PictureProblem = 'brokenPicture' | 'activeContent' | null

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
export const isPng = (bytes: Buffer) => bytes.subarray(0, 8).equals(pngSignature)
export const isJpeg = (bytes: Buffer) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff

// Long enough that the pixels of a photo never spell one by chance.
const scripts = /<script|<iframe|<!doctype|<html[\s>]|javascript:|<svg[\s>][^>]{0,40}xmlns/i
/** What begins another kind of file behind a picture: an archive, a PDF, a page. */
const otherFiles = ['PK\x03\x04', '%PDF-', '<?php', 'Rar!\x1a']

/** Whether a picture's bytes hold a script, or what follows its end is another file. */
function isActive(bytes: Buffer, end: number): boolean {
  if (scripts.test(bytes.toString('latin1'))) return true
  return otherFiles.some((beginning) => bytes.indexOf(beginning, end, 'latin1') >= 0)
}

/** Walks a PNG's chunks (ISO/IEC 15948): whole, each with its checksum, from IHDR to IEND. Gives where it ends, or null. */
function pngEnd(bytes: Buffer): number | null {
  let at = pngSignature.length
  let pixels = false
  for (let first = true; at + 12 <= bytes.length; first = false) {
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) return null
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null
    if (
      first &&
      (type !== 'IHDR' ||
        length !== 13 ||
        bytes.readUInt32BE(at + 8) === 0 ||
        bytes.readUInt32BE(at + 12) === 0)
    )
      return null
    pixels ||= type === 'IDAT'
    if (type === 'IEND') return pixels ? end : null
    at = end
  }
  return null
}

/** Markers of a frame, which says how large the picture is: SOF0–SOF15 without DHT, JPG and DAC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** The next marker after a scan's pixels: 0xFF that is neither stuffed nor a restart. */
function afterScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] as number
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** Walks a JPEG's segments (ITU-T T.81, B.1): a frame, a scan, and its end. Gives where it ends, or null. */
function jpegEnd(bytes: Buffer): number | null {
  let at = 2
  let framed = false
  let scanned = false
  while (at + 4 <= bytes.length || (at + 2 <= bytes.length && bytes[at + 1] === 0xd9)) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] as number
    if (marker === 0xff) at += 1
    else if (marker === 0xd9) return framed && scanned ? at + 2 : null
    else {
      const length = bytes.readUInt16BE(at + 2)
      if (length < 2 || at + 2 + length > bytes.length) return null
      if (isFrame(marker)) {
        if (length < 8 || bytes.readUInt16BE(at + 7) === 0) return null
        framed = true
      }
      at += 2 + length
      if (marker === 0xda) {
        scanned = true
        at = afterScan(bytes, at)
      }
    }
  }
  return null
}

/** Looks through a picture that begins as a PNG or a JPEG. Phones put a second picture behind the first; anything else is refused. */
export function pictureProblem(bytes: Buffer): PictureProblem {
  const end = isPng(bytes) ? pngEnd(bytes) : jpegEnd(bytes)
  if (isActive(bytes, end ?? bytes.length)) return 'activeContent'
  return end === null ? 'brokenPicture' : null
}
