import { createHash } from 'node:crypto'
import type { Asking } from '../http/env.ts'

/** A file that people keep: named after the board, unchanged while the board is, and unable to run or fetch anything. */
export function fileAnswer(
  c: Asking,
  file: { readonly type: string; readonly name: string; readonly body: string | Uint8Array },
): Response {
  const etag = `"${createHash('sha256').update(file.body).digest('base64url').slice(0, 27)}"`
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, no-cache')
  c.set('isFile', true)
  const known = c.req.header('if-none-match')?.replaceAll('W/', '')
  if (known?.split(/\s*,\s*/).includes(etag)) return c.body(null, 304)
  const how = c.req.query('download') === undefined ? 'inline' : 'attachment'
  const plain = file.name.normalize('NFD').replaceAll(/[^\w. -]/g, '') || 'board'
  c.header('Content-Disposition', `${how}; filename="${plain}"; filename*=UTF-8''${extended(file.name)}`)
  c.header('Content-Type', file.type)
  return typeof file.body === 'string' ? c.body(file.body) : c.body(new Uint8Array(file.body))
}

/** RFC 8187: what encodeURIComponent leaves alone and the header may not hold is encoded too. */
function extended(name: string): string {
  const encode = (mark: string): string => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(name).replaceAll(/['()*]/g, encode)
}
