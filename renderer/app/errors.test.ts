import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { errorName, isNamed } from './errors'
import { NotLaunched, Unreachable } from './unreachable'

describe('the name of an error', () => {
  it('is the refusal, with its field, when a rule refused', () => {
    const refused = new ORPCError('REFUSED', { data: { refusal: 'emailInvalid', field: 'email' } })
    expect(errorName(refused)).toEqual({ name: 'emailInvalid', field: 'email' })
    expect(errorName(new ORPCError('REFUSED', { data: { refusal: 'minor' } }))).toEqual({ name: 'minor' })
  })

  it('is badInput with the fields when the input was not taken', () => {
    const issues = [
      { path: ['document', 'lastName'], message: 'required', code: 'custom' },
      { path: ['text'], message: 'Too big', code: 'too_big' },
      { path: ['password'], message: 'Too small', code: 'too_small', minimum: 12 },
      { path: ['reason'], message: 'Too small', code: 'too_small', minimum: 1 },
      { path: ['id'], message: 'Invalid UUID', code: 'invalid_format' },
    ]
    expect(errorName(new ORPCError('BAD_REQUEST', { data: { issues } }))).toEqual({
      name: 'badInput',
      issues: [
        { field: 'document.lastName', problem: 'required' },
        { field: 'text', problem: 'tooLong' },
        { field: 'password', problem: 'tooShort' },
        { field: 'reason', problem: 'required' },
        { field: 'id', problem: 'wrongFormat' },
      ],
    })
    expect(errorName(new ORPCError('BAD_REQUEST'))).toEqual({ name: 'badInput', issues: [] })
  })

  it("is the contract's own code, or says that the desk is not there", () => {
    expect(errorName(new ORPCError('CHANGED_MEANWHILE')).name).toBe('CHANGED_MEANWHILE')
    expect(errorName(new Unreachable('gone')).name).toBe('unreachable')
    expect(errorName(new NotLaunched('no cookie')).name).toBe('notLaunched')
  })

  it('is unexpected for everything else, also for a malformed refusal', () => {
    for (const error of [
      new Error('x'),
      'x',
      null,
      new ORPCError('TEAPOT'),
      new ORPCError('REFUSED', { data: 1 }),
    ]) {
      expect(errorName(error).name).toBe('unexpected')
    }
  })

  it('can be asked for', () => {
    expect(isNamed(new ORPCError('BUSY'), 'BUSY')).toBe(true)
    expect(isNamed(null, 'unexpected')).toBe(false)
  })
})
