import { beginThread, read, removeComment } from '@second-story/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { toHtml } from '../html/to-html.ts'
import { toJson } from '../json/to-json.ts'
import { toMarkdown } from '../markdown/to-markdown.ts'
import { composeRecord } from './compose-record.ts'

const ada = { account: 'ada-account', name: 'Ada Lovelace', isHost: false }
const id = (n: number): string => `c${String(n).padStart(20, '0')}`
const HERE = { item: null, name: '', place: { x: 1, y: 2 } }

function board() {
  const conduct = new Y.Doc()
  const say = (n: number, text: string) =>
    beginThread(conduct, { id: id(n), text, mentions: ['bob-account'] }, HERE, ada, n)
  say(1, 'Which <script>alert(1)</script> queue?')
  say(2, 'taken back')
  removeComment(conduct, id(2), ada)
  return read(new Map([['conduct', conduct]]))
}

test('comments come into the record only when they are wanted, as text and without names', () => {
  const plain = composeRecord(board())
  expect(JSON.stringify(plain)).not.toContain('queue')
  const record = composeRecord(board(), { comments: true })
  expect(record.sections.at(-1)).toMatchObject({ key: 'comments', title: 'Comments' })
  const [markdown, html, json] = [toMarkdown(record), toHtml(record), toJson(board(), { comments: true })]
  for (const text of [markdown, html, json]) {
    expect(text).toContain('queue?')
    expect(text).not.toMatch(/Lovelace|-account|taken back/)
  }
  expect(html).not.toContain('<script')
  expect(markdown).not.toMatch(/(?<!\\)<script/)
})
