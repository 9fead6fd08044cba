/** A field of the map or the panel that is open takes what was typed. */
export function blurField(): void {
  const field = document.activeElement
  if (field instanceof HTMLElement && (field.matches('input, textarea') || field.isContentEditable))
    field.blur()
}
