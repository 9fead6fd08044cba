import { inTimeOrder, type TimelineEvent } from '@second-story/board'
import { useMemo } from 'react'
import { useItemsOf } from '../session/use-session.ts'

/** The events of the open board as they happened; keeps identity while none of them changes. */
export function useEvents(): readonly TimelineEvent[] {
  const events = useItemsOf('event')
  return useMemo(() => inTimeOrder(events), [events])
}
