import { formatReach, parseReach, type Reach } from '@second-story/protocol'
import type { LayerUpdate } from '../api/boards.ts'

/** One update as it is kept: as Yjs tells it, or as the server packed the layer. */
export type CopyRow = LayerUpdate

/** All that is kept of one document, read at one moment. */
export interface CopyContent {
  readonly rows: readonly CopyRow[]
  /** how far in the layer's log the rows have come; null: nobody knows */
  readonly reach: Reach | null
}

/** Where one copy's updates lie, as rows in the order in which they came. Every promise rejects when the disk says no. */
export interface CopyRows {
  all(): Promise<CopyContent>
  /** resolves with the number of rows once these are written; `reach`: how far they have come with these, null: as before */
  append(rows: readonly CopyRow[], reach: Reach | null): Promise<number>
  /** hands over all rows, those of other tabs among them, and puts one in their place, in one transaction */
  fold(
    one: (rows: readonly CopyRow[]) => { readonly row: Uint8Array; readonly reach: Reach | null },
  ): Promise<void>
  /** a small value beside the rows */
  recall(key: string): Promise<unknown>
  remember(key: string, value: unknown): Promise<void>
  close(): void
}

const UPDATES = 'updates'
const BESIDE = 'custom'
/**
 * Stands among the rows that it is about, so that whatever clears those clears it: a tab of an older version, which folds what it
 * can read of them into one.
 */
const REACH = 'reach'

/** A browser that keeps nothing (private window, storage denied) must not keep us waiting. */
const OPEN_WITHIN_MS = 3_000

/** Opens the rows of that name; null where this browser keeps nothing. */
export async function openRows(name: string): Promise<CopyRows | null> {
  const db = await openDatabase(name)
  return db ? new DatabaseRows(db) : null
}

class DatabaseRows implements CopyRows {
  readonly #db: IDBDatabase

  constructor(db: IDBDatabase) {
    this.#db = db
    // another tab wipes it (signed out, removed): hold on to nothing
    db.onversionchange = () => db.close()
  }

  all(): Promise<CopyContent> {
    return this.#run('readonly', UPDATES, (store, resolve) => {
      const reach = store.get(REACH)
      const rows = store.getAll()
      rows.onsuccess = () => resolve({ rows: rows.result.filter(isRow), reach: readReach(reach.result) })
    })
  }

  append(rows: readonly CopyRow[], reach: Reach | null): Promise<number> {
    return this.#run('readwrite', UPDATES, (store, resolve) => {
      for (const row of rows) store.add(row)
      if (reach) store.put(formatReach(reach), REACH)
      const counted = store.count()
      counted.onsuccess = () => resolve(counted.result)
    })
  }

  fold(one: Parameters<CopyRows['fold']>[0]): Promise<void> {
    return this.#run('readwrite', UPDATES, (store, resolve) => {
      const asked = store.getAll()
      asked.onsuccess = () => {
        const { row, reach } = one(asked.result.filter(isRow))
        store.clear()
        store.add(row)
        if (reach) store.put(formatReach(reach), REACH)
        resolve()
      }
    })
  }

  recall(key: string): Promise<unknown> {
    return this.#run('readonly', BESIDE, (store, resolve) => {
      const asked = store.get(key)
      asked.onsuccess = () => resolve(asked.result)
    })
  }

  remember(key: string, value: unknown): Promise<void> {
    return this.#run('readwrite', BESIDE, (store, resolve) => {
      store.put(value, key)
      resolve()
    })
  }

  close(): void {
    this.#db.close()
  }

  /** One transaction; what `work` resolved with counts only once the transaction is complete. */
  #run<T>(
    mode: IDBTransactionMode,
    name: string,
    work: (store: IDBObjectStore, resolve: (value: T) => void) => void,
  ): Promise<T> {
    return new Promise((done, failed) => {
      // throws when the database was closed meanwhile: a promise that rejects
      const transaction = this.#db.transaction(name, mode)
      let result: T
      transaction.oncomplete = () => done(result)
      transaction.onabort = () => failed(transaction.error ?? new Error('the browser kept nothing'))
      work(transaction.objectStore(name), (value) => {
        result = value
      })
    })
  }
}

const isRow = (row: unknown): row is CopyRow =>
  row instanceof Uint8Array ||
  (typeof row === 'object' && row !== null && 'v2' in row && row.v2 instanceof Uint8Array)

const readReach = (value: unknown): Reach | null => parseReach(typeof value === 'string' ? value : null)

function openDatabase(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), OPEN_WITHIN_MS)
    const give = (db: IDBDatabase | null): void => {
      clearTimeout(timer)
      resolve(db)
    }
    try {
      const request = indexedDB.open(name, 1)
      request.onupgradeneeded = () => {
        request.result.createObjectStore(UPDATES, { autoIncrement: true })
        request.result.createObjectStore(BESIDE)
      }
      request.onsuccess = () => give(request.result)
      request.onerror = () => give(null)
    } catch {
      give(null)
    }
  })
}

/** Deletes the rows of that name; other tabs let go of them. */
export function deleteRows(name: string): Promise<void> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = () => resolve()
      request.onerror = () => resolve()
      // a tab that does not let go: the browser deletes it once that tab does
      request.onblocked = () => resolve()
    } catch {
      resolve()
    }
  })
}
