import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { StorageError } from '../storage/storage-error.ts'
import type { Copied } from '../storage/transfer/copy.ts'
import { type Place, parsePlace, TransferError } from '../storage/transfer/place.ts'
import { backUp, move, restore } from '../storage/transfer/transfer.ts'

const HELP = `Second Story's tools for what is kept:
  backup <file>                    one file with everything; the server may run
  restore <file>                   puts it in DATA_DIR or DATABASE_URL; end the server first
  migrate --from <place> --to <place>   copies everything; a place is sqlite:<folder> or postgres://…; end the server first`

/** npm changes into the workspace; people name files from where they are. */
const here = process.env.INIT_CWD ?? process.cwd()

function placeOf({ dataDir, databaseUrl }: Config): Place {
  return databaseUrl === null ? { kind: 'sqlite', folder: dataDir } : { kind: 'postgres', url: databaseUrl }
}

function say(what: string, { boards, rows, damaged }: Copied): void {
  console.log(`${what}: ${boards} ${boards === 1 ? 'board' : 'boards'}, ${rows} rows.`)
  if (damaged > 0)
    console.log(`${damaged} of them are damaged where they come from, and were copied as they are.`)
}

async function run(tool: string | undefined, args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, to: { type: 'string' } },
    allowPositionals: true,
  })
  const config = readConfig(process.env, import.meta.dirname)
  const [name] = positionals
  const file = name === undefined ? null : resolve(here, name)
  if (tool === 'backup' && file !== null) say(`Backed up to ${file}`, await backUp(placeOf(config), file))
  else if (tool === 'restore' && file !== null) {
    const { copied, keptAs } = await restore(file, placeOf(config), new Date())
    say(`Restored from ${file}`, copied)
    if (keptAs !== null) console.log(`What was there before is in ${keptAs}.`)
  } else if (tool === 'migrate' && values.from !== undefined && values.to !== undefined)
    say('Copied', await move(parsePlace(values.from, here), parsePlace(values.to, here)))
  else throw new TransferError(HELP)
}

try {
  const [tool, ...args] = process.argv.slice(2)
  await run(tool, args)
} catch (error) {
  const kinds = [StorageError, ConfigError]
  const isTheirs =
    kinds.some((kind) => error instanceof kind) ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  console.error(isTheirs && error instanceof Error ? error.message : error)
  process.exit(1)
}
