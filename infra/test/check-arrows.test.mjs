import { expect, test } from 'vitest'
import { checkArrows } from './check-arrows.mjs'
import { findCircles } from './circles.mjs'
import { importsOf } from './imports-of.mjs'

const ours = (...names) => Object.fromEntries(names.map((name) => [`@second-story/${name}`, '*']))
const manifest = (dependencies, exports = { '.': './src/index.ts' }) => ({ dependencies, exports })
const MANIFESTS = new Map([
  ['packages/std', manifest({})],
  ['packages/board', manifest({ ...ours('std'), yjs: '1' })],
  ['packages/protocol', manifest(ours('std'))],
  ['packages/sync', manifest({ ...ours('std', 'protocol'), yjs: '1' })],
  [
    'packages/picture',
    manifest(ours('std', 'board'), { '.': './src/index.ts', './fonts': './src/fonts.ts' }),
  ],
  ['packages/record', manifest(ours('std', 'board'))],
  ['apps/server', manifest({ ...ours('board', 'picture'), kysely: '1', 'better-sqlite3': '1' })],
  ['apps/web', manifest({ ...ours('board'), '@xyflow/react': '1' })],
  ['apps/e2e', manifest(ours('protocol'))],
])
const check = (files) => checkArrows(new Map(Object.entries(files)), MANIFESTS)

test.each([
  ['sync -> board', 'packages/sync/src/a.ts', "import { read } from '@second-story/board'"],
  [
    'protocol -> board, a type',
    'packages/protocol/src/a.ts',
    "import type { Board } from '@second-story/board'",
  ],
  ['record -> picture', 'packages/record/src/a.ts', "import { boardPicture } from '@second-story/picture'"],
  ['record -> Y.Doc', 'packages/record/src/a.ts', "import type * as Y from 'yjs'"],
  ['package -> app', 'packages/board/src/a.ts', "import '@second-story/server'"],
  ['app -> app', 'apps/web/src/a.ts', "import { app } from '@second-story/server'"],
  ['app -> app by path', 'apps/e2e/tests/a.spec.ts', "import { app } from '../../server/src/app.ts'"],
  ['package -> package by path', 'packages/sync/src/a.ts', "import { must } from '../../std/src/assert.ts'"],
  ['into a package', 'apps/web/src/a.ts', "import { add } from '@second-story/board/src/commands/add.ts'"],
  ['a package -> itself by name', 'packages/board/src/a.ts', "export { x } from '@second-story/board'"],
  ['std -> anything', 'packages/std/src/a.ts', "import { z } from 'zod'"],
  ['undeclared', 'apps/web/src/a.ts', "import leftPad from 'left-pad'"],
  ['a package -> Node', 'packages/board/src/a.ts', "import { readFileSync } from 'node:fs'"],
  ['a feature -> a database', 'apps/server/src/boards/a.ts', "import type Database from 'better-sqlite3'"],
  [
    'a feature -> storage/sqlite',
    'apps/server/src/boards/a.ts',
    "import { openDatabase } from '../storage/sqlite/open.ts'",
  ],
  [
    'React Flow outside its adapter',
    'apps/web/src/timeline/a.tsx',
    "import { ReactFlow } from '@xyflow/react'",
  ],
  ['one item type -> another', 'packages/board/src/items/note.ts', "import { factor } from './factor.ts'"],
  ['in a type', 'packages/sync/src/a.ts', "type Item = import('@second-story/board').Item"],
  [
    'over several lines',
    'packages/sync/src/a.ts',
    "import {\n  read,\n  type Item,\n} from '@second-story/board'",
  ],
])('%s is refused', (_, path, source) => {
  expect(check({ [path]: source })).toHaveLength(1)
})

test('what is allowed passes', () => {
  expect(
    check({
      'packages/board/src/a.ts': "import { must } from '@second-story/std'\nimport * as Y from 'yjs'",
      'packages/board/src/items/note.ts': "import { defineItem } from './define.ts'",
      'packages/board/src/items/define.ts': '',
      'apps/server/src/main.ts': "import { openDatabase } from './storage/sqlite/open.ts'",
      'apps/server/src/storage/sqlite/open.ts':
        "import Database from 'better-sqlite3'\nimport { join } from 'node:path'",
      'apps/server/src/a.ts': "import { fontFaces } from '@second-story/picture/fonts'",
      'apps/web/src/map/flow/a.tsx': "import { ReactFlow } from '@xyflow/react'",
      'apps/e2e/tests/a.spec.ts': "import { Api } from '../../../infra/testing/api.ts'",
      'packages/sync/src/b.ts': "// never: import { read } from '@second-story/board'",
    }),
  ).toEqual([])
})

test('a manifest that allows a forbidden arrow is refused', () => {
  const manifests = new Map([...MANIFESTS, ['packages/sync', manifest(ours('std', 'protocol', 'board'))]])
  expect(checkArrows(new Map(), manifests)).toHaveLength(1)
})

test('a circle is refused, one made of types too', () => {
  const files = {
    'packages/board/src/a.ts': "import type { B } from './b.ts'",
    'packages/board/src/b.ts': "import { c } from './c.ts'",
    'packages/board/src/c.ts': "export { a } from './a.ts'",
    'packages/board/src/d.ts': "import { a } from './a.ts'",
  }
  expect(check(files)).toEqual([
    'a circle: packages/board/src/a.ts -> packages/board/src/b.ts -> packages/board/src/c.ts -> packages/board/src/a.ts',
  ])
})

test('circles are found in any graph', () => {
  const graph = (text) => new Map(text.split(' ').map((one) => [one[0], [...one.slice(1)]]))
  expect(findCircles(graph('abc bd cd d'))).toEqual([])
  expect(findCircles(graph('aa'))).toEqual([['a']])
  expect(findCircles(graph('ab bc ca de ed')).map((one) => one.join(''))).toEqual(['abc', 'de'])
})

test('imports are read from any form', () => {
  const source = `import a from 'one'; import 'two'
    export * from "three"
    const x = await import('four')
    /* import b from 'no' */ // import c from 'no'
    const text = "from 'no'"`
  expect(importsOf(source).sort()).toEqual(['four', 'one', 'three', 'two'])
})
