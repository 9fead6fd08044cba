import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Metrics } from './metrics.ts'

const DASHBOARD = join(import.meta.dirname, '../../../../infra/dashboards/second-story.json')

describe('metrics', () => {
  it('tell what the rooms are like when somebody looks, and what happened', async () => {
    const metrics = new Metrics()
    metrics.watch(() => ({ rooms: 3, connections: 7, pending: 2, longestBacklog: 9 }))
    metrics.refused('too large')
    metrics.closed(4422)
    metrics.stored(4, 2, 100)
    metrics.answered('GET"', 200)
    const text = await metrics.text()
    for (const line of [
      'second_story_rooms 3',
      'second_story_connections 7',
      'second_story_pending_edits 2',
      'second_story_longest_backlog_bytes 9',
      'second_story_refused_total{reason="too large"} 1',
      'second_story_closes_total{code="4422"} 1',
      'second_story_stored_rows_total 2',
      'second_story_store_seconds_count 1',
      'second_story_http_requests_total{method="GET",status="200"} 1',
    ])
      expect(text).toContain(line)
  })

  it('are all that the dashboard asks for', async () => {
    const text = await new Metrics().text()
    const asked = readFileSync(DASHBOARD, 'utf8').match(/\b(?:second_story|nodejs|process)_\w+/g) ?? []
    expect(asked.length).toBeGreaterThan(20)
    for (const name of new Set(asked)) {
      const family = name.replace(/_bucket$/, '')
      expect(text, name).toContain(`# TYPE ${family} `)
    }
  })
})
