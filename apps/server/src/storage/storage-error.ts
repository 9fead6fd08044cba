/** Where things are kept cannot be used as asked; the message is one line for the person who asked, without passwords. */
export class StorageError extends Error {
  override readonly name: string = 'StorageError'
}
