import { expect, test } from 'vitest'
import { sourceOf, sourceWords } from './source-of.ts'

test('a link is a source; its kind is guessed from where it leads', () => {
  expect(sourceOf('https://acme.slack.com/archives/C1/p1')).toEqual({
    kind: 'chat',
    title: 'acme.slack.com',
    url: 'https://acme.slack.com/archives/C1/p1',
  })
  expect(sourceOf('https://github.com/a/b/commit/123')?.kind).toBe('deploy')
  expect(sourceOf('https://github.com/a/b/issues/12')?.kind).toBe('ticket')
  expect(sourceOf('https://status.acme.com/x')?.kind).toBe('status-page')
  expect(sourceOf('https://acme.com/blog')?.kind).toBe('document')
})

test('words behind a link are its title, words alone are a source too', () => {
  expect(sourceOf('https://acme.com/blog Postmortem, 10 February')?.title).toBe('Postmortem, 10 February')
  expect(sourceOf('the notebook on the desk')).toEqual({
    kind: 'document',
    title: 'the notebook on the desk',
  })
  expect(sourceOf('  ')).toBe(null)
})

test('what could run is no link', () => {
  expect(sourceOf('javascript:alert(1)')).toEqual({ kind: 'document', title: 'javascript:alert(1)' })
})

test('memory is a source', () => {
  expect(sourceWords({ kind: 'memory', title: '' })).toBe('from memory')
})
