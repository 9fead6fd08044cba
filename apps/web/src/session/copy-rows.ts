/** Where one copy's updates lie, as rows in the order in which they came. Every promise rejects when the disk says no. */
export interface CopyRows {
  all(): Promise<readonly Uint8Array[]>
  /** resolves with the number of rows once these are written */
  append(updates: readonly Uint8Array[]): Promise<number>
  /** hands over all rows, those of other tabs among them, and puts one in their place, in one transaction */
  fold(one: (rows: readonly Uint8Array[]) => Uint8Array): Promise<void>
  /** a small value beside the rows */
  recall(key: string): Promise<unknown>
  remember(key: string, value: unknown): Promise<void>
  close(): void
}

const UPDATES = 'updates'
const BESIDE = 'custom'

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

  all(): Promise<readonly Uint8Array[]> {
    return this.#run('readonly', UPDATES, (store, resolve) => {
      const asked = store.getAll()
      asked.onsuccess = () => resolve(asked.result.filter(isBytes))
    })
  }

  append(updates: readonly Uint8Array[]): Promise<number> {
    return this.#run('readwrite', UPDATES, (store, resolve) => {
      for (const update of updates) store.add(update)
      const counted = store.count()
      counted.onsuccess = () => resolve(counted.result)
    })
  }

  fold(one: (rows: readonly Uint8Array[]) => Uint8Array): Promise<void> {
    return this.#run('readwrite', UPDATES, (store, resolve) => {
      const asked = store.getAll()
      asked.onsuccess = () => {
        const whole = one(asked.result.filter(isBytes))
        store.clear()
        store.add(whole)
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

const isBytes = (row: unknown): row is Uint8Array => row instanceof Uint8Array

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
