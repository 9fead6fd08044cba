import * as Y from 'yjs'
import { z } from 'zod'
import { LIMITS } from './limits.ts'

/**
 * How one field of an item is stored, read and parsed. Reading is total: whatever lies in the document,
 * `read` gives a value of the right shape. `schema` is for outside data: commands, imports, the API.
 */
export interface Field<T> {
  /** `value`: a plain value, last writer wins; `text`: a Y.Text; `bag`: a Y.Map id -> value */
  readonly storage: 'value' | 'text' | 'bag'
  readonly fallback: T
  readonly schema: z.ZodType<T>
  read(raw: unknown): T
}

export type Fields = Readonly<Record<string, Field<unknown>>>
/** The plain values of a set of fields. */
export type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never }

/**
 * What a schema may be asked about: JSON. A schema must never see a shared type or bytes where a document holds them
 * in place of a value: zod's `readonly` freezes what it refuses, and a frozen shared type breaks the document.
 */
export function isJson(raw: unknown): boolean {
  if (typeof raw !== 'object' || raw === null) return raw !== undefined
  const kind: unknown = Object.getPrototypeOf(raw)
  return kind === Object.prototype || kind === Array.prototype || kind === null
}

function plain<T>(schema: z.ZodType<T>, fallback: T): Field<T> {
  const read = (raw: unknown): T => {
    if (!isJson(raw)) return fallback
    const parsed = schema.safeParse(raw)
    return parsed.success ? parsed.data : fallback
  }
  return { storage: 'value', fallback, schema, read }
}

/** One line of text; longer than the bound is cut when read, refused when written. */
export function label(max: number = LIMITS.label): Field<string> {
  return {
    storage: 'value',
    fallback: '',
    schema: z.string().max(max),
    read: (raw) => (typeof raw === 'string' ? raw.slice(0, max) : ''),
  }
}

export function choice<const T extends string>(values: readonly [T, ...T[]], fallback: NoInfer<T>): Field<T> {
  return plain<T>(z.enum(values) as unknown as z.ZodType<T>, fallback)
}

/** One of the values, or nothing chosen. */
export function maybe<const T extends string>(values: readonly [T, ...T[]]): Field<T | null> {
  return plain<T | null>((z.enum(values) as unknown as z.ZodType<T>).nullable(), null)
}

export function flag(): Field<boolean> {
  return plain(z.boolean(), false)
}

/** A plain compound value, written whole. */
export function value<T>(schema: z.ZodType<T>, fallback: T): Field<T> {
  return plain(schema, fallback)
}

/** Text that people write together: a Y.Text, read as a string. */
export function text(): Field<string> {
  return {
    storage: 'text',
    fallback: '',
    schema: z.string().max(LIMITS.text),
    read: (raw) => (raw instanceof Y.Text ? raw.toString() : typeof raw === 'string' ? raw : ''),
  }
}

export type Entry<T> = T & { readonly id: string }

/** Several values, each of which can be added, changed and removed apart: a Y.Map id -> value, read in id order. */
export function bag<T extends object>(schema: z.ZodType<T>): Field<readonly Entry<T>[]> {
  const entry = z.intersection(schema, z.object({ id: z.string().min(1).max(64) })) as unknown as z.ZodType<
    Entry<T>
  >
  return {
    storage: 'bag',
    fallback: [],
    schema: z.array(entry).max(LIMITS.entries),
    read: (raw) => {
      if (!(raw instanceof Y.Map)) return []
      const out: Entry<T>[] = []
      for (const [id, entryValue] of raw) {
        if (!isJson(entryValue)) continue
        const parsed = schema.safeParse(entryValue)
        if (parsed.success) out.push({ ...parsed.data, id })
      }
      return out.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    },
  }
}
