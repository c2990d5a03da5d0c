import { type ComponentType, lazy, useState } from 'react'

type Script = () => Promise<{ readonly default: ComponentType }>

const scripts: (() => Promise<unknown>)[] = []

/**
 * A part of the program in a script of its own: `later(() => import('…'))`. It is loaded when it is first shown, or before
 * that by `loadAhead`, and is then there at once. Waited for, it takes at least 300 ms however soon its script is there:
 * so long React shows what stands in for it.
 */
export function later(script: Script): ComponentType {
  let loaded: ComponentType | undefined
  const load = async () => {
    const part = await script()
    loaded = part.default
    return part
  }
  const Waited = lazy(load)
  scripts.push(load)
  return function Later() {
    // What it began with stays, so that nothing in it is begun anew.
    const [Part] = useState(() => loaded ?? Waited)
    return <Part />
  }
}

const whenIdle = () => new Promise((idle) => requestIdleCallback(idle))

/** Loads, one at a time and when nothing else is to be done, every script that `later` tells of, those also that come with one of them. */
export async function loadAhead() {
  for (let script = scripts.shift(); script !== undefined; script = scripts.shift()) {
    await whenIdle()
    // One that cannot be loaded now is tried again when it is shown.
    await script().catch(() => undefined)
  }
}
