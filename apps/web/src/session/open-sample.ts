import { apply, type LayerName, writeConduct } from '@second-story/board'
import * as Y from 'yjs'
import { forgetPictures } from '../images/sample-pictures.ts'
import { People } from '../presence/people.ts'
import type { BoardSession, Kept, Me, Saved } from './board-session.ts'
import { Cell } from './cell.ts'
import { clearCopy, sampleCopyName } from './copy-names.ts'
import { LocalCopy } from './local-copy.ts'
import { OpenBoard } from './open-board.ts'
import { sampleNamed } from './sample-named.ts'

const LAYERS: readonly LayerName[] = ['common', 'conduct', 'own']

/**
 * A sample as a copy of one's own: documents in this browser alone, never sent. Null when there is no such sample.
 */
export async function openSample(name: string): Promise<BoardSession | null> {
  const content = sampleNamed(name)
  if (!content) return null
  const docs = new Map<LayerName, Y.Doc>(LAYERS.map((layer) => [layer, new Y.Doc()]))
  const copies = await Promise.all(
    [...docs].map(([layer, doc]) => LocalCopy.open(sampleCopyName(name, layer), doc)),
  )
  const conduct = docs.get('conduct')
  const common = docs.get('common')
  if (!conduct || !common) throw new Error('a sample has no documents')
  if (common.share.size === 0 || common.getMap('items').size === 0) fill(docs, content)

  const clear = async (): Promise<void> => {
    for (const copy of copies) copy.drop()
    await forgetPictures(name).catch(() => {})
    await Promise.all(LAYERS.map((layer) => clearCopy(sampleCopyName(name, layer))))
  }
  return new OpenBoard({
    board: `sample-${name}`,
    sample: name,
    me: new Cell<Me>({ account: 'here', name: 'You', colour: 1, role: 'owner' }),
    people: new People(() => {}),
    awareness: null,
    saved: new Cell<Saved>({ state: 'here-only' }),
    ready: new Cell(true),
    copy: new Cell<Kept>(copies.some((copy) => copy.state === 'none') ? 'none' : 'kept'),
    docs,
    now: () => Date.now(),
    conduct: async (change) => writeConduct(conduct, change),
    startOver: async () => {
      await clear()
      window.location.reload()
    },
    retry: () => {},
    forget: clear,
    close: () => {
      for (const copy of copies) void copy.close()
      for (const doc of docs.values()) doc.destroy()
    },
  })
}

function fill(
  docs: ReadonlyMap<LayerName, Y.Doc>,
  content: NonNullable<ReturnType<typeof sampleNamed>>,
): void {
  const conduct = docs.get('conduct')
  if (conduct) writeConduct(conduct, content.conduct)
  const applied = apply(docs, content.commands, { now: Date.now(), origin: { source: 'template' } })
  if (!applied.ok) throw new Error(`the sample does not fit: ${applied.refusal.message}`)
}
