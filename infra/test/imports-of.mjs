// `import … from 'x'`, `import 'x'`, `export … from 'x'`, `import('x')`, `typeof import('x')`: types count too
const FORMS = [
  /(?:^|[\n;])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])([^'"\n]+)\1/g,
  /(?:^|[\n;])\s*import\s*(['"])([^'"\n]+)\1/g,
  /\bimport\s*\(\s*(['"])([^'"\n]+)\1/g,
]

/** Every module that a source text names, type imports included, without those in comments. */
export function importsOf(source) {
  const text = source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/[^\n]*/g, '$1')
  return [...new Set(FORMS.flatMap((form) => [...text.matchAll(form)].map((match) => match[2])))]
}
