let asked = false

/**
 * Asks the browser to keep what it holds for us even when its disk runs low. Asked once, and only when edits lie here
 * that the server does not have: some browsers put the question to the person.
 */
export function askToKeep(): void {
  if (asked) return
  asked = true
  navigator.storage?.persist?.().catch(() => {
    // it decides by itself then
  })
}
