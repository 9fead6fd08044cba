import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Rules that look at colours: the only ones that may say something else of the same page in the other theme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** What axe finds serious or critical on the page as it stands, a line each. */
async function findings(page: Page, runOnly: { type: 'tag' | 'rule'; values: string[] }): Promise<string[]> {
  // within the page itself: nothing of ours comes from elsewhere in frames
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly, resultTypes: ['violations'] })
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none, html }) => {
        const why = [...any, ...all, ...none].map(({ message }) => message).join('; ')
        return `${id} at ${target.join(' ')}: ${why} ${html.slice(0, 160)}`
      }),
    )
}

/** No serious or critical finding, light and dark. Goes on after a finding, so that one run tells all. */
export async function expectAccessible(
  page: Page,
  what: string,
  schemes: readonly ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    const isFirst = colorScheme === schemes[0]
    const found = await findings(
      page,
      isFirst ? { type: 'tag', values: WCAG_22_AA } : { type: 'rule', values: OF_COLOURS },
    )
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([])
  }
}
