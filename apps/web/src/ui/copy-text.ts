/** Puts words on the clipboard; false where the browser does not let us (a page without https). */
export async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    return copyTheOldWay(words)
  }
}

// the clipboard API is there only on https and localhost; boards are shared on plain http in many houses
function copyTheOldWay(words: string): boolean {
  const area = document.createElement('textarea')
  area.value = words
  area.style.position = 'fixed'
  area.style.opacity = '0'
  const parent = document.activeElement?.closest('[role=dialog]') ?? document.body
  parent.append(area)
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
  }
}
