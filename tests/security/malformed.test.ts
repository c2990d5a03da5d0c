import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestHost, type TestHost } from './webHost'

let host: TestHost
beforeAll(async () => {
  host = await startTestHost()
})
afterAll(() => host.close())

describe('11. malformed requests never stop the process', () => {
  const own = () => `Host: 127.0.0.1:${host.port}\r\n`
  const call = (headers: string, body: string | Buffer = '{}') =>
    Buffer.concat([
      Buffer.from(
        `POST /rpc/staff/signIn HTTP/1.1\r\n${own()}Origin: ${host.origin}\r\nContent-Type: application/json\r\n${headers}\r\n`,
        'latin1',
      ),
      Buffer.from(body),
    ])
  const garbage: readonly (readonly [string, (cookie: string) => string | Buffer])[] = [
    ['no request', () => '\0\0\0\0\r\n\r\n'],
    ['TLS', () => Buffer.from('16030100a5010000a10303', 'hex')],
    ['HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    ['an unknown method', () => `BREW / HTTP/1.1\r\n${own()}\r\n`],
    ['a host of controls', () => 'GET / HTTP/1.1\r\nHost: \x01\x02\r\n\r\n'],
    ['a host of brackets', () => 'GET / HTTP/1.1\r\nHost: [[[\r\n\r\n'],
    ['an origin that is no address', () => `POST /rpc/a HTTP/1.1\r\n${own()}Origin: http://[\r\n\r\n`],
    ['an absolute address', () => `GET http://[/ HTTP/1.1\r\n${own()}\r\n`],
    ['an asterisk', () => `OPTIONS * HTTP/1.1\r\n${own()}\r\n`],
    ['a proxy request', () => `CONNECT evil.example:443 HTTP/1.1\r\n${own()}\r\n`],
    ['an upgrade', () => `GET / HTTP/1.1\r\n${own()}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`],
    [
      'an upgrade to HTTP/2',
      () => `GET /rpc HTTP/1.1\r\n${own()}Upgrade: h2c\r\nConnection: Upgrade\r\n\r\n`,
    ],
    ['a path of escapes', () => `GET /%%%%c0%ae/ HTTP/1.1\r\n${own()}\r\n`],
    ['a launch of escapes', () => `GET /launch?token=%%%&token HTTP/1.1\r\n${own()}\r\n`],
    ['a long header', () => `GET / HTTP/1.1\r\n${own()}X: ${'a'.repeat(70_000)}\r\n\r\n`],
    ['two lengths', () => `POST /rpc HTTP/1.1\r\n${own()}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`],
    [
      'a length and chunks',
      () => `POST /rpc HTTP/1.1\r\n${own()}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n`,
    ],
    ['a cookie of commas', () => call('Cookie: ;;=;%zz\r\nContent-Length: 2\r\n')],
    ['a body that ends early', (cookie) => call(`Cookie: ${cookie}\r\nContent-Length: 900\r\n`, '{"json":')],
    ['a body that is no JSON', (cookie) => call(`Cookie: ${cookie}\r\nContent-Length: 4\r\n`, '{{{{')],
    [
      'a body of bytes',
      (cookie) => call(`Cookie: ${cookie}\r\nContent-Length: 4\r\n`, Buffer.from([255, 254, 0, 128])),
    ],
    [
      'a chunk that is none',
      (cookie) => call(`Cookie: ${cookie}\r\nTransfer-Encoding: chunked\r\n`, 'zz\r\n'),
    ],
  ]
  it.each(garbage)('%s', async (_what, bytes) => {
    await host.raw(bytes(await host.launch()))
    expect((await host.call('/rpc/system/status')).status).toBe(200)
  })

  it.each([
    '[]',
    'null',
    '1',
    '{"json":null,"meta":7}',
    '{"json":{},"meta":[[1,"__proto__","polluted"]]}',
    '{"json":{"a":1},"meta":[[1,"a","b","c"]]}',
    '{"json":{"a":"x"},"meta":[[0,"a"]]}',
    '{"json":{"a":"("},"meta":[[5,"a"]]}',
    '{"json":{},"maps":[["a"]]}',
    `{"json":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  ])('the input %.40s', async (body) => {
    const { status } = await host.call('/rpc/staff/signIn', {}, body)
    expect(status).toBe(400)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect((await host.call('/rpc/system/status')).status).toBe(200)
  })

  it('a page that goes away in the middle of a stream', async () => {
    const cookie = await host.launch()
    await host.raw(
      `POST /rpc/system/changes HTTP/1.1\r\n${own()}Origin: ${host.origin}\r\nCookie: ${cookie}\r\n` +
        'Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
    )
    expect((await host.call('/rpc/system/status')).status).toBe(200)
  })
})
