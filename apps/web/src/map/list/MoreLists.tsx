import { HiddenThreads } from '../../comments/HiddenThreads.tsx'
import { InkList } from '../ink/InkList.tsx'

/** What else lies on the map, for who reads it as a list: ink, and threads without a pin. */
export function MoreLists() {
  return (
    <>
      <InkList />
      <HiddenThreads />
    </>
  )
}
