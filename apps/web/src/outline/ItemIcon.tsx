import { type ComponentKind, type Item, type Part, partOf } from '@second-story/board'
import {
  AppWindow,
  Box,
  CircleParking,
  CircleQuestionMark,
  Clock,
  Cloud,
  CloudFog,
  Database,
  Eye,
  LifeBuoy,
  type LucideIcon,
  Mail,
  MessageCircleQuestionMark,
  Router,
  Sparkles,
  SquareFunction,
  StickyNote,
  Type,
  Users,
  Zap,
} from 'lucide-react'
import type { ReactNode } from 'react'

const COMPONENTS: Readonly<Record<ComponentKind, LucideIcon>> = {
  service: Box,
  datastore: Database,
  cache: Zap,
  queue: Mail,
  gateway: Router,
  job: Clock,
  function: SquareFunction,
  client: AppWindow,
  role: Users,
  external: Cloud,
  observability: Eye,
  unknown: CircleQuestionMark,
}

/** The sign of what an item is; colour comes from around it. */
export function ItemIcon({ item }: { readonly item: Item }) {
  switch (item.type) {
    case 'component': {
      const Icon = COMPONENTS[item.kind]
      return <Icon aria-hidden="true" />
    }
    case 'factor':
      return <PartIcon part={partOf(item.kind)} />
    case 'event':
      return <EventIcon />
    case 'question':
      return <MessageCircleQuestionMark aria-hidden="true" />
    case 'insight':
      return <Sparkles aria-hidden="true" />
    case 'idea':
      return <CircleParking aria-hidden="true" />
    case 'text':
      return <Type aria-hidden="true" />
    default:
      return <StickyNote aria-hidden="true" />
  }
}

/** The sign of a type, before there is an item of it. */
export function TypeIcon({ type }: { readonly type: 'note' | 'question' | 'component' | 'insight' }) {
  const Icon = { note: StickyNote, question: MessageCircleQuestionMark, component: Box, insight: Sparkles }[
    type
  ]
  return <Icon aria-hidden="true" />
}

export function PartIcon({ part }: { readonly part: Part }) {
  switch (part) {
    case 'came-together':
      return (
        <Ours>
          <circle cx="9" cy="12" r="6" />
          <path d="M13.2 6.7A6 6 0 1 1 12 16.8" />
        </Ours>
      )
    case 'harder':
      return <CloudFog aria-hidden="true" />
    case 'helped':
      return <LifeBuoy aria-hidden="true" />
    case 'background':
      return (
        <Ours>
          <path d="M2 19c3-7 6-9 8.5-4.5" />
          <path d="M7 19c3-10 8-12 15 0" />
          <path d="M2 19h20" />
        </Ours>
      )
  }
}

export function EventIcon() {
  return (
    <Ours>
      <rect x="2" y="7" width="20" height="10" rx="5" />
      <path d="M7 10v2.2l1.4.8M12 12h6" />
    </Ours>
  )
}

function Ours({ children }: { readonly children: ReactNode }) {
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
      {children}
    </svg>
  )
}
