import type { Extensions } from '@tiptap/core'
import { Placeholder } from '@tiptap/extension-placeholder'
import { StarterKit } from '@tiptap/starter-kit'
import { HeadingBelow } from './heading-view.ts'
import { isSafeLink } from './safe-link.ts'
import { SharedProse, type SharedProseOptions } from './shared-prose.ts'

/**
 * What prose may hold: paragraphs, headings, lists, quotes, code, a rule; bold, italic, code, links. The same as
 * `ProseBlock` in packages/board. No trailing paragraph of its own: opening a section must not write into it.
 */
export function proseExtensions(shared: SharedProseOptions, placeholder: string): Extensions {
  return [
    StarterKit.configure({
      undoRedo: false,
      trailingNode: false,
      underline: false,
      strike: false,
      dropcursor: false,
      heading: { levels: [1, 2, 3] },
      link: {
        openOnClick: false,
        autolink: true,
        linkOnPaste: true,
        defaultProtocol: 'https',
        isAllowedUri: (url) => isSafeLink(url),
        shouldAutoLink: (url) => isSafeLink(url),
        HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
      },
    }),
    HeadingBelow,
    SharedProse.configure(shared),
    Placeholder.configure({ placeholder, showOnlyWhenEditable: true }),
  ]
}
