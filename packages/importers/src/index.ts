export { FORMAT_WORDS, IMPORT_FORMATS } from './formats.ts'
export { type BroughtFile, type GatheredFile, gatherFiles } from './gather-files.ts'
export { imagineBoard } from './imagine.ts'
export {
  isTooMuch,
  type PlannedFiles,
  type PlannedPart,
  planFiles,
  type ReadPart,
  readFiles,
} from './import-files.ts'
export { formatsOf, importText } from './import-text.ts'
export type { Alike, ChangeReason, ImportChange, ImportStep, Join } from './merge/change.ts'
export { FIELD_WORDS } from './merge/fields.ts'
export { takeChanges, takenAtFirst } from './merge/take.ts'
export type { ImportError, ImportInput, ImportNote, ImportResult } from './result.ts'
export { decodeFile } from './text/decode-file.ts'
export { MOST_BYTES, MOST_TEXT } from './text/refuse-text.ts'
