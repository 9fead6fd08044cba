/** What the pointer does is heard wherever it goes until it lets go. */
export function capture(root: HTMLElement, pointer: number): void {
  try {
    root.setPointerCapture(pointer)
  } catch {
    // the pointer is gone already
  }
}
