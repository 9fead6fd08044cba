import { afterEach, expect, it } from 'vitest'
import { useBoardUi } from './board-ui.ts'
import { keepTools, toolDone } from './tool-done.ts'

const ui = useBoardUi.getState

afterEach(() => {
  keepTools(false)
  ui().reset()
})

it('goes back to Select once a tool was used', () => {
  ui().set({ tool: 'frame' })
  toolDone()
  expect(ui().tool).toBe('select')
})

it('stays where it was pressed twice, until another is taken', () => {
  ui().set({ tool: 'note', kept: 'note' })
  toolDone()
  expect(ui().tool).toBe('note')
  ui().set({ tool: 'frame' })
  toolDone()
  expect(ui()).toMatchObject({ tool: 'select', kept: null })
})

it('stays where people want tools to stay', () => {
  keepTools(true)
  ui().set({ tool: 'boundary' })
  toolDone()
  expect(ui().tool).toBe('boundary')
  toolDone('note')
  expect(ui().tool).toBe('note')
})
