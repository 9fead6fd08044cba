/** One update that a tab took in; `isOurs` when it was written in this browser and not heard from the server. */
export interface Kept {
  readonly bytes: Uint8Array
  readonly isOurs: boolean
}

/** What a browser keeps of a layer (IndexedDB): written behind the tab's back, shared by the tabs of one person. */
export class OfflineCopy {
  kept: Kept[] = []

  clear(): void {
    this.kept = []
  }
}
