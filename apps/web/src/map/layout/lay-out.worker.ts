import { type Line, layOut, type Thing, type Way } from '@second-story/board/layout'

/** What the page asks this thread. */
export interface Asked {
  readonly things: readonly Thing[]
  readonly lines: readonly Line[]
  readonly way: Way
}

interface Scope {
  onmessage: ((event: MessageEvent<Asked>) => void) | null
  postMessage(message: unknown): void
}

const thread = globalThis as unknown as Scope
thread.onmessage = ({ data }) => {
  thread.postMessage([...layOut(data.things, data.lines, data.way)])
}
