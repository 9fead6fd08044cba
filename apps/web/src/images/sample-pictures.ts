/** Pictures of samples: kept in this browser beside the sample's documents, never sent. */
const DATABASE = 'second-story-sample-pictures'
const STORE = 'pictures'

/** Keeps a picture; rejects where this browser keeps nothing. */
export async function keepPicture(sample: string, id: string, picture: Blob): Promise<void> {
  await inStore('readwrite', (store) => store.put(picture, keyOf(sample, id)))
}

/** null: there is none. */
export async function keptPicture(sample: string, id: string): Promise<Blob | null> {
  const found: unknown = await inStore('readonly', (store) => store.get(keyOf(sample, id)))
  return found instanceof Blob ? found : null
}

/** Forgets all pictures of a sample. */
export async function forgetPictures(sample: string): Promise<void> {
  const all = IDBKeyRange.bound(keyOf(sample, ''), keyOf(sample, '\uffff'))
  await inStore('readwrite', (store) => store.delete(all))
}

const keyOf = (sample: string, id: string): string => `${sample}/${id}`

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode)
      const asked = work(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(asked.result)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}
