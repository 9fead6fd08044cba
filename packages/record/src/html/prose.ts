import type { ProseBlock, ProseRun } from '@second-story/board'
import { escapeMarkup } from '@second-story/std'

/** Hand-written blocks as HTML; headings go below the section's own. */
export function proseHtml(blocks: readonly ProseBlock[]): string {
  return blocks.map(blockHtml).join('')
}

export function runsHtml(runs: readonly ProseRun[]): string {
  return runs.map(runHtml).join('')
}

function blockHtml(block: ProseBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${runsHtml(block.runs)}</p>`
    case 'heading': {
      const tag = block.level === 1 ? 'h3' : 'h4'
      return `<${tag}>${runsHtml(block.runs)}</${tag}>`
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.entries.map((entry) => `<li>${proseHtml(entry)}</li>`).join('')}</${tag}>`
    }
    case 'quote':
      return `<blockquote>${proseHtml(block.blocks)}</blockquote>`
    case 'code':
      return `<pre><code>${escapeMarkup(block.text)}</code></pre>`
    case 'rule':
      return '<hr>'
  }
}

function runHtml(run: ProseRun): string {
  let html = escapeMarkup(run.text).replace(/\r\n?|\n/g, '<br>')
  if (run.code) html = `<code>${html}</code>`
  if (run.italic) html = `<em>${html}</em>`
  if (run.bold) html = `<strong>${html}</strong>`
  return run.link ? linkHtml(run.link, html) : html
}

/** A link that runs nothing: http, https and mailto only; anything else stays words. */
export function linkHtml(url: string, html: string): string {
  if (!/^(https?:\/\/|mailto:)/i.test(url)) return html
  return `<a href="${escapeMarkup(url)}" rel="noopener noreferrer">${html}</a>`
}
