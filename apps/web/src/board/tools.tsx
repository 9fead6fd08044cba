import {
  Frame,
  Lasso,
  MessageCircleQuestionMark,
  MousePointer2,
  MoveUpRight,
  PenLine,
  Sparkles,
  StickyNote,
  Type,
} from 'lucide-react'
import type { ComponentType } from 'react'
import type { Tool } from './board-ui.ts'
import { BoundaryTool, ComponentTool, EventTool, FactorTool } from './tool-icons.tsx'

export interface ToolEntry {
  readonly tool: Tool
  readonly label: string
  /** the letter that takes it in hand; null where there is none */
  readonly key: string | null
  readonly Icon: ComponentType
}

/** The rail, group by group. */
export const RAIL: readonly (readonly ToolEntry[])[] = [
  [{ tool: 'select', label: 'Select', key: 'V', Icon: MousePointer2 }],
  [
    { tool: 'component', label: 'Component', key: 'C', Icon: ComponentTool },
    { tool: 'boundary', label: 'Boundary', key: 'B', Icon: BoundaryTool },
    { tool: 'note', label: 'Note', key: 'N', Icon: StickyNote },
    { tool: 'factor', label: 'Factor', key: 'F', Icon: FactorTool },
    { tool: 'event', label: 'Event', key: 'E', Icon: EventTool },
  ],
  [
    { tool: 'arrow', label: 'Arrow', key: 'A', Icon: MoveUpRight },
    { tool: 'pen', label: 'Pen', key: 'D', Icon: PenLine },
  ],
]

/** Behind the three dots of the rail. */
export const MORE_TOOLS: readonly ToolEntry[] = [
  { tool: 'question', label: 'Question', key: 'Q', Icon: MessageCircleQuestionMark },
  { tool: 'insight', label: 'Insight', key: 'I', Icon: Sparkles },
  { tool: 'lasso', label: 'Lasso', key: 'L', Icon: Lasso },
  { tool: 'frame', label: 'Frame', key: null, Icon: Frame },
  { tool: 'text', label: 'Text', key: null, Icon: Type },
]

export const ALL_TOOLS: readonly ToolEntry[] = [...RAIL.flat(), ...MORE_TOOLS]
