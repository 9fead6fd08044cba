import { expect, it } from 'vitest'
import { looksLikeSystem } from './looks-like.ts'

it.each([
  'services:\n  web: {image: nginx}',
  'apiVersion: v1\nkind: Service\nmetadata: {name: a}',
  'digraph G {\n a -> b }',
  '```mermaid\nflowchart LR\n a --> b\n```',
  'graph TD\n a --> b',
  'workspace "W" {\n model {} }',
  '{"type":"excalidraw/clipboard","elements":[]}',
  '{"nodes":[{"id":"a","type":"text","width":3}],"edges":[]}',
  '[{"parent":"a","child":"b","callCount":1}]',
])('%j describes a system', (text) => {
  expect(looksLikeSystem(text)).toBe(true)
})

it.each([
  'we looked at the graph for an hour',
  'orders > payment (http)',
  'name\tkind\na\tb',
  'The services: all of them',
  '{"a": 1}',
  'Flowchart of doom',
])('%j is words', (text) => {
  expect(looksLikeSystem(text)).toBe(false)
})
