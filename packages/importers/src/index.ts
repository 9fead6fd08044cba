export { IMPORT_FORMATS } from './formats.ts'
export { importText } from './import-text.ts'
export type { ImportError, ImportInput, ImportNote, ImportResult } from './result.ts'
export { MOST_TEXT } from './text/refuse-text.ts'
