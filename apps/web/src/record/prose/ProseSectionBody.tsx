import type { ProseBlock, ProseSection } from '@second-story/board'
import { lazy, Suspense, useSyncExternalStore } from 'react'
import { useBoard, useSession } from '../../session/use-session.ts'
import { hasWords } from './has-words.ts'
import styles from './Prose.module.css'
import { ProseBlocks } from './ProseBlocks.tsx'

const ProseEditor = lazy(async () => ({ default: (await import('./ProseEditor.tsx')).ProseEditor }))
const NOTHING: readonly ProseBlock[] = []

/** A hand-written section: an editor for those who may write, words to read for those who may not. */
export function ProseSectionBody({
  section,
  label,
}: {
  readonly section: ProseSection
  readonly label: string
}) {
  const session = useSession()
  useSyncExternalStore(session.me.subscribe, () => session.me.get())
  const blocks = useBoard((board) => board.prose.get(section) ?? NOTHING)
  const fragment = session.mayWrite() ? session.prose(section) : null
  const read = hasWords(blocks) ? (
    <ProseBlocks blocks={blocks} />
  ) : (
    <p className={styles.none}>None written, and that is fine.</p>
  )
  return (
    <div className={styles.prose}>
      {fragment ? (
        <Suspense fallback={read}>
          <ProseEditor key={section} section={section} fragment={fragment} label={label} />
        </Suspense>
      ) : (
        read
      )}
    </div>
  )
}
