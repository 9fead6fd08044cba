import type { Plugin } from 'vite'

/** What the screens speak. React Aria brings its own words in 34 languages; the others stay out of the page. */
const SPOKEN = new Set(['en-US'])

const WORDS =
  /\/node_modules\/(?:react-aria|react-stately|react-aria-components)\/.*\/intl\/(?:.*\/)?([a-z]{2}-[A-Z]{2})\.m?js$/

/** Leaves React Aria's words in languages that are not spoken empty: it then takes its English ones. */
export function oneLanguage(): Plugin {
  return {
    name: 'one-language',
    enforce: 'pre',
    load(id) {
      const found = WORDS.exec(id.replaceAll('\\', '/'))
      return found && !SPOKEN.has(found[1] ?? '') ? 'export default {}' : null
    },
  }
}
