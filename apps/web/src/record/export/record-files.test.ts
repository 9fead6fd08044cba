import { expect, test } from 'vitest'
import { at, TestBoard } from '../../outline/test-board.ts'
import { boardFile, htmlFile, jsonFile, markdownFile, pictureFiles } from './record-files.ts'

const SECRET = 'known to one person alone'

function board(): TestBoard {
  const made = new TestBoard()
  made.add('component', { name: 'orders' }, [0, 0])
  made.add('event', { text: 'load rises', when: at(5) }, [400, 0])
  const factor = made.add('factor', { text: 'fog' }, [600, 0])
  const mine = made.add('factor', { text: SECRET }, [600, 200], 'own')
  made.connect(mine, 'contributed-to', factor)
  return made
}

test('nothing private goes along, in no format', () => {
  const { shot } = board()
  const pictures = pictureFiles(shot).map(({ svg }) => svg)
  for (const file of [
    markdownFile(shot),
    htmlFile(shot),
    jsonFile(shot),
    boardFile('b', shot),
    ...pictures,
  ]) {
    expect(file).not.toContain(SECRET)
    expect(file).not.toContain('alone')
  }
})

test('two exports of one board are the same to the byte', () => {
  const { shot } = board()
  const again = board().shot
  expect(markdownFile(again)).toBe(markdownFile(shot))
  expect(htmlFile(again)).toBe(htmlFile(shot))
  expect(jsonFile(again)).toBe(jsonFile(shot))
  expect(boardFile('b', again)).toBe(boardFile('b', shot))
  expect(pictureFiles(again)).toEqual(pictureFiles(shot))
})

test('the page carries its pictures and fonts, and fetches nothing', () => {
  const html = htmlFile(board().shot)
  expect(html.match(/<svg /g)).toHaveLength(2)
  expect(html).toContain('data:font/woff2')
  expect(html).not.toMatch(/(?:src|href)="(?!#|data:)/)
})
