import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'

/** What a page of its own asks for; a board is another. */
const PAGES = [
  'HomePage',
  'StartPage',
  'SignInPage',
  'JoinPage',
  'ResetPage',
  'BoardsPage',
  'PeoplePage',
] as const
const BOARD = ['src/board/BoardPage.tsx', 'src/session/open-session.ts']
const MAP = ['src/map/MapView.tsx', 'src/timeline/TimelineStrip.tsx']
const VIEWS = ['ListView', 'TimelineView', 'RecordView', 'CommentsPanel', 'FacilitatePanel', 'PhoneFrame']

/**
 * Puts what a board asks for first into five files instead of a hundred and fifty, which pack a sixth tighter: what
 * every page needs, what pages share with boards, what every view of a board needs, what the map shares with the other
 * views, and the map. No page loads what only another one needs. A first build, kept nowhere, says who needs what.
 */
export function fewChunks(page: InlineConfig): Plugin {
  return {
    name: 'few-chunks',
    apply: 'build',
    async config() {
      const first = await chunksOf(page)
      const every = neededBy(first, (id) => id.endsWith('/index.html'))
      const pages = neededBy(first, (id) => PAGES.some((name) => id.endsWith(`/${name}.tsx`)))
      const board = neededBy(first, (id) => BOARD.some((name) => id.endsWith(`/${name}`)))
      const views = neededBy(first, (id) => VIEWS.some((name) => id.endsWith(`/${name}.tsx`)))
      const map = neededBy(first, (id) => MAP.some((name) => id.endsWith(`/${name}`)))
      const fileOf = (id: string): string | null => {
        if (isEntry(id)) return null
        if (every.has(id)) return 'page'
        if (board.has(id)) return pages.has(id) ? 'shared' : 'board'
        if (map.has(id)) return pages.has(id) || views.has(id) ? 'views' : 'map'
        return null
      }
      const groups = [{ name: fileOf, includeDependenciesRecursively: false }]
      return { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } }
    },
  }
}

// an entry stays a file of its own: it is asked for by name
function isEntry(id: string): boolean {
  return (
    id.startsWith('\0') ||
    id.endsWith('/src/main.tsx') ||
    [...BOARD, ...MAP].some((part) => id.endsWith(`/${part}`))
  )
}

async function chunksOf(page: InlineConfig): Promise<readonly Rolldown.OutputChunk[]> {
  const built = await build({
    ...page,
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'silent',
    build: { ...page.build, write: false, minify: false },
  })
  const outputs = (Array.isArray(built) ? built : [built]) as readonly Rolldown.RolldownOutput[]
  return outputs.flatMap(({ output }) => output).filter((file) => file.type === 'chunk')
}

/** The modules in what the entries that match import, by any way. */
function neededBy(
  chunks: readonly Rolldown.OutputChunk[],
  isMeant: (entry: string) => boolean,
): ReadonlySet<string> {
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const seen = new Set<Rolldown.OutputChunk>()
  const add = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || seen.has(chunk)) return
    seen.add(chunk)
    for (const name of chunk.imports) add(named.get(name))
  }
  for (const chunk of chunks)
    if (chunk.facadeModuleId && isMeant(chunk.facadeModuleId.replaceAll('\\', '/'))) add(chunk)
  return new Set([...seen].flatMap(({ moduleIds }) => moduleIds))
}
