import { EventEmitter } from 'node:events'
import type { Change, ChangeTopic } from './store'

/** Holds the changes of one transaction until it commits, and tells those who listen. */
export function createChanges() {
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  return {
    /** Collects for one transaction; `announce` after its commit. */
    collect() {
      const collected = new Map<string, Change>()
      return {
        changed(topic: ChangeTopic, id: string | null) {
          collected.set(`${topic} ${id}`, { topic, id })
        },
        changes: () => [...collected.values()],
        announce() {
          for (const change of collected.values()) emitter.emit('change', change)
        },
      }
    },
    /** Tells of a change that another program has committed. */
    tell(change: Change) {
      emitter.emit('change', change)
    },
    onChange(listener: (change: Change) => void) {
      emitter.on('change', listener)
      return () => {
        emitter.off('change', listener)
      }
    },
  }
}
