import { documentOf, itemsOf } from '@second-story/board'
import { afterEach, beforeEach, expect } from 'vitest'
import { silentLog } from '../rooms/log.ts'
import { makeBoard, TestApp, type TestPerson, testId } from '../testing/test-app.ts'
import { VersionKeeper } from './keeper.ts'
import { unpacked } from './packed.ts'
import { Versions } from './versions.ts'

export const COMMON = { kind: 'common' } as const
export const MINUTE = 60_000

export const component = (n: number, name: string) => ({
  do: 'add',
  id: testId(n),
  type: 'component',
  fields: { name },
  place: { x: n * 200, y: 0, w: 150, h: 60 },
})

export const note = (n: number, text: string, fields = {}) => ({
  do: 'add',
  id: testId(n),
  type: 'note',
  fields: { text, ...fields },
})

interface Played {
  readonly items: unknown
  readonly gone: string[]
  readonly restoredTo: number | null
}

/** For tests: a server with a board of Ada's, anew for each test, and whoever looks after its versions. */
export class TestVersions {
  readonly host: TestApp
  readonly ada: TestPerson
  readonly versions: Versions
  /** may be another one: what is asked and said below goes to it */
  board: string
  keeper: VersionKeeper

  private constructor(host: TestApp, ada: TestPerson, board: string) {
    this.host = host
    this.ada = ada
    this.board = board
    this.versions = new Versions(host.parts)
    this.keeper = new VersionKeeper(host.parts.tables, this.versions, host.clock, silentLog)
  }

  static async start(): Promise<TestVersions> {
    const host = await TestApp.start()
    const ada = await host.signUp('Ada')
    return new TestVersions(host, ada, await makeBoard(ada))
  }

  at(path = ''): string {
    return `/api/boards/${this.board}${path}`
  }

  async run(...commands: readonly unknown[]): Promise<void> {
    const answer = await this.ada.post(this.at('/commands'), commands)
    if (answer.status !== 200) throw new Error(answer.text)
  }

  async seen(who = this.ada): Promise<unknown> {
    const { items, relations, prose } = (await who.get(this.at('/graph'))).body
    return { items, relations, prose }
  }

  async named(title: string): Promise<string> {
    const made = await this.ada.post(this.at('/versions'), { title })
    expect(made.status, made.text).toBe(201)
    this.host.clock.advance(1_000)
    return made.body.id
  }

  /** Time goes by, and the server looks after its boards. */
  async minutes(count: number): Promise<void> {
    for (let i = 0; i < count; i++) {
      this.host.clock.advance(MINUTE)
      await this.keeper.keep()
    }
  }

  /** The steps as a browser reads them: documents and what went. */
  async played(): Promise<Played[]> {
    const { body } = await this.ada.get(this.at('/history'))
    return Promise.all(
      body.steps.map(async (step: { put: string; gone: string[]; restoredTo: number | null }) => {
        const doc = documentOf(await unpacked(Buffer.from(step.put, 'base64')))
        return { items: itemsOf(doc).toJSON(), gone: step.gone, restoredTo: step.restoredTo }
      }),
    )
  }

  async snapshotOf(id: string): Promise<Uint8Array> {
    return unpacked(await this.versions.bytesOf(this.board, id))
  }
}

/** To be called at the top of a file: what `told` hears of is there before each test, and gone after it. */
export function beforeEachTest(told: (stage: TestVersions) => void): void {
  let stage: TestVersions
  beforeEach(async () => {
    stage = await TestVersions.start()
    told(stage)
  })
  afterEach(() => stage.host.stop())
}
