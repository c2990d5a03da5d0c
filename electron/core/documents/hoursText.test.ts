import { describe, expect, it } from 'vitest'
import { timetable, type WeeklyHours } from '#shared/rules/facts'
import { hoursText } from './hoursText'

const closed: WeeklyHours = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
}
const period = (from: string, to: string) => [{ from, to, access: 'phone' as const }]
const template = '{days} klo {from}–{to}'

describe('weekly hours in a letter', () => {
  it('says the phone hours as one range, in each language', () => {
    expect(hoursText(timetable.phoneLine, 'fi', template)).toBe('ma–pe klo 9–12')
    expect(hoursText(timetable.phoneLine, 'sv', '{days} kl. {from}–{to}')).toBe('mån–fre kl. 9–12')
    expect(hoursText(timetable.phoneLine, 'en', '{days} {from}–{to}')).toBe('Mon–Fri 9:00–12:00')
  })

  it('names a day alone, and shows minutes that are not on the hour', () => {
    expect(hoursText({ ...closed, tuesday: period('09:30', '15:00') }, 'fi', template)).toBe('ti klo 9.30–15')
  })

  it('does not join days across a closed day or with other hours', () => {
    const hours = { ...closed, monday: period('09:00', '12:00'), wednesday: period('09:00', '12:00') }
    expect(hoursText(hours, 'fi', template)).toBe('ma klo 9–12, ke klo 9–12')
    const other = { ...closed, monday: period('09:00', '12:00'), tuesday: period('12:00', '15:00') }
    expect(hoursText(other, 'fi', template)).toBe('ma klo 9–12, ti klo 12–15')
  })

  it('says every period of a day', () => {
    const hours = { ...closed, sunday: [...period('09:00', '11:00'), ...period('12:00', '14:00')] }
    expect(hoursText(hours, 'fi', template)).toBe('su klo 9–11, su klo 12–14')
  })

  it('says nothing of a place that is never open', () => {
    expect(hoursText(closed, 'fi', template)).toBe('')
  })
})
