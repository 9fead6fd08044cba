import { type Flow, type PlayedStep, RELATION_VERBS, stepsOf } from '@second-story/board'
import type { Group, Line, Words } from '../record.ts'
import { line, oneLine, plain } from './lines.ts'
import type { View } from './view.ts'

/** The ways through the sketch that people named, each as a numbered list. */
export function flowGroups(view: View): Group[] {
  return view.all('flow').flatMap((flow): Group[] => {
    const lines = stepsOf(view.graph, flow).map((step, at) => stepLine(view, flow, step, at))
    if (lines.length === 0) return []
    return [{ title: `Flow: ${oneLine(flow.name) || 'unnamed'}`, part: null, lines }]
  })
}

function stepLine(view: View, flow: Flow, { arrow, at, words }: PlayedStep, index: number): Line {
  const number: Words = [{ text: `${index + 1}. ` }]
  const said = oneLine(words)
  const behind: Words = said === '' ? [] : [{ text: `: ${said}` }]
  if (arrow) {
    const from: Words = [{ text: view.nameOf(arrow.from), bold: true }]
    const to: Words = [{ text: view.nameOf(arrow.to), bold: true }]
    return line(flow.id, [...number, ...from, { text: ` ${RELATION_VERBS[arrow.kind]} ` }, ...to, ...behind])
  }
  if (at) return line(flow.id, [...number, { text: view.nameOf(at.id), bold: true }, ...behind])
  return line(flow.id, [...number, ...plain(said || 'a step whose arrow is gone')])
}
