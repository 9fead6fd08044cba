import { get, textOf, type YamlValue } from '../yaml/yaml-value.ts'

/** A finite number under a key, also one written as text; else the fallback. */
export function numberIn(value: YamlValue | undefined, key: string, fallback = 0): number {
  const text = textOf(get(value, key))
  if (text === undefined || text.trim() === '') return fallback
  const number = Number(text)
  return Number.isFinite(number) ? number : fallback
}

/** A text under a key, or ''. */
export function textIn(value: YamlValue | undefined, key: string): string {
  return textOf(get(value, key)) ?? ''
}

/** The entries of a list under a key; none where there is no list. */
export function listIn(value: YamlValue | undefined, key: string): readonly YamlValue[] {
  const list = get(value, key)
  return list?.kind === 'list' ? list.items() : []
}
