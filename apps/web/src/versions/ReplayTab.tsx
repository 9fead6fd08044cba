import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { boardHistory, listVersions } from '../api/versions.ts'
import { useCell } from '../session/cell.ts'
import { useSession } from '../session/use-session.ts'
import { drawnTheme } from '../ui/theme.ts'
import { BoardPicture } from './BoardPicture.tsx'
import { pictureOf } from './picture-of.ts'
import { ReplayBar } from './ReplayBar.tsx'
import styles from './ReplayTab.module.css'
import { makeReel, type Reel } from './reel.ts'
import { sayTime } from './say-time.ts'
import { usePlayer } from './use-player.ts'
import { sayChanges } from './version-words.ts'

/** The history of what was shared, to be played. */
export function ReplayTab() {
  const session = useSession()
  const { data: reel, error } = useQuery({
    queryKey: ['history', session.board],
    queryFn: async () =>
      makeReel(
        await boardHistory(session.board),
        session.layer('common'),
        session.layer('conduct'),
        session.now(),
      ),
    // it ends with the board as it is when it is opened
    staleTime: 0,
    gcTime: 0,
  })
  if (error) return <p className={styles.words}>{error.message}</p>
  if (!reel) return <p className={styles.words}>One moment</p>
  if (reel.frames.length === 0)
    return <p className={styles.words}>There is nothing to play yet: the board is as it was made.</p>
  return <Playing reel={reel} />
}

function Playing({ reel }: { readonly reel: Reel }) {
  const session = useSession()
  const shown = useCell(drawnTheme)
  const { data: versions } = useQuery({
    queryKey: ['versions', session.board],
    queryFn: () => listVersions(session.board),
  })
  const marks = useMemo(() => reel.marks(versions ?? []), [reel, versions])
  const { player, act, onKey } = usePlayer(reel.frames.length, marks)
  const { frame } = player
  const last = reel.frames.length - 1
  // the picture stands still from the first moment to the last
  const within = useMemo(() => pictureOf(reel.at(last), shown).box, [reel, last, shown])
  const touched = useMemo(() => reel.touchedAt(frame), [reel, frame])
  const board = useMemo(() => reel.at(frame), [reel, frame])
  const when = sayTime(reel.frames[frame]?.at ?? 0, session.now())
  const what = useMemo(() => wordsAt(reel, frame, session.now()), [reel, frame, session])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the slider, wherever on this screen the focus is
    <div className={styles.tab} onKeyDown={onKey}>
      <BoardPicture board={board} label={`The board: ${when}`} within={within} touched={touched} />
      <ReplayBar
        player={player}
        length={reel.frames.length}
        marks={marks}
        when={when}
        what={what}
        act={act}
      />
    </div>
  )
}

function wordsAt(reel: Reel, frame: number, now: number): string {
  const restoredTo = reel.frames[frame]?.restoredTo ?? null
  if (restoredTo !== null) return `Back to how it was: ${sayTime(restoredTo, now)}`
  return frame === 0 ? 'Where the history begins' : sayChanges(reel.changesAt(frame))
}
