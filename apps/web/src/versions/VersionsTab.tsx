import { documentOf, type LayerName, read } from '@second-story/board'
import type { Version } from '@second-story/protocol'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type * as Y from 'yjs'
import { listVersions, nameVersion, versionUpdate } from '../api/versions.ts'
import type { BoardSession } from '../session/board-session.ts'
import { useSession } from '../session/use-session.ts'
import { Button } from '../ui/Button.tsx'
import { toast } from '../ui/toast.ts'
import { BoardPicture } from './BoardPicture.tsx'
import { NameVersion } from './NameVersion.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { sayDate, sayTime } from './say-time.ts'
import { VersionRow } from './VersionRow.tsx'
import styles from './VersionsTab.module.css'
import { titleOf } from './version-words.ts'

/** The versions that were kept: each with what changed, how it looked, and the way back to it. */
export function VersionsTab({ onDone }: { readonly onDone: () => void }) {
  const session = useSession()
  const [chosen, choose] = useState<string | null>(null)
  const [isAsking, ask] = useState(false)
  const { data: versions, error } = useQuery({
    queryKey: ['versions', session.board],
    queryFn: () => listVersions(session.board),
  })
  const version = versions?.find(({ id }) => id === chosen) ?? versions?.[0]
  const mayWrite = session.mayWrite()
  return (
    <div className={styles.tab}>
      <section className={styles.look} aria-label="How it looked">
        {version ? (
          <Look key={version.id} version={version} />
        ) : (
          <p className={styles.words}>{emptyWords(error, versions)}</p>
        )}
      </section>
      <aside className={styles.side} aria-label="Versions">
        {mayWrite && <NameVersion board={session.board} onKept={choose} />}
        <ol className={styles.list}>
          {versions?.map((one) => (
            <li key={one.id}>
              <VersionRow
                version={one}
                now={session.now()}
                isChosen={one.id === version?.id}
                onPress={() => choose(one.id)}
              />
            </li>
          ))}
        </ol>
        <p className={styles.note}>
          While people work, one is kept every ten minutes; with age they grow fewer. Named ones stay.
        </p>
        {version && mayWrite && (
          <footer className={styles.foot}>
            <Naming version={version} />
            <Button variant="primary" onPress={() => ask(true)}>
              Restore this version
            </Button>
          </footer>
        )}
      </aside>
      {version && isAsking && <RestoreDialog version={version} onClose={() => ask(false)} onDone={onDone} />}
    </div>
  )
}

function emptyWords(error: Error | null, versions: readonly Version[] | undefined): string {
  if (error) return error.message
  if (!versions) return 'One moment'
  return 'No version was kept yet. One is kept ten minutes into the work, or when you name one.'
}

function Look({ version }: { readonly version: Version }) {
  const session = useSession()
  const { data: board, error } = useQuery({
    queryKey: ['version', session.board, version.id],
    queryFn: async () => boardOf(session, await versionUpdate(session.board, version.id)),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const now = session.now()
  if (error) return <p className={styles.words}>{error.message}</p>
  if (!board) return <p className={styles.words}>One moment</p>
  const when = version.title ? `${version.title}, ${sayTime(version.at, now)}` : titleOf(version, now)
  return (
    <>
      <p className={styles.when} aria-live="polite">
        <b>{titleOf(version, now)}</b>
        {version.title && <span>{sayTime(version.at, now)}</span>}
      </p>
      <BoardPicture board={board} label={`The board: ${when}`} />
    </>
  )
}

/** Title, kind and zone are as they are now; what lies on the board is as it was. */
function boardOf(session: BoardSession, update: Uint8Array) {
  const docs = new Map<LayerName, Y.Doc>([['common', documentOf(update)]])
  const conduct = session.layer('conduct')
  if (conduct) docs.set('conduct', conduct)
  return read(docs)
}

/** A name keeps a version for good. */
function Naming({ version }: { readonly version: Version }) {
  const session = useSession()
  const queries = useQueryClient()
  const isNamed = version.kind === 'named'
  const change = async (): Promise<void> => {
    const title = isNamed ? null : `As of ${sayDate(version.at)}`
    try {
      await nameVersion(session.board, version.id, title)
      toast(isNamed ? 'It has no name any more, and goes as the others do.' : 'It stays from now on.')
    } catch (error) {
      toast(error instanceof Error ? error.message : String(error), { tone: 'error' })
    }
    await queries.invalidateQueries({ queryKey: ['versions', session.board] })
  }
  return (
    <Button variant="quiet" onPress={() => void change()}>
      {isNamed ? 'Take the name off' : 'Keep for good'}
    </Button>
  )
}
