import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCall, checkRequest, maxBodyBytes, type RequestHead } from './guards'

const port = 4711
const request = (rest: Partial<RequestHead> = {}): RequestHead => ({
  method: 'POST',
  url: '/rpc/system/status',
  hosts: ['127.0.0.1:4711'],
  headers: { origin: 'http://127.0.0.1:4711', 'content-type': 'application/json' },
  ...rest,
})
const headers = (rest: RequestHead['headers']) => request({ headers: { ...request().headers, ...rest } })

describe('checkRequest', () => {
  it('takes a plain path, without its query', () => {
    expect(checkRequest(request({ url: '/launch?token=a' }), port)).toEqual({
      ok: true,
      value: { path: '/launch' },
    })
  })

  it.each([
    'localhost:4711',
    '127.0.0.1',
    '127.0.0.1:4712',
    '127.0.0.1:04711',
    '127.1:4711',
    '2130706433:4711',
    '[::1]:4711',
    'evil.example',
    'evil.example:4711',
    '127.0.0.1:4711.evil.example',
    'x@127.0.0.1:4711',
    '127.0.0.1:4711 ',
    '',
  ])('refuses the host %j', (host) => {
    expect(checkRequest(request({ hosts: [host] }), port)).toEqual({ ok: false, refusal: 'wrongHost' })
  })

  it('refuses no host, and two', () => {
    expect(checkRequest(request({ hosts: [] }), port)).toMatchObject({ refusal: 'wrongHost' })
    const twice = ['127.0.0.1:4711', '127.0.0.1:4711']
    expect(checkRequest(request({ hosts: twice }), port)).toMatchObject({ refusal: 'wrongHost' })
  })

  it('refuses an upgrade and what is no path', () => {
    expect(checkRequest(headers({ upgrade: 'websocket' }), port)).toMatchObject({
      refusal: 'upgradeNotOffered',
    })
    for (const url of ['http://127.0.0.1:4711/', '*', '', undefined]) {
      expect(checkRequest(request({ url }), port)).toMatchObject({ refusal: 'malformedRequest' })
    }
  })
})

describe('checkCall', () => {
  it('takes what our own page sends', () => {
    expect(checkCall(request(), port).ok).toBe(true)
    expect(checkCall(headers({ 'sec-fetch-site': 'same-origin' }), port).ok).toBe(true)
    expect(checkCall(headers({ 'content-type': 'application/json; charset=UTF-8' }), port).ok).toBe(true)
    expect(checkCall(headers({ 'content-length': String(maxBodyBytes) }), port).ok).toBe(true)
  })

  it('takes no other origin than ours, character for character', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.constantFrom(undefined, 'null')), (origin) => {
        expect(checkCall(headers({ origin }), port)).toEqual({ ok: false, refusal: 'wrongOrigin' })
      }),
    )
  })

  it.each(['cross-site', 'same-site', 'none', ''])('refuses Sec-Fetch-Site %j', (site) => {
    expect(checkCall(headers({ 'sec-fetch-site': site }), port)).toMatchObject({ refusal: 'crossSite' })
  })

  it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', undefined])('refuses the method %s', (method) => {
    expect(checkCall(request({ method }), port)).toMatchObject({ refusal: 'wrongMethod' })
  })

  it.each([
    undefined,
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain; application/json',
    'application/jsonp',
    'application/json; charset=utf-16',
    'text/event-stream',
  ])('refuses the content type %s', (type) => {
    expect(checkCall(headers({ 'content-type': type }), port)).toMatchObject({ refusal: 'wrongContentType' })
  })

  it('refuses a file in disguise and too long a body', () => {
    const disguise = { 'content-disposition': 'attachment; filename=a' }
    expect(checkCall(headers(disguise), port)).toMatchObject({ refusal: 'wrongContentType' })
    const tooLong = { 'content-length': String(maxBodyBytes + 1) }
    expect(checkCall(headers(tooLong), port)).toMatchObject({ refusal: 'tooLarge' })
  })
})
