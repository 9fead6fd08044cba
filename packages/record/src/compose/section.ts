import type { RecordBlock, SectionKey } from '../record.ts'
import type { View } from './view.ts'

/** One section of the record: one such file each, listed in `compose-record.ts`. */
export interface SectionComposer {
  readonly key: SectionKey
  readonly title: string
  readonly byHand: boolean
  compose(view: View): readonly RecordBlock[]
}
