/** Something that must never happen, happened. */
export class Broken extends Error {
  override readonly name = 'Broken'
}
