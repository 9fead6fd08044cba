/** A file's name from a board's title: plain letters, digits and dashes, never empty, never a path. */
export function fileName(title: string, extension: string, part = ''): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  return `${plain || 'record'}${part === '' ? '' : `-${part}`}.${extension}`
}
