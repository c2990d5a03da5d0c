import { describe, expect, it } from 'vitest'
import { threeWay } from '../../components/threeWay'
import { inputFrom, portFor, portOf, type SmtpTyped, securities, smtpComparing, typedFrom } from './smtpForm'

const smtp = {
  host: 'smtp.example.com',
  port: 2525,
  security: 'tls',
  username: 'desk',
  hasPassword: true,
  senderName: 'Heka',
  senderAddress: 'noreply@example.com',
} as const
const mail = { version: 3, smtp } as const

describe('the form of the SMTP server', () => {
  it('begins with what is set, and never with the password', () => {
    expect(typedFrom(mail)).toEqual({
      version: 3,
      isSet: true,
      hasPassword: true,
      host: 'smtp.example.com',
      port: '2525',
      security: 'tls',
      username: 'desk',
      password: '',
      senderName: 'Heka',
      senderAddress: 'noreply@example.com',
    })
    expect(typedFrom({ version: 0, smtp: null })).toMatchObject({
      host: '',
      port: '587',
      security: 'starttls',
    })
  })

  it('gives back what is set: a password that was not typed is kept', () => {
    const { hasPassword: _, ...rest } = smtp
    expect(inputFrom(typedFrom(mail))).toEqual({ ...rest, password: null })
    expect(inputFrom({ ...typedFrom(mail), password: ' a b ' }).password).toBe(' a b ')
  })

  it('takes the password away with the username', () => {
    expect(inputFrom({ ...typedFrom(mail), username: ' ', password: 'x' })).toMatchObject({
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

  it('is compared with what another has saved, but for the password, which nobody is told', () => {
    const rows = (part: Partial<SmtpTyped>, now: SmtpTyped) =>
      threeWay(
        { base: typedFrom(mail), values: { ...typedFrom(mail), ...part }, chosen: {} },
        now,
        smtpComparing,
      ).changed.map(({ field, mine }) => [field, mine !== null])
    const now = typedFrom({ version: 4, smtp: { ...smtp, senderName: 'Heka Oy', port: 587 } })
    expect(rows({ senderName: 'Hekan asiakaspalvelu', host: ' smtp.example.com' }, now)).toEqual([
      ['port', false],
      ['password', false],
      ['senderName', true],
    ])
    expect(rows({ password: 'uusi' }, now)).toContainEqual(['password', true])
    expect(rows({ password: 'uusi' }, { ...now, version: 3 })).not.toContainEqual(['password', true])
    const none = typedFrom({ version: 4, smtp: { ...smtp, hasPassword: false } })
    expect(rows({}, none)).toEqual([['password', false]])
  })
})
