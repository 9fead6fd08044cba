/**
 * Prints a whole HTML page in a hidden frame, so that what is printed is the export and nothing of the app. The
 * page's own styles are taken over as sheets: a strict content policy forbids them as they stand.
 */
export async function printHtml(html: string): Promise<void> {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const css = [...parsed.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n')
  for (const node of parsed.querySelectorAll('head style, script')) node.remove()
  const frame = document.createElement('iframe')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  Object.assign(frame.style, {
    position: 'fixed',
    left: '-10000px',
    width: '794px',
    height: '1123px',
    border: '0',
  })
  document.body.append(frame)
  const page = frame.contentDocument
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  if (!page || !view) {
    frame.remove()
    throw new Error('this browser opens no page to print')
  }
  page.documentElement.lang = parsed.documentElement.lang
  page.title = parsed.title
  page.body.replaceChildren(...[...parsed.body.childNodes].map((node) => page.importNode(node, true)))
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(css)
  page.adoptedStyleSheets = [sheet]
  await page.fonts.ready
  await new Promise((resolve) => setTimeout(resolve, 50))
  // the name of a PDF is the title of the page around
  const title = document.title
  document.title = parsed.title || title
  view.addEventListener('afterprint', () => {
    frame.remove()
    window.focus()
  })
  view.focus()
  view.print()
  document.title = title
}
