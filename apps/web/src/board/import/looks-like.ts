/** First words of what people copy out of other tools. Tables are left to the map: their lines become notes. */
const STARTS: readonly RegExp[] = [
  /^\s*services\s*:\s*$/m,
  /^(?:[ \t-]*)apiVersion\s*:[\s\S]*^(?:[ \t-]*)kind\s*:/m,
  /^\s*(?:strict\s+)?(?:di)?graph\b[^{;\n]{0,200}\{/i,
  /^\s*(?:```mermaid\s+)?(?:%%[^\n]*\n\s*|---[\s\S]{0,2000}?---\s+)*(?:flowchart|graph)[ \t]+(?:TB|TD|BT|LR|RL)\b/,
  /^\s*workspace\b[^\n{]{0,300}\{/i,
  /^\s*\{[\s\S]{0,400}"type"\s*:\s*"excalidraw/,
  /^\s*\{[\s\S]{0,200}"nodes"\s*:\s*\[[\s\S]*"(?:fromNode|width)"\s*:/,
  /^\s*[[{][\s\S]*"(?:callCount|resourceSpans|localEndpoint|processes|softwareSystems)"\s*:/,
]

/** Whether pasted text describes a system rather than being words; cheap, and without the importers. */
export function looksLikeSystem(text: string): boolean {
  const start = text.slice(0, 20_000)
  return STARTS.some((one) => one.test(start))
}
