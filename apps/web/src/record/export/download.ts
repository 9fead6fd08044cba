/** Hands a file to the person. */
export function download(name: string, content: Blob | string, type = 'text/plain'): void {
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` })
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // some browsers read the address only after the click is over
  setTimeout(() => URL.revokeObjectURL(url), 30_000)
}

/** Hands a file of the server to the person; the server says what it is called. */
export function downloadFrom(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  link.click()
}
