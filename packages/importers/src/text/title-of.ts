/** "shop.drawio.json" tells of "shop.drawio": a file's name without its ending is what a system is called. */
export function titleOf(fileName: string): string {
  const bare = fileName.replace(/\.[A-Za-z0-9]{1,12}$/, '').trim()
  return bare === '' ? fileName : bare
}
