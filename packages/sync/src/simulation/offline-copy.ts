import { furtherReach, type Reach } from '@second-story/protocol'

/** One update that a tab took in; `isOurs` when it was written in this browser and not heard from the server. */
export interface Kept {
  readonly bytes: Uint8Array
  readonly isOurs: boolean
}

/** What a browser keeps of a layer (IndexedDB): written behind the tab's back, shared by the tabs of one person. */
export class OfflineCopy {
  kept: Kept[] = []
  /** how far what is kept has come: written behind the bytes that it stands for */
  reach: Reach | null = null

  /** In the order in which it happened in one tab. */
  keep(all: readonly (Kept | { readonly reach: Reach })[]): void {
    for (const one of all) {
      if ('bytes' in one) this.kept.push(one)
      else this.reach = furtherReach(this.reach, one.reach)
    }
  }

  clear(): void {
    this.kept = []
    this.reach = null
  }
}
