import type { ProseBlock } from '@second-story/board'

/** Is there anything but empty paragraphs? The editor leaves one of those in an empty section. */
export function hasWords(blocks: readonly ProseBlock[]): boolean {
  return blocks.some(says)
}

function says(block: ProseBlock): boolean {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return block.runs.some((run) => run.text.trim() !== '')
    case 'list':
      return block.entries.some(hasWords)
    case 'quote':
      return hasWords(block.blocks)
    case 'code':
      return block.text.trim() !== ''
    case 'rule':
      return true
  }
}
