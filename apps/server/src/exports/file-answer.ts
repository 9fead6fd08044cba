import type { Asking } from '../http/env.ts'
import type { WrittenFile } from './write-file.ts'

/** True when whoever asks has these bytes already. */
export function isKnown(c: Asking, etag: string): boolean {
  const known = c.req.header('if-none-match')?.replaceAll('W/', '')
  return known?.split(/\s*,\s*/).includes(etag) ?? false
}

/** Nothing new. */
export function unchanged(c: Asking, etag: string): Response {
  head(c, etag)
  return c.body(null, 304)
}

/** A file that people keep: named after the board, unchanged while the board is, and unable to run or fetch anything. */
export function fileAnswer(c: Asking, type: string, file: WrittenFile): Response {
  if (isKnown(c, file.etag)) return unchanged(c, file.etag)
  head(c, file.etag)
  const how = c.req.query('download') === undefined ? 'inline' : 'attachment'
  const plain = file.name.normalize('NFD').replaceAll(/[^\w. -]/g, '') || 'board'
  c.header('Content-Disposition', `${how}; filename="${plain}"; filename*=UTF-8''${extended(file.name)}`)
  c.header('Content-Type', type)
  return c.body(file.body)
}

function head(c: Asking, etag: string): void {
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, no-cache')
  c.set('isFile', true)
}

/** RFC 8187: what encodeURIComponent leaves alone and the header may not hold is encoded too. */
function extended(name: string): string {
  const encode = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(name).replaceAll(/['()*]/g, encode)
}
