import { Buffer, File } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Chunk, chunkSize, chunksOf, FileGone, toBase64 } from './chunks'

async function all(file: Parameters<typeof chunksOf>[0], size?: number): Promise<Chunk[]> {
  const chunks: Chunk[] = []
  for await (const chunk of chunksOf(file, size)) chunks.push(chunk)
  return chunks
}

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'people.csv') =>
  new File([bytes], name) as unknown as Parameters<typeof chunksOf>[0]

describe('a file in chunks', () => {
  it('joined again is the file, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 64 }),
        async (bytes, size) => {
          const chunks = await all(fileOf(new Uint8Array(bytes)), size)
          expect(Buffer.concat(chunks.map(({ base64 }) => Buffer.from(base64, 'base64')))).toEqual(
            Buffer.from(bytes),
          )
          expect(chunks.every(({ length }) => length > 0 && length <= size)).toBe(true)
          let next = 0
          for (const { offset, length } of chunks) {
            expect(offset).toBe(next)
            next += length
          }
        },
      ),
    )
  })

  it('has none when it is empty', async () => {
    expect(await all(fileOf(new Uint8Array(0)))).toEqual([])
  })

  it('fits what the desk takes: at most 1 MiB of bytes and 1,400,000 characters', async () => {
    const chunks = await all(fileOf(new Uint8Array(chunkSize + 1)))
    expect(chunks.map(({ length }) => length)).toEqual([1024 * 1024, 1])
    expect(chunks[0]?.base64.length).toBeLessThanOrEqual(1_400_000)
  })

  it('that has changed on the disk is named', async () => {
    const gone = {
      name: 'leases.csv',
      size: 10,
      slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('changed', 'NotReadableError')) }),
    } as unknown as Parameters<typeof chunksOf>[0]
    await expect(all(gone)).rejects.toMatchObject({ name: 'FileGone', file: 'leases.csv' })
    await expect(all(gone)).rejects.toBeInstanceOf(FileGone)
  })
})

describe('base64', () => {
  it('is that of Node for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1000 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      }),
    )
  })
})
