import { expect, it } from 'vitest'
import { LeaveGuard } from './leave-guard.ts'

it('listens only while something is unsaved, and then has the browser ask', () => {
  const target = new EventTarget()
  const guard = new LeaveGuard(target)
  const leave = (): boolean => {
    const event = new Event('beforeunload', { cancelable: true })
    target.dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(leave()).toBe(false)
  guard.set(true)
  guard.set(true)
  expect(leave()).toBe(true)
  guard.set(false)
  expect(leave()).toBe(false)
})
