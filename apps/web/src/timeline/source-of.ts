import type { Source } from '@second-story/board'

const KINDS: readonly (readonly [RegExp, Source['kind']])[] = [
  [/slack|teams\.microsoft|discord|mattermost|zulip|chat|irc/, 'chat'],
  [/pagerduty|opsgenie|alertmanager|victorops/, 'alert'],
  [/kibana|splunk|\blogs?\b|loki|papertrail/, 'log'],
  [/grafana|datadog|newrelic|honeycomb|prometheus|metrics/, 'metric'],
  [/^status\.|statuspage/, 'status-page'],
  [/jira|linear\.app|issues|bugzilla|zendesk|servicenow/, 'ticket'],
  [/\/(commit|pull|merge_requests|pipelines|actions|deployments?)\b|argocd|spinnaker|jenkins/, 'deploy'],
]

/** A source from what was pasted or typed: a link, its kind guessed from the address, or plain words. */
export function sourceOf(typed: string): Source | null {
  const words = typed.trim()
  if (words === '') return null
  const link = /^(https?:\/\/\S+|mailto:\S+)(?:\s+(.*))?$/i.exec(words)
  if (!link?.[1]) return { kind: 'document', title: words.slice(0, 200) }
  const [, url, title] = link
  const address = url.replace(/^https?:\/\/(www\.)?/i, '')
  const kind = KINDS.find(([pattern]) => pattern.test(address.toLowerCase()))?.[1] ?? 'document'
  const host = address.split('/')[0] ?? address
  return {
    kind,
    title: (title ?? host).slice(0, 200),
    url: url.replace(/[<>"]/g, encodeURIComponent).slice(0, 2000),
  }
}

export const MEMORY: Source = { kind: 'memory', title: '' }

/** How a source is said where it stands as a mark only. */
export function sourceWords(source: Source): string {
  if (source.kind === 'memory') return source.title ? `from memory: ${source.title}` : 'from memory'
  return source.title || source.url || source.kind.replace('-', ' ')
}
