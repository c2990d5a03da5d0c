import { describe, expect, it } from 'vitest'
import { openedLog, wrongInLog } from './logForm'

const opened = openedLog({ topic: null, said: 'kysyi avaimesta' })

describe('the log of a call', () => {
  it('begins with what was typed before the call was parked', () => {
    expect(openedLog({ topic: 'keys', said: 'kysyi' })).toMatchObject({ topic: 'keys', said: 'kysyi' })
  })
  it('needs a topic, but for a call that came to nothing', () => {
    expect(wrongInLog(opened)).toEqual([{ field: 'topic', problem: 'topicRequired' }])
    for (const outcome of ['mistake', 'cutOff'] as const)
      expect(wrongInLog({ ...opened, outcome })).toEqual([])
    expect(wrongInLog({ ...opened, topic: 'keys' })).toEqual([])
  })
  it('needs the subject of what follows', () => {
    const follows = { ...opened, topic: 'keys', followsUp: true } as const
    expect(wrongInLog({ ...follows, subject: '  ' })).toEqual([
      { field: 'subject', problem: 'subjectRequired' },
    ])
    expect(wrongInLog({ ...follows, subject: 'Soita takaisin' })).toEqual([])
  })
})
