import type { Position } from '../result.ts'

/** A value of a YAML file that knows where it stands. Aliases and merge keys are followed when looked at. */
export type YamlValue = YamlScalar | YamlList | YamlMapping

export interface YamlScalar {
  readonly kind: 'scalar'
  /** as written, numbers and truth values too; null for an empty value */
  readonly text: string | null
  readonly position: Position | null
}

export interface YamlList {
  readonly kind: 'list'
  readonly position: Position | null
  /** may throw `Entangled` */
  items(): readonly YamlValue[]
}

export interface YamlMapping {
  readonly kind: 'mapping'
  readonly position: Position | null
  /** in file order, own keys before merged ones, each key once; may throw `Entangled` */
  entries(): ReadonlyMap<string, YamlEntry>
}

export interface YamlEntry {
  readonly value: YamlValue
  /** where the key stands */
  readonly position: Position | null
}

/** Thrown while looking at a file whose references unfold into too much; caught by whoever opened the file. */
export class Entangled extends Error {
  readonly position: Position | null

  constructor(position: Position | null) {
    super('too many references')
    this.position = position
  }
}

/** The value under a key of a mapping; undefined where there is none, or no mapping. */
export function get(value: YamlValue | undefined, key: string): YamlValue | undefined {
  return value?.kind === 'mapping' ? value.entries().get(key)?.value : undefined
}

/** A scalar's text, or undefined for anything else. */
export function textOf(value: YamlValue | undefined): string | undefined {
  return value?.kind === 'scalar' && value.text !== null ? value.text : undefined
}

/** The scalars of a list, or one scalar on its own. */
export function textsOf(value: YamlValue | undefined): string[] {
  if (value === undefined) return []
  const values = value.kind === 'list' ? value.items() : [value]
  return values.flatMap((one) => textOf(one) ?? [])
}
