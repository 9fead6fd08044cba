import type { SourceFile } from '../format.ts'

const NAME = /(?:^|[._-])(?:docker-)?compose(?:[._-][\w.-]*)?\.ya?ml$/i
const SERVICES = /^(?:services|"services"|'services')[ \t]*:/m

/** By the name, or by a line that begins with "services:"; a flow mapping counts too. */
export function recognise(file: SourceFile): boolean {
  return NAME.test(file.name) || SERVICES.test(file.text) || /^\s*\{\s*["']?services["']?\s*:/.test(file.text)
}
