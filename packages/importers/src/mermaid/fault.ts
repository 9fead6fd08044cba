/** Thrown within a Mermaid file, caught by whoever opened it. */
export class MermaidFault extends Error {
  readonly id: 'malformed' | 'too-deep' | 'too-many'
  readonly offset: number

  constructor(id: 'malformed' | 'too-deep' | 'too-many', message: string, offset: number) {
    super(message)
    this.id = id
    this.offset = offset
  }
}
