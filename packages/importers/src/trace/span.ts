/** One step of a trace, whatever wrote it. */
export interface Span {
  readonly trace: string
  readonly id: string
  readonly parent: string
  readonly service: string
  readonly kind: 'client' | 'server' | 'producer' | 'consumer' | ''
  readonly name: string
  /** the other side, where only its name is known: a store, a broker, someone without traces */
  readonly peer: string
  /** what the peer is, as its system calls itself ("postgresql", "kafka"), or '' */
  readonly system: string
  readonly isMessaging: boolean
  readonly protocol: string
  readonly failed: boolean
  /** when it began, in whatever unit the file counts; 0 where it does not say */
  readonly at: number
}
