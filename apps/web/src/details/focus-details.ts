/** From the map into the details of what is selected; false where none are open. */
export function focusDetails(): boolean {
  const panel = document.querySelector('aside')
  const field =
    panel?.querySelector<HTMLElement>('section input, div input, textarea') ??
    panel?.querySelector<HTMLElement>('input, button')
  field?.focus()
  return field !== null && field !== undefined
}
