import { type KeyboardEvent, useCallback, useEffect, useState } from 'react'
import { type Move, move, moveOf, type Player, stepMs } from './player.ts'

/** A replay in hand: where it stands, what moves it, and its keys. It opens at its end, the board as it is now. */
export function usePlayer(length: number, marks: readonly { readonly frame: number }[]) {
  const [player, setPlayer] = useState<Player>({ frame: length - 1, isPlaying: false, speed: '1' })
  const act = useCallback((what: Move) => setPlayer((now) => move(now, length, what)), [length])
  useEffect(() => {
    if (!player.isPlaying) return
    const timer = setTimeout(() => act({ do: 'tick' }), stepMs(player))
    return () => clearTimeout(timer)
  }, [player, act])
  const onKey = useCallback(
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event)) return
      const what = moveOf(
        event.key,
        marks.map(({ frame }) => frame),
      )
      if (!what) return
      event.preventDefault()
      act(what)
    },
    [act, marks],
  )
  return { player, act, onKey }
}

/** Buttons have Space for themselves, a group of choices and what can be scrolled have the arrows. */
function isElsewhere({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role=radiogroup], figure')) return true
  return key === ' ' && target.closest('button') !== null
}
