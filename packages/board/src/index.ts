export type { Add } from './commands/add.ts'
export { type Applied, type ApplyOptions, apply } from './commands/apply.ts'
export type { Command } from './commands/command.ts'
export type { Connect } from './commands/connect.ts'
export type { Refusal } from './commands/define.ts'
export { rewrite } from './commands/field-values.ts'
export { describe, invert } from './commands/invert.ts'
export { type Parsed, parseCommands } from './commands/parse.ts'
export { batches, parseAllCommands } from './commands/parse-all.ts'
export { PROSE_SECTIONS, type ProseSection } from './commands/prose.ts'
export type { StoredPlace } from './commands/schemas.ts'
export { type Comment, commentIn, type Pinned, putComment, readComment } from './comments/comment.ts'
export { lastKnown } from './comments/last-known.ts'
export {
  type About,
  aboutInWords,
  aboutOf,
  type NumberedThread,
  numberedThreads,
  shortName,
  type Thread,
  threadsOf,
} from './comments/thread.ts'
export {
  answerIn,
  beginThread,
  type CommentRefusal,
  CommentRefused,
  type CommentWords,
  type CommentWriter,
  removeComment,
  resolveThread,
  reword,
} from './comments/write-comments.ts'
export {
  BOARD_KINDS,
  type BoardKind,
  CHAPTERS,
  type Chapter,
  CONDUCT_UNKNOWN,
  type Conduct,
  type ConductChange,
  chapterOf,
  dropVote,
  INSTRUCTION_STEPS,
  type InstructionStep,
  type Instructions,
  type Round,
  readConduct,
  STAGES,
  type Stage,
  stagesOf,
  type Timer,
  writeConduct,
} from './conduct.ts'
export { deletedAt } from './document/deleted.ts'
export {
  itemMap,
  itemsOf,
  type LayerDocs,
  metaOf,
  placesOf,
  proseOf,
  ROOTS,
  relationMap,
  relationsOf,
  strokesOf,
} from './document/roots.ts'
export { SCHEMA_VERSION } from './document/schema-version.ts'
export { flowsOf, type Step as PlayedStep, stepAt, stepsOf } from './flows/steps-of.ts'
export { relativePlace } from './geometry/relative.ts'
export { type ItemId, isId, itemId, type RelationId, relationId } from './ids.ts'
export type { LookAt } from './items/bookmark.ts'
export { BOUNDARY_KINDS, type BoundaryKind } from './items/boundary.ts'
export { ITEM_TYPES, type ItemTypeName, isItemTypeName, itemType } from './items/catalogue.ts'
export { COMPONENT_KINDS, type ComponentKind } from './items/component.ts'
export { firstLine } from './items/define.ts'
export { EVENT_KINDS } from './items/event.ts'
export {
  FACTOR_KINDS,
  type FactorKind,
  KIND_OF_PART,
  LEVELS,
  type Level,
  PARTS,
  type Part,
  partOf,
} from './items/factor.ts'
export type { FlowStep } from './items/flow.ts'
export { MARKS, type Mark, marksOf, withMark } from './items/marks.ts'
export { NOTE_BOXES, NOTE_COLOURS, NOTE_SIZES, type NoteColour, type NoteSize } from './items/note.ts'
export { QUESTION_FAMILIES } from './items/question.ts'
export { isLayerName, type LayerName, layerRank, narrower } from './layers.ts'
export { LIMITS } from './limits.ts'
export { type BoardChange, LiveBoard } from './live/live-board.ts'
export { type ProseBlock, type ProseRun, paragraph } from './prose/blocks.ts'
export { readProse } from './prose/read-prose.ts'
export type { Provenance } from './provenance.ts'
export { read } from './read/read.ts'
export {
  ARROW_LOOKS,
  type ArrowLook,
  CHIP_RELATIONS,
  isRelationKind,
  RELATION_KINDS,
  RELATION_VERBS,
  type RelationKind,
  STORY_RELATIONS,
  SYSTEM_RELATIONS,
} from './relations/kinds.ts'
export {
  ARROW_LINES,
  ARROW_SIDES,
  type ArrowLine,
  type ArrowShape,
  type ArrowSide,
  type ShapeChange,
  shapeOf,
  turnedShape,
} from './relations/shape.ts'
export type {
  BoardSnapshot,
  Bookmark,
  Boundary,
  Component,
  Factor,
  Flow,
  Frame,
  Idea,
  ImageItem,
  Insight,
  Item,
  ItemCommon,
  Note,
  Place,
  PlainItem,
  Question,
  Relation,
  TextItem,
  TimelineEvent,
} from './snapshot.ts'
export { link as safeLink, SOURCE_KINDS, type Source } from './sources.ts'
export { drawingsOf, type InkDrawing } from './strokes/drawings.ts'
export { packStroke, unpackStroke } from './strokes/pack.ts'
export {
  boxOfPoints,
  INK_COLOURS,
  INK_WIDTHS,
  type InkColour,
  type InkWidth,
  STROKE_KINDS,
  type Stroke,
  type StrokeId,
  type StrokeKind,
  type StrokeShape,
} from './strokes/stroke.ts'
export { type BoardCommandsOptions, boardCommands } from './templates/board-commands.ts'
export { copySystem } from './templates/copy-system.ts'
export type { Sample } from './templates/sample.ts'
export { SAMPLES } from './templates/samples/samples.ts'
export { type Template, templateFor } from './templates/template.ts'
export { between, isOrderKey, manyBetween } from './timeline/between.ts'
export { inTimeOrder } from './timeline/in-time-order.ts'
export { History, type UndoOutcome } from './undo/history.ts'
export { changesInWords } from './versions/changes.ts'
export { Film } from './versions/film.ts'
export { type Prints, printsOf, samePrints } from './versions/prints.ts'
export { restoreTo } from './versions/restore-to.ts'
export { type Restored, readRestored, writeRestored } from './versions/restored.ts'
export { documentOf, mergeSteps, printsAfter, type Step, sharedCopy, stepSince } from './versions/steps.ts'
export {
  dotsOn,
  isVotedOn,
  openVote,
  readVote,
  shownVote,
  VOTE_LIMITS,
  type Vote,
  type VoteScope,
} from './votes.ts'
export { WHEN_UNKNOWN, type When } from './when.ts'
export { clockOf, dayOf, sayDay, sayWhen, type WhenWords } from './when-words.ts'
