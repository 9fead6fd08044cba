import type { Position } from '../result.ts'

/** Another service that one names, where it stands in the file. */
export interface Reference {
  readonly name: string
  /** the host name under which it is known here (`links: db:database`) */
  readonly alias: string | null
  readonly position: Position | null
}

/** One service of a compose file, with names filled in. Values of its environment never leave this folder. */
export interface ComposeService {
  readonly name: string
  readonly position: Position | null
  /** the service it builds on (`extends`), in which file if not in this one */
  readonly base: {
    readonly service: string
    readonly file: string | null
    readonly position: Position | null
  } | null
  readonly image: string
  /** the folder it is built from, or '' */
  readonly build: string
  /** the names under which others reach it */
  readonly hosts: readonly string[]
  /** command and entry point, one string each word or line */
  readonly command: readonly string[]
  /** null: named, but with no value in the file */
  readonly environment: ReadonlyMap<string, string | null>
  readonly labels: ReadonlyMap<string, string | null>
  readonly dependsOn: readonly Reference[]
  readonly links: readonly Reference[]
}

export interface ComposeFile {
  /** the project's name, or '' */
  readonly project: string
  readonly services: readonly ComposeService[]
}
