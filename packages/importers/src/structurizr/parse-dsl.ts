import { at, failure, type ImportNote } from '../result.ts'
import { type Line, lexLines, type Word } from './lex.ts'
import type { Element, ElementType, Workspace, WorkspaceRelation } from './workspace.ts'

const ELEMENTS: Readonly<Record<string, ElementType>> = {
  person: 'person',
  softwaresystem: 'system',
  container: 'container',
  component: 'component',
}
/** Blocks that say nothing of who is there and who calls whom. */
const PASSED = new Set([
  'views',
  'configuration',
  'properties',
  'perspectives',
  'deploymentenvironment',
  'styles',
  'users',
  'branding',
  'terminology',
  '!docs',
  '!adrs',
])
const TOLD = new Set([
  '!include',
  '!extend',
  '!script',
  '!plugin',
  '!element',
  '!elements',
  '!relationships',
  '!ref',
])
const MOST_DEPTH = 60

/** Reads the model of a Structurizr DSL file; never throws. Nothing is included, run or fetched. */
export function parseDsl(
  text: string,
):
  | { readonly ok: true; readonly workspace: Workspace; readonly notes: readonly ImportNote[] }
  | ReturnType<typeof failure> {
  const lexed = lexLines(text)
  if (!lexed.ok) return lexed
  return new DslParser(lexed.lines).read()
}

interface Archetype {
  readonly base: string
  readonly technology: string
  readonly tags: readonly string[]
}

interface Block {
  readonly kind:
    | 'workspace'
    | 'model'
    | 'element'
    | 'group'
    | 'archetypes'
    | 'archetype'
    | 'relation'
    | 'passed'
  /** the element whose body it is, or in whose body it lies */
  readonly element: string | null
  readonly groups: readonly string[]
  /** its own identifiers, from the outside in, for hierarchical names */
  readonly path: readonly string[]
  readonly line: Line
  readonly archetype?: string
}

/** An arrow whose ends are still names. */
interface Drawn {
  readonly from: string
  readonly to: string
  readonly words: readonly Word[]
  readonly block: Block
  readonly line: Line
}

type Details = { -readonly [K in keyof Element]: Element[K] }

class DslParser {
  readonly #lines: readonly Line[]
  readonly #notes: ImportNote[] = []
  readonly #elements = new Map<string, Details>()
  readonly #identifiers = new Map<string, string>()
  readonly #archetypes = new Map<string, Archetype>()
  readonly #relations: Drawn[] = []
  readonly #blocks: Block[] = []
  #name = ''

  constructor(lines: readonly Line[]) {
    this.#lines = lines
  }

  read():
    | { readonly ok: true; readonly workspace: Workspace; readonly notes: readonly ImportNote[] }
    | ReturnType<typeof failure> {
    for (const line of this.#lines) {
      const fault = this.#line(line)
      if (fault) return fault
    }
    const open = this.#blocks.at(-1)
    if (open)
      return failure('malformed', 'This “{” has no “}”.', {
        line: open.line.number,
        column: open.line.words.at(-1)?.column ?? 1,
      })
    const relations = this.#relations.flatMap((one) => this.#resolved(one))
    return {
      ok: true,
      workspace: { name: this.#name, elements: [...this.#elements.values()], relations },
      notes: this.#notes,
    }
  }

  #line(line: Line): ReturnType<typeof failure> | null {
    const [first] = line.words
    if (!first) return null
    const place = { line: line.number, column: first.column }
    if (!first.quoted && first.text === '}') {
      if (this.#blocks.pop() === undefined) return failure('malformed', 'This “}” ends nothing.', place)
      return null
    }
    const opens = line.words.at(-1)?.quoted === false && line.words.at(-1)?.text === '{'
    if (opens && this.#blocks.length >= MOST_DEPTH)
      return failure('too-deep', `This is nested more than ${MOST_DEPTH} deep.`, place)
    const words = opens ? line.words.slice(0, -1) : line.words
    const block = this.#statement(words, line)
    if (opens) this.#blocks.push(block ?? this.#passed(line))
    return null
  }

  /** Reads one line; gives the block that it opens, if it opens one that matters. */
  #statement(words: readonly Word[], line: Line): Block | null {
    const here = this.#here(line)
    const [first, second, third] = words
    if (!first || here.kind === 'passed' || here.kind === 'relation') return null
    const keyword = first.quoted ? '' : first.text.toLowerCase()
    if (TOLD.has(keyword)) {
      const message = `“${first.text.slice(0, 40)}” was not followed: only what stands here was read.`
      this.#notes.push({ message, ...at({ line: line.number, column: first.column }) })
      return null
    }
    if (PASSED.has(keyword)) return null
    if (keyword === 'workspace') {
      this.#name = second?.text.toLowerCase() === 'extends' ? '' : (second?.text ?? '')
      return { ...here, kind: 'workspace', line }
    }
    if (keyword === 'model') return { ...here, kind: 'model', line }
    if (keyword === 'archetypes') return { ...here, kind: 'archetypes', line }
    if (here.kind === 'archetypes') return this.#archetype(words, here, line)
    if (here.kind === 'archetype') {
      this.#archetypeDetail(here.archetype ?? '', words)
      return null
    }
    if (keyword === '->') {
      if (here.element !== null && second) this.#relate('this', second.text, words.slice(2), here, line)
      return { ...here, kind: 'relation', line }
    }
    if (isArrow(second) && third) {
      this.#relate(first.text, third.text, words.slice(3), here, line)
      return { ...here, kind: 'relation', line }
    }
    const assigned = second !== undefined && !second.quoted && second.text === '=' && third !== undefined
    const rest = assigned ? words.slice(2) : words
    if (assigned && isArrow(rest[1]) && rest[0] && rest[2]) {
      this.#relate(rest[0].text, rest[2].text, rest.slice(3), here, line)
      return { ...here, kind: 'relation', line }
    }
    const made = this.#make(rest, assigned ? first.text : null, here, line)
    if (made) return made
    if (here.kind === 'element' && here.element !== null) this.#detail(here.element, keyword, words)
    else if (keyword === 'name' && here.kind === 'workspace') this.#name = second?.text ?? ''
    return null
  }

  #make(words: readonly Word[], identifier: string | null, here: Block, line: Line): Block | null {
    const [type, name, ...more] = words
    if (!type || type.quoted) return null
    const word = type.text.toLowerCase()
    const archetype = this.#archetypes.get(word)
    const base = archetype?.base ?? word
    const path = identifier === null ? here.path : [...here.path, identifier.toLowerCase()]
    if (base === 'group' && name)
      return { kind: 'group', element: here.element, groups: [...here.groups, name.text], path, line }
    const elementType = Object.hasOwn(ELEMENTS, base) ? ELEMENTS[base] : undefined
    if (!elementType || !name) return null
    const id = `${this.#elements.size}`
    const hasTechnology = elementType === 'container' || elementType === 'component'
    const [description, technology, tags] = hasTechnology ? more : [more[0], undefined, more[1]]
    this.#elements.set(id, {
      id,
      type: elementType,
      name: name.text,
      description: description?.text ?? '',
      technology: technology?.text ?? archetype?.technology ?? '',
      tags: [...(archetype?.tags ?? []), ...(tags?.text.split(',') ?? [])].map((tag) => tag.trim()),
      parent: here.element,
      groups: here.groups,
      url: '',
      position: { line: line.number, column: type.column },
    })
    if (identifier !== null) {
      this.#identifiers.set(path.join('.'), id)
      const bare = identifier.toLowerCase()
      // the same short name in two places means the one that stands nearer, or the first
      if (!this.#identifiers.has(bare)) this.#identifiers.set(bare, id)
    }
    return { kind: 'element', element: id, groups: [], path, line }
  }

  #archetype(words: readonly Word[], here: Block, line: Line): Block | null {
    const [name, equals, base] = words
    if (!name || equals?.text !== '=' || !base) return null
    const known = this.#archetypes.get(base.text.toLowerCase())
    const key = name.text.toLowerCase()
    this.#archetypes.set(key, known ?? { base: base.text.toLowerCase(), technology: '', tags: [] })
    return { ...here, kind: 'archetype', archetype: key, line }
  }

  #archetypeDetail(key: string, [word, value]: readonly Word[]): void {
    const known = this.#archetypes.get(key)
    if (!known || !word || !value) return
    const what = word.text.toLowerCase()
    if (what === 'technology') this.#archetypes.set(key, { ...known, technology: value.text })
    if (what === 'tag' || what === 'tags')
      this.#archetypes.set(key, { ...known, tags: [...known.tags, ...value.text.split(',')] })
  }

  #detail(id: string, keyword: string, words: readonly Word[]): void {
    const element = this.#elements.get(id)
    const value = words[1]?.text ?? ''
    if (!element || value === '') return
    if (keyword === 'technology') element.technology = value
    else if (keyword === 'description') element.description = value
    else if (keyword === 'url') element.url = value
    else if (keyword === 'tag' || keyword === 'tags')
      element.tags = [...element.tags, ...words.slice(1).flatMap((one) => one.text.split(','))].slice(0, 50)
  }

  #relate(from: string, to: string, words: readonly Word[], block: Block, line: Line): void {
    this.#relations.push({ from, to, words, block, line })
  }

  #resolved(one: Drawn): WorkspaceRelation[] {
    const { from, to, words, block, line } = one
    const ends = [this.#find(from, block), this.#find(to, block)]
    const missing = ends[0] === null ? from : to
    if (!ends[0] || !ends[1]) {
      const message = `“${missing.slice(0, 60)}” is named here but not described; the arrow was left out.`
      this.#notes.push({ message, ...at({ line: line.number, column: line.words[0]?.column ?? 1 }) })
      return []
    }
    const [description, technology] = words.filter((word) => word.quoted || /^\w/.test(word.text))
    return [
      {
        from: ends[0],
        to: ends[1],
        description: description?.text ?? '',
        technology: technology?.text ?? '',
      },
    ]
  }

  /** Whom an identifier means: `this`, a name from here outwards, or a path of names; case does not matter. */
  #find(name: string, block: Block): string | null {
    const lower = name.toLowerCase()
    if (lower === 'this') return block.element
    for (let depth = block.path.length; depth >= 0; depth--) {
      const id = this.#identifiers.get([...block.path.slice(0, depth), lower].join('.'))
      if (id !== undefined) return id
    }
    return null
  }

  #here(line: Line): Block {
    return this.#blocks.at(-1) ?? { kind: 'workspace', element: null, groups: [], path: [], line }
  }

  #passed(line: Line): Block {
    return { ...this.#here(line), kind: 'passed', line }
  }
}

/** `->`, or an archetype of it: `--https->`. */
function isArrow(word: Word | undefined): boolean {
  return word !== undefined && !word.quoted && /^(?:-+\w*)?->$/.test(word.text)
}
