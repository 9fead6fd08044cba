import { afterEach, describe, expect, it } from 'vitest'
import { closeToast, toast, toasts } from './toast.ts'

const said = (): readonly string[] => toasts.get().map((one) => one.words)

describe('toasts', () => {
  afterEach(() => {
    for (const { id } of toasts.get()) closeToast(id)
  })

  it('say the same words once, and three things at most', () => {
    for (const words of ['a', 'b', 'b', 'c', 'd']) toast(words, { for: 0 })
    expect(said()).toEqual(['b', 'c', 'd'])
  })

  it('take the place of one with the same key: its Undo would undo something else by now', () => {
    toast('moved', { key: 'history', for: 0 })
    toast('elsewhere', { for: 0 })
    toast('Undid: moved', { key: 'history', for: 0 })
    expect(said()).toEqual(['elsewhere', 'Undid: moved'])
  })
})
