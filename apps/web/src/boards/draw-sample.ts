import { apply, type LayerName, read, writeConduct } from '@second-story/board'
import { boardPicture, type ThemeName } from '@second-story/picture'
import * as Y from 'yjs'
import { sampleNamed } from '../session/sample-named.ts'

const LAYERS: readonly LayerName[] = ['common', 'conduct']

/** A sample as it begins, small and without words, as the server draws a board for its card; null without one. */
export function drawSample(name: string, theme: ThemeName): string | null {
  const content = sampleNamed(name)
  if (!content) return null
  const docs = new Map<LayerName, Y.Doc>(LAYERS.map((layer) => [layer, new Y.Doc()]))
  const conduct = docs.get('conduct')
  if (conduct) writeConduct(conduct, content.conduct)
  const applied = apply(docs, content.commands, { now: 0, origin: 'picture' })
  const picture = applied.ok ? boardPicture(read(docs), { theme, thumb: true }) : null
  for (const doc of docs.values()) doc.destroy()
  return picture
}
