import { useCallback, useEffect, useRef, useState } from 'react'

/** Whether sound was wanted at this computer the last time. */
const storageKey = 'heka-desk.boardSound'

/** Two notes, falling: frequency in hertz, and when each begins and fades, seconds. */
const notes = [
  { hertz: 783.99, begins: 0, lasts: 1.1 },
  { hertz: 587.33, begins: 0.45, lasts: 1.6 },
] as const
const loudness = 0.35

/** Plays the chime. */
function ring(audio: AudioContext) {
  for (const { hertz, begins, lasts } of notes) {
    const at = audio.currentTime + begins
    const tone = new OscillatorNode(audio, { type: 'sine', frequency: hertz })
    const volume = new GainNode(audio, { gain: 0 })
    // From silence and back to it, or the loudspeaker clicks.
    volume.gain.setValueAtTime(0.0001, at)
    volume.gain.exponentialRampToValueAtTime(loudness, at + 0.02)
    volume.gain.exponentialRampToValueAtTime(0.0001, at + lasts)
    tone.connect(volume).connect(audio.destination)
    tone.start(at)
    tone.stop(at + lasts)
  }
}

/**
 * The chime of a call. A browser plays nothing before somebody has clicked in the window, so `on` is whether it can be heard
 * now; wanting it is remembered, and then the first click or key brings it back.
 */
export function useChime() {
  const [wanted, setWanted] = useState(() => localStorage.getItem(storageKey) === 'on')
  const [running, setRunning] = useState(false)
  const audio = useRef<AudioContext | null>(null)

  const begin = useCallback(() => {
    if (audio.current === null) {
      const context = new AudioContext()
      context.addEventListener('statechange', () => setRunning(context.state === 'running'))
      audio.current = context
    }
    setRunning(audio.current.state === 'running')
    return audio.current
  }, [])

  useEffect(() => {
    if (!wanted) return
    const resume = ({ target }: Event) => {
      // The button itself turns sound on; resumed before its click, it would turn it off again.
      if (!(target instanceof Element && target.closest('button'))) void begin().resume()
    }
    begin()
    window.addEventListener('pointerdown', resume)
    window.addEventListener('keydown', resume)
    return () => {
      window.removeEventListener('pointerdown', resume)
      window.removeEventListener('keydown', resume)
    }
  }, [wanted, begin])

  const on = wanted && running
  const chime = useCallback(() => {
    if (audio.current?.state === 'running') ring(audio.current)
  }, [])
  const toggle = () => {
    localStorage.setItem(storageKey, on ? 'off' : 'on')
    setWanted(!on)
    if (!on) void begin().resume().then(chime)
  }
  return { on, toggle, chime: wanted ? chime : null }
}
