import { FIELD_WORDS, type ImportChange } from '@second-story/importers'

/** Changes of one sort, under one heading. */
export interface ChangeSection {
  readonly id: string
  readonly title: string
  /** what ticking means here, where it is not plain */
  readonly note: string
  readonly changes: readonly ImportChange[]
}

const isArrow = ({ type }: ImportChange): boolean => type === 'arrow'
const isGround = ({ type }: ImportChange): boolean => type === 'boundary' || type === 'frame'

type Sort = readonly [
  id: string,
  title: string | ((isObserved: boolean) => string),
  note: string,
  has: (one: ImportChange) => boolean,
]

const REMOVES = 'What you tick is removed from the board.'

const SORTS: readonly Sort[] = [
  ['new', 'New', '', (one) => one.why === 'new' && !isArrow(one) && !isGround(one)],
  ['groups', 'New boundaries', '', (one) => one.why === 'new' && isGround(one)],
  [
    'arrows',
    (isObserved) => (isObserved ? 'Called, but not drawn' : 'New arrows'),
    '',
    (one) => one.why === 'new' && isArrow(one) && one.kind !== 'depends-on',
  ],
  [
    'order',
    'New start-up order',
    'Arrows that the map shows only when asked.',
    (one) => one.why === 'new' && isArrow(one) && one.kind === 'depends-on',
  ],
  ['changed', 'Changed in the file', '', (one) => one.why === 'changed'],
  [
    'differs',
    'Different here',
    'Somebody may have meant it so. What you tick becomes what the file says.',
    (one) => one.why === 'changed-here',
  ],
  ['removed', 'Removed here before', 'What you tick comes back.', (one) => one.why === 'removed-here'],
  ['gone', 'No longer in the file', REMOVES, (one) => one.why === 'gone'],
  ['uncalled', 'Drawn, but never called', REMOVES, (one) => one.why === 'unseen' && isArrow(one)],
  ['unseen', 'Drawn, but not seen in it', REMOVES, (one) => one.why === 'unseen' && !isArrow(one)],
]

/** What a file would change, sorted for people; sections of nothing are left out. */
export function changeSections(
  changes: readonly ImportChange[],
  isObserved: boolean,
): readonly ChangeSection[] {
  return SORTS.flatMap(([id, title, note, has]) => {
    const own = changes.filter(has)
    if (own.length === 0) return []
    return [{ id, title: typeof title === 'string' ? title : title(isObserved), note, changes: own }]
  })
}

/** Whether it tells of something that was there before: then there is more to decide than what comes. */
export function isMerge(changes: readonly ImportChange[]): boolean {
  return changes.some((one) => one.why !== 'new')
}

/** "4 components, 2 arrows and 1 change" of what is ticked; '' for nothing. */
export function takenWords(changes: readonly ImportChange[], taken: ReadonlySet<string>): string {
  const own = changes.filter((one) => taken.has(one.id))
  const count = (has: (one: ImportChange) => boolean): number => own.filter(has).length
  const adds = (one: ImportChange): boolean => one.does === 'add'
  const parts = [
    counted(
      count((one) => adds(one) && one.type === 'component'),
      'component',
    ),
    counted(
      count((one) => adds(one) && isGround(one)),
      'boundary',
      'boundaries',
    ),
    counted(
      count((one) => adds(one) && (one.type === 'note' || one.type === 'text')),
      'note',
    ),
    counted(
      count((one) => one.does === 'connect'),
      'arrow',
    ),
    counted(
      count((one) => one.does === 'change'),
      'change',
    ),
    counted(
      count((one) => one.does === 'remove' || one.does === 'disconnect'),
      'removal',
    ),
  ].filter((one) => one !== '')
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? '' : count === 1 ? `1 ${one}` : `${count} ${many}`
}

/** A change read out in a line. */
export function changeAloud({ name, to, kind, field, was = '', now = '' }: ImportChange): string {
  const called = name || 'Without a name'
  if (field !== undefined)
    return `${called}${to === undefined ? '' : ` to ${to}`}, ${FIELD_WORDS[field] ?? field}: ${was || 'none'} becomes ${now || 'none'}`
  const words = [
    called + (to === undefined ? '' : ` to ${to}`),
    kind.replaceAll('-', ' '),
    to === undefined ? '' : now,
  ]
  return words.filter((one) => one !== '').join(', ')
}
