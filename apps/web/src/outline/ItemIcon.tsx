import { type Item, type Part, partOf } from '@second-story/board'
import { COMPONENT_ICONS, ICONS, type IconName } from '@second-story/picture'
import type { ReactNode } from 'react'

const PARTS: Readonly<Record<Part, IconName>> = {
  'came-together': 'rings',
  harder: 'fog',
  helped: 'life-ring',
  background: 'hills',
}

/** The sign of what an item is, as on the map; colour comes from around it. */
export function ItemIcon({ item }: { readonly item: Item }) {
  switch (item.type) {
    case 'component':
      return <Sign name={COMPONENT_ICONS[item.kind]} />
    case 'factor':
      return <PartIcon part={partOf(item.kind)} />
    case 'event':
      return <EventIcon />
    case 'question':
      return <Sign name="ask" />
    case 'insight':
      return <Sign name="sparkles" />
    case 'image':
      return <Sign name="image" />
    case 'idea':
      return <Sign name="parking" />
    case 'flow':
      return <Sign name="footprints" />
    case 'bookmark':
      return <Drawn path="M17 21l-5-4-5 4V5a2 2 0 0 1 2-2h6a2 2 0 0 1 2 2z" />
    case 'text':
      return <Drawn path="M4 7V5h16v2M9 20h6M12 5v15" />
    default:
      return <NoteIcon />
  }
}

/** The sign of a type, before there is an item of it. */
export function TypeIcon({ type }: { readonly type: 'note' | 'question' | 'component' | 'insight' }) {
  switch (type) {
    case 'note':
      return <NoteIcon />
    case 'question':
      return <Sign name="ask" />
    case 'component':
      return <Sign name="box" />
    case 'insight':
      return <Sign name="sparkles" />
  }
}

export function PartIcon({ part }: { readonly part: Part }) {
  return <Sign name={PARTS[part]} />
}

export function EventIcon() {
  return (
    <Drawn>
      <rect x="2" y="7" width="20" height="10" rx="5" />
      <path d="M7 10v2.2l1.4.8M12 12h6" />
    </Drawn>
  )
}

/** A sheet with a corner turned up: cards say what they are by their shape, lists need a sign. */
function NoteIcon() {
  return (
    <Drawn path="M5 3h14a2 2 0 0 1 2 2v9l-7 7H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM14 21v-5a2 2 0 0 1 2-2h5" />
  )
}

function Sign({ name }: { readonly name: IconName }) {
  return <Drawn path={ICONS[name]} />
}

function Drawn({ path, children }: { readonly path?: string; readonly children?: ReactNode }) {
  return (
    <svg
      className="lucide"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {path ? <path d={path} /> : children}
    </svg>
  )
}
