import { describe, expect, it } from 'vitest'
import { base64Of, latestMonths } from './reportFile'

describe('a report to take in', () => {
  it('is of one of the latest months, over the turn of the year', () => {
    expect(latestMonths('2027-02-10', 4)).toEqual(['2027-02', '2027-01', '2026-12', '2026-11'])
  })

  it('goes as the bytes that it has', async () => {
    expect(await base64Of(new File(['reference;a\r\n'], 'raportti.csv'))).toBe(btoa('reference;a\r\n'))
  })
})
