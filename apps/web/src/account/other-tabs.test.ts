import { afterEach, expect, it, vi } from 'vitest'
import { hearOtherTabs, tellOtherTabs } from './other-tabs.ts'

afterEach(() => vi.unstubAllGlobals())

it('tells every other tab, until it no longer listens', async () => {
  const heard: string[] = []
  const stopFirst = hearOtherTabs(() => heard.push('first'))
  const told = new Promise<void>((done) => {
    const stop = hearOtherTabs(() => {
      heard.push('second')
      stop()
      done()
    })
  })
  tellOtherTabs()
  await told
  await vi.waitFor(() => expect(heard.sort()).toEqual(['first', 'second']))
  stopFirst()
})

it('says nothing of who it is', () => {
  const said: unknown[] = []
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      postMessage(words: unknown): void {
        said.push(words)
      }
      close(): void {}
    },
  )
  tellOtherTabs()
  expect(said).toEqual(['changed'])
})

it('does without where a browser has no channels', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  tellOtherTabs()
  hearOtherTabs(() => {})()
})
