import type { ProseBlock, ProseRun } from '@second-story/board'
import { createElement, type ReactNode } from 'react'

/** Prose to be read: what an observer sees, and what stands there until the editor has come. */
export function ProseBlocks({ blocks }: { readonly blocks: readonly ProseBlock[] }) {
  return <>{blocks.map((block, index) => keyed(index, drawn(block)))}</>
}

function drawn(block: ProseBlock): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      )
    case 'heading':
      // the page has h1 for its title and h2 for its sections
      return createElement(`h${block.level + 2}`, null, <Runs runs={block.runs} />)
    case 'list':
      return createElement(
        block.ordered ? 'ol' : 'ul',
        null,
        block.entries.map((entry, index) =>
          keyed(
            index,
            <li>
              <ProseBlocks blocks={entry} />
            </li>,
          ),
        ),
      )
    case 'quote':
      return (
        <blockquote>
          <ProseBlocks blocks={block.blocks} />
        </blockquote>
      )
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'rule':
      return <hr />
  }
}

/** Words of one line, with their marks and links. */
export function Runs({ runs }: { readonly runs: readonly ProseRun[] }) {
  return <>{runs.map((run, index) => keyed(index, marked(run)))}</>
}

function marked(run: ProseRun): ReactNode {
  let node: ReactNode = run.text
  if (run.code) node = <code>{node}</code>
  if (run.italic) node = <em>{node}</em>
  if (run.bold) node = <strong>{node}</strong>
  if (run.link)
    node = (
      <a href={run.link} target="_blank" rel="noopener noreferrer nofollow">
        {node}
      </a>
    )
  return node
}

// blocks and runs have no identity but their place
function keyed(index: number, node: ReactNode): ReactNode {
  return <Keyed key={index}>{node}</Keyed>
}

function Keyed({ children }: { readonly children: ReactNode }) {
  return <>{children}</>
}
