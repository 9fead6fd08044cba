import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { Carets } from './carets.ts'

const user = { account: 'a', name: 'Ada', colour: 2, role: 'participant', kind: 'member' }
const caret = (clock: number) => ({ anchor: { item: { client: 1, clock } }, head: {} })

function board() {
  const awareness = new Awareness(new Y.Doc())
  const carets = new Carets(awareness)
  let told = 0
  const heard = () => {
    told++
  }
  carets.on('change', heard)
  const say = (key: number, state: Record<string, unknown>): void => {
    awareness.states.set(key, state)
    awareness.emit('change', [{ added: [], updated: [key], removed: [] }, 'test'])
  }
  return { awareness, carets, say, told: () => told, stop: () => carets.off('change', heard) }
}

test('only those who stand in words are carets; pointers on the map are none', () => {
  const { awareness, carets, say } = board()
  say(7, { user, cursor: caret(1) })
  say(8, { user, cursor: { x: 1, y: 2 } })
  say(9, { cursor: caret(2) })
  expect([...carets.getStates().keys()]).toEqual([7])
  awareness.setLocalState({ cursor: { x: 1, y: 2 } })
  expect(carets.getLocalState()).toEqual({ cursor: null })
  awareness.destroy()
})

test('the editor hears of carets that moved, and of nothing else', () => {
  const { awareness, say, told, stop } = board()
  say(7, { user, cursor: caret(1) })
  say(8, { user, cursor: { x: 1, y: 2 } })
  say(8, { user, cursor: { x: 3, y: 4 } })
  expect(told()).toBe(1)
  say(7, { user, cursor: caret(2) })
  expect(told()).toBe(2)
  stop()
  say(7, { user, cursor: caret(3) })
  expect(told()).toBe(2)
  awareness.destroy()
})
