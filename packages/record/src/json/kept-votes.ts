import { type BoardSnapshot, readVote, type Vote } from '@second-story/board'

/** Votes that are over, as a file keeps them: sums alone, since nothing else is left of them. */
export function votesToKeep({ conduct }: BoardSnapshot): readonly Vote[] {
  return conduct.votes.filter(({ state }) => state === 'closed')
}

/** What `votesToKeep` wrote, from a file; null where it holds something else. `rename` as of `boardCommands`. */
export function keptVotes(raw: unknown, rename: (id: string) => string = (id) => id): readonly Vote[] | null {
  if (raw === undefined) return []
  if (!Array.isArray(raw)) return null
  const out: Vote[] = []
  for (const one of raw) {
    const vote = readVote(one)
    if (vote?.state !== 'closed') return null
    const on = 'ids' in vote.on ? { ids: vote.on.ids.map(rename) } : vote.on
    const totals = Object.fromEntries(Object.entries(vote.totals).map(([id, n]) => [rename(id), n]))
    out.push({ ...vote, id: rename(vote.id), on, totals })
  }
  return out
}
