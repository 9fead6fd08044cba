import { describe, expect, it } from 'vitest'
import { BACKLOG, Backlog, type Kind } from './backlog.ts'

/** A line that lets nothing out until it is told to. */
class Line {
  readonly #backlog = new Backlog()
  waiting = 0

  give(kind: Kind, bytes: number): string {
    const decision = this.#backlog.give(kind, bytes, this.waiting)
    if (decision === 'send') this.waiting += bytes
    return decision
  }

  let(bytes: number): void {
    this.waiting = Math.max(0, this.waiting - bytes)
  }

  get hasRecovered(): boolean {
    return this.#backlog.hasRecovered(this.waiting)
  }
}

const KB = 1024

describe('rule 8: slow readers', () => {
  it('miss presence first, and hear everybody anew when there is room again, once', () => {
    const line = new Line()
    expect(line.give('edits', 65 * KB)).toBe('send')
    expect(line.give('presence', 100)).toBe('drop')
    expect(line.give('edits', 100)).toBe('send')
    expect(line.hasRecovered).toBe(false)
    line.let(60 * KB)
    expect(line.hasRecovered).toBe(true)
    expect(line.hasRecovered).toBe(false)
    expect(line.give('presence', 100)).toBe('send')
  })

  it('are closed past a megabyte of edits', () => {
    const line = new Line()
    for (let i = 0; i < 11; i++) expect(line.give('edits', 100 * KB)).toBe('send')
    expect(line.give('edits', 1)).toBe('close')
  })

  it('are never closed for presence alone', () => {
    const line = new Line()
    for (let i = 0; i < 10_000; i++) expect(line.give('presence', KB)).not.toBe('close')
    expect(line.waiting).toBeLessThan(BACKLOG.presenceBytes + 2 * KB)
  })

  it('may take their time with the opening, and have a megabyte beside it', () => {
    const line = new Line()
    expect(line.give('opening', 8 * KB * KB)).toBe('send')
    expect(line.give('presence', 100)).toBe('send')
    for (let i = 0; i < 11; i++) expect(line.give('edits', 100 * KB)).toBe('send')
    expect(line.give('edits', 1)).toBe('close')
  })

  it('are closed when they ask for the opening again and again and do not read', () => {
    const line = new Line()
    let asked = 0
    while (asked < 100 && line.give('opening', 4 * KB * KB) === 'send') asked++
    expect(asked).toBeLessThan(15)
  })
})
