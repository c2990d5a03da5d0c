import { describe, expect, it } from 'vitest'
import { inputFrom, portFor, portOf, securities, typedFrom } from './smtpForm'

const smtp = {
  host: 'smtp.example.com',
  port: 2525,
  security: 'tls',
  username: 'desk',
  hasPassword: true,
  senderName: 'Heka',
  senderAddress: 'noreply@example.com',
} as const

describe('the form of the SMTP server', () => {
  it('begins with what is set, and never with the password', () => {
    expect(typedFrom(smtp)).toEqual({
      host: 'smtp.example.com',
      port: '2525',
      security: 'tls',
      username: 'desk',
      password: '',
      senderName: 'Heka',
      senderAddress: 'noreply@example.com',
    })
    expect(typedFrom(null)).toMatchObject({ host: '', port: '587', security: 'starttls' })
  })

  it('gives back what is set: a password that was not typed is kept', () => {
    const { hasPassword: _, ...rest } = smtp
    expect(inputFrom(typedFrom(smtp))).toEqual({ ...rest, password: null })
    expect(inputFrom({ ...typedFrom(smtp), password: ' a b ' }).password).toBe(' a b ')
  })

  it('takes the password away with the username', () => {
    expect(inputFrom({ ...typedFrom(smtp), username: ' ', password: 'x' })).toMatchObject({
      username: null,
      password: '',
    })
  })

  it('changes the usual port with the encryption, and leaves an unusual one', () => {
    expect(securities.map((security) => portFor(security, '587'))).toEqual(['465', '587', '25'])
    expect(securities.map((security) => portFor(security, ' '))).toEqual(['465', '587', '25'])
    expect(securities.map((security) => portFor(security, '2525'))).toEqual(['2525', '2525', '2525'])
  })

  it('takes no port but a port', () => {
    expect(['1', ' 587 ', '65535'].map(portOf)).toEqual([1, 587, 65_535])
    for (const text of ['', '0', '65536', '-1', '5.87', '1e3', 'smtp', '587a'])
      expect(portOf(text)).toBeNull()
  })
})
