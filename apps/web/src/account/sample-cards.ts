/** What the first page offers to look around in. */
export interface SampleCard {
  readonly name: string
  readonly title: string
  readonly words: string
}

export const SAMPLE_CARDS: readonly SampleCard[] = [
  {
    name: 'gitlab',
    title: 'A real incident',
    words: 'GitLab.com, 31 January 2017, from what its own people published',
  },
  {
    name: 'sock-shop',
    title: 'A Chaos Day sketch',
    words: 'Made up: a shop that sells socks, drawn before the day',
  },
]
