import { describe, expect, it } from 'vitest'
import { isPeerMessage } from './peerMessage'

describe('isPeerMessage', () => {
  it('takes a call, an event and an abort', () => {
    for (const message of [
      { i: '1', p: { u: '/system/status' } },
      { i: '1', p: { u: '/system/status', b: { json: {} }, h: { a: 'b' } } },
      { i: '1', t: 3, p: { e: 'message', d: 1 } },
      { i: '1', t: 4 },
    ]) {
      expect(isPeerMessage(JSON.stringify(message))).toBe(true)
    }
  })
  it.each([
    undefined,
    null,
    1,
    {},
    '',
    '{',
    'null',
    '[]',
    '"a"',
    '{"i":1,"p":{"u":"/a"}}',
    '{"i":"1"}',
    '{"i":"1","p":null}',
    '{"i":"1","p":{"u":7}}',
    '{"i":"1","p":{"u":"http://evil.example/"}}',
    '{"i":"1","p":{"u":"//evil.example/"}}',
    '{"i":"1","t":9,"p":{"u":"/a"}}',
    '{"i":"1","p":{"u":"/a","h":5}}',
    '{"i":"1","p":{"u":"/a","h":{"content-type":5}}}',
  ])('drops %j', (data) => expect(isPeerMessage(data)).toBe(false))
})
