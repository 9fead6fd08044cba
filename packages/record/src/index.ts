export { composeRecord, type RecordOptions } from './compose/compose-record.ts'
export { isInRecord } from './compose/is-in-record.ts'
export { factorSentences, flat, systemSentences } from './compose/sentences.ts'
export { fileName } from './file-name.ts'
export { type HtmlOptions, toHtml } from './html/to-html.ts'
export { type BoardGraph, graphOf, toBoardJson } from './json/board-json.ts'
export { type BoardFile, readBoardJson } from './json/read-board-json.ts'
export { RECORD_JSON_VERSION, toJson } from './json/to-json.ts'
export { type MarkdownOptions, toMarkdown } from './markdown/to-markdown.ts'
export {
  type Day,
  type Group,
  type Line,
  NONE_WRITTEN,
  type RecordBlock,
  type RecordSource,
  type Section,
  type SectionKey,
  type TimelineLine,
  type Words,
  type WrittenRecord,
} from './record.ts'
