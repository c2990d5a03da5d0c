import { describe, expect, it } from 'vitest'
import { mandateActions } from '#shared/rules/mandateScopes'
import { wantedGroups } from './wanted'

const all = wantedGroups.flatMap(({ actions }) => actions.map(([action, key]) => ({ action, key })))

describe('what can be wanted', () => {
  it('is everything that the rules know, each once', () => {
    expect(all.map(({ action }) => action).toSorted()).toEqual([...mandateActions].toSorted())
  })

  it('has a key of its own each, a letter: digits say who is here, and documents begin with four others', () => {
    const keys = all.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.filter((key) => !/^[BD-HJ-OQ-Z]$/.test(key))).toEqual([])
  })
})
