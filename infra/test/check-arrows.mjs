import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { findCircles } from './circles.mjs'
import { importsOf } from './imports-of.mjs'

/** Who may know whom among the packages (ARCHITECTURE.md). Apps may know every package, and no app. */
const MAY_KNOW = {
  std: [],
  board: ['std'],
  protocol: ['std'],
  sync: ['std', 'protocol'],
  picture: ['std', 'board'],
  importers: ['std', 'board'],
  phrasing: ['std'],
  record: ['std', 'board', 'phrasing'],
}

/** Modules from outside that some part must not know, and why. */
const KEPT_APART = [
  {
    from: /^packages\/record\//,
    what: /^(yjs|y-.*|lib0)(\/|$)/,
    why: 'the record is composed from a snapshot, not a document',
  },
  {
    from: /^packages\/(std|board|protocol|sync|picture|importers|record|phrasing)\//,
    what: /^(react|hono|ws|better-sqlite3|kysely)(\/|-|$)/,
    why: 'packages know neither screen nor server',
  },
  {
    from: /^apps\/server\/src\/(?!main\.ts$|storage\/|testing\/)/,
    what: /^(better-sqlite3|pg)$/,
    why: 'only main.ts and storage know a concrete database',
  },
  {
    from: /^apps\/server\/src\/(?!bus\/)/,
    what: /^redis$/,
    why: 'only the bus knows Redis',
  },
  {
    from: /^apps\/web\/src\/(?!map\/flow\/)/,
    what: /^@xyflow\//,
    why: 'React Flow stays behind its adapter, map/flow',
  },
]

/** Files of one workspace that others of it must not know, and why. */
const KEPT_INSIDE = [
  {
    from: /^apps\/server\/src\/(?!main\.ts$|storage\/|testing\/)/,
    to: /^apps\/server\/src\/storage\/(sqlite|postgres)\//,
    why: 'only main.ts and storage know a concrete database',
  },
]

const BUILTIN = new Set(builtinModules)
const ITEM_SHARED = new Set(['define.ts', 'catalogue.ts'])

/**
 * Everything that is wrong with who imports whom. `files`: path from the root -> source text; `manifests`: workspace folder ->
 * parsed package.json.
 */
export function checkArrows(files, manifests) {
  const wrong = [...manifests].flatMap(([folder, manifest]) => checkManifest(folder, manifest))
  const graph = new Map()
  for (const [path, source] of files) {
    const known = []
    for (const name of importsOf(source)) {
      const target = name.startsWith('.') ? resolve(path, name, files) : null
      if (target) known.push(target)
      const why = name.startsWith('.')
        ? checkInside(path, target ?? posix.join(posix.dirname(path), name))
        : checkOutside(path, name, manifests)
      if (why) wrong.push(`${path} imports ${name}: ${why}`)
    }
    graph.set(path, known)
  }
  for (const circle of findCircles(graph)) wrong.push(`a circle: ${[...circle, circle[0]].join(' -> ')}`)
  return wrong.sort()
}

function workspaceOf(path) {
  return /^(packages|apps)\/[^/]+/.exec(path)?.[0] ?? null
}

function checkManifest(folder, manifest) {
  const [kind, name] = folder.split('/')
  const wrong = []
  for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
    const other = /^@second-story\/(.+)$/.exec(dependency)?.[1]
    if (other && !mayKnow(kind, name, other))
      wrong.push(`${folder}/package.json depends on ${dependency}: ${NOT_DOWN}`)
  }
  return wrong
}

const NOT_DOWN = 'imports run one way only (ARCHITECTURE.md)'

function mayKnow(kind, name, other) {
  if (!(other in MAY_KNOW)) return false
  return kind === 'apps' || (MAY_KNOW[name] ?? []).includes(other)
}

function checkInside(path, target) {
  const [from, to] = [workspaceOf(path), workspaceOf(target)]
  if (from !== to) {
    const isTest = /^apps\/(e2e|bench)\/|\/testing\/|\.test\.ts$/.test(path)
    const isTestHelp = isTest && target.startsWith('infra/testing/')
    return isTestHelp || (from === null && path.startsWith('infra/'))
      ? null
      : 'a relative path leaves its package'
  }
  const rule = KEPT_INSIDE.find((one) => one.from.test(path) && one.to.test(target) && !isTest(path))
  if (rule) return rule.why
  const items = 'packages/board/src/items'
  const isType = (file) =>
    posix.dirname(file) === items && !ITEM_SHARED.has(posix.basename(file)) && !isTest(file)
  return isType(path) && isType(target) ? 'one item type does not know another' : null
}

function checkOutside(path, name, manifests) {
  const workspace = workspaceOf(path)
  const isOfNode = name.startsWith('node:') || BUILTIN.has(name)
  if (isOfNode) {
    const mayUseNode = !/^packages\/[^/]+\/src\/|^apps\/web\/src\//.test(path) || isTest(path)
    return mayUseNode ? null : 'packages and the web app run in a browser too'
  }
  if (workspace === null) return null
  const manifest = manifests.get(workspace) ?? {}
  const [kind, own] = workspace.split('/')
  const [, ours, entry] = /^@second-story\/([^/]+)(\/.*)?$/.exec(name) ?? []
  if (ours) {
    if (ours === own) return 'a package imports its own files directly'
    if (!mayKnow(kind, own, ours)) return NOT_DOWN
    const entries = manifests.get(`packages/${ours}`)?.exports ?? {}
    if (!(`.${entry ?? ''}` in entries)) return 'not an entry of that package'
  }
  const rule = KEPT_APART.find((one) => one.from.test(path) && one.what.test(name) && !isTest(path))
  if (rule) return rule.why
  const packageName = name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
  const declared = { ...manifest.dependencies, ...(isForBuilding(path) ? manifest.devDependencies : {}) }
  if (packageName in declared || (packageName in (manifest.devDependencies ?? {}) && isTypesOnly(kind, own)))
    return null
  // a package of types alone: `import type … from 'mdast'` is met by @types/mdast
  if (`@types/${packageName}` in (manifest.devDependencies ?? {})) return null
  return isForBuilding(path) ? null : `${packageName} is not among the dependencies of ${workspace}`
}

/** Tests, their help, what stands beside `src`: configs, commands, builds. Not part of what runs. */
function isForBuilding(path) {
  return isTest(path) || !path.includes('/src/')
}

/** Nothing of these is ever shipped. */
function isTypesOnly(kind, own) {
  return kind === 'apps' && (own === 'e2e' || own === 'bench')
}

function isTest(path) {
  return /\.test\.[mc]?tsx?$|\.test\.mjs$|\/testing\/|\/testing\.tsx?$|\.contract\.ts$|\/test-[^/]+\.tsx?$/.test(
    path,
  )
}

function resolve(path, name, files) {
  const plain = posix.join(posix.dirname(path), name.replace(/[?#].*$/, ''))
  return files.has(plain) ? plain : null
}
