import { StorageError } from '../storage-error.ts'

/** The database that DATABASE_URL names cannot be used; the message is one line, without the password. */
export class DatabaseUrlError extends StorageError {
  override readonly name = 'DatabaseUrlError'

  constructor(url: string, cause: unknown) {
    super(`DATABASE_URL ${withoutSecrets(url)} cannot be used: ${oneLine(cause)}`)
  }
}

/** Where it is, without who and with what. */
function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return ''
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}

function oneLine(cause: unknown): string {
  // a host with several addresses fails once for each
  const first = cause instanceof AggregateError ? (cause.errors[0] as unknown) : cause
  const message = first instanceof Error ? first.message : String(first)
  return message.replaceAll(/\s+/g, ' ').trim()
}
