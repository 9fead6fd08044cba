import type { ComponentKind } from '@second-story/board'
import { nameAndRest } from '../text/plain-words.ts'
import { type DraftComponent, plainComponent } from './draft.ts'
import { guessKind } from './guess-kind.ts'

/** Whoever stands before a system in a drawing, which a service of a deployment is not called. */
const SOMEBODY =
  /^(?:(?:end|admin|web|mobile|external)[- ]?)?(?:users?|customers?|browsers?|clients?|visitors?|people|person|shoppers?|mobile(?: app)?)$/i
const ELSEWHERE =
  /^(?:the )?(?:internet|third[- ]part(?:y|ies)|saas|external(?: (?:system|service|api)s?)?)$/i
/** Longer than this, what stands below a name is no technology. */
const MOST_TECHNOLOGY = 60

/** A component as a drawing labels it: a name, and below it most often what it is made with ("Cache", "(Valkey)"). */
export function drawnComponent(
  key: string,
  label: string,
  shape: ComponentKind | null,
  more: Partial<DraftComponent> = {},
): DraftComponent {
  const { name, rest } = nameAndRest(label)
  const inner = rest.replace(/^[([]\s*(.*?)\s*[)\]]$/, '$1')
  const short = inner.length <= MOST_TECHNOLOGY
  const notes = [short ? '' : inner, more.notes ?? ''].filter((one) => one !== '').join('\n')
  return plainComponent(key, name === '' ? key : name, drawnKind(name, short ? inner : '', shape), {
    technology: short ? inner : '',
    ...more,
    notes,
  })
}

/** A guess from words, then from the shape: "queue" drawn as a store is a queue. */
export function drawnKind(name: string, technology: string, shape: ComponentKind | null): ComponentKind {
  if (SOMEBODY.test(name)) return 'client'
  if (ELSEWHERE.test(name)) return 'external'
  const guessed = guessKind(technology, name)
  if (shape === 'datastore' && (guessed === 'queue' || guessed === 'cache')) return guessed
  return shape ?? guessed ?? 'service'
}
