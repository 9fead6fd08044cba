import type { BoardSnapshot } from '@second-story/board'
import {
  type BroughtFile,
  type Join,
  type PlannedFiles,
  planFiles,
  readFiles,
  takeChanges,
} from '@second-story/importers'
import { useMemo, useState } from 'react'
import { useSession } from '../../session/use-session.ts'

export interface ImportPlanning {
  readonly plan: PlannedFiles
  /** the changes that are ticked */
  readonly taken: ReadonlySet<string>
  tick(ids: readonly string[], on: boolean): void
  /** says what a part is, by the part's name */
  readAs(part: string, format: string): void
  /** takes something of a part for what is called like it on the board, or keeps them apart */
  join(part: string, key: string, joined: boolean): void
  /** the commands for what is ticked, on the board as it is now */
  commands(): ReturnType<typeof takeChanges>
}

/** What some files would change on this board, and what a person decided about it. Nothing is written here. */
export function useImportPlan(files: readonly BroughtFile[]): ImportPlanning {
  const session = useSession()
  const [formats, setFormats] = useState<Readonly<Record<string, string>>>({})
  const [joins, setJoins] = useState<Readonly<Record<string, Join>>>({})
  const [ticked, setTicked] = useState<ReadonlyMap<string, boolean>>(new Map())
  const parts = useMemo(() => readFiles(files, formats), [files, formats])
  const planOn = (board: BoardSnapshot): PlannedFiles =>
    planFiles(parts, { board, makeId: session.makeId, join: joins })
  // biome-ignore lint/correctness/useExhaustiveDependencies: planned once for what was brought, and again before it is added
  const plan = useMemo(() => planOn(session.live.snapshot), [parts, joins, session])
  const takenOf = ({ changes }: PlannedFiles): ReadonlySet<string> =>
    new Set(changes.filter((one) => ticked.get(one.id) ?? one.taken).map((one) => one.id))
  return {
    plan,
    taken: takenOf(plan),
    tick: (ids, on) => setTicked(new Map([...ticked, ...ids.map((id) => [id, on] as const)])),
    readAs: (part, format) => setFormats({ ...formats, [part]: format }),
    join: (part, key, joined) => {
      const planned = plan.parts.find((one) => one.name === part)
      if (!planned?.ok) return
      const keys = new Set(planned.alike.filter((one) => one.joined).map((one) => one.key))
      if (joined) keys.add(key)
      else keys.delete(key)
      setJoins({ ...joins, [part]: keys })
    },
    commands: () => {
      const now = planOn(session.live.snapshot)
      return takeChanges(now.steps, takenOf(now))
    },
  }
}
