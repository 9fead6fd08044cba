import { resolve } from 'node:path'
import { z } from 'zod'

/** What the environment may say; one row a variable: its rule, its default, and a line of help. */
const TABLE = {
  PORT: {
    help: 'port to listen on',
    usual: '3000',
    rule: z
      .string()
      .regex(/^\d{1,5}$/, 'is a number')
      .transform(Number)
      .refine((port) => port <= 65_535, 'goes up to 65535'),
  },
  HOST: { help: 'address to listen on; all interfaces when empty', usual: '', rule: z.string().max(255) },
  DATA_DIR: {
    help: 'folder for everything that is kept',
    usual: './data',
    rule: z.string().min(1, 'names a folder'),
  },
  DATABASE_URL: {
    help: 'a Postgres to keep everything in instead, e.g. postgres://user:password@host/name',
    usual: '',
    rule: z
      .string()
      .refine(
        (url) => url === '' || isAddress(url, /^postgres(ql)?:$/),
        'is an address like postgres://user:password@host/name',
      ),
  },
  REDIS_URL: {
    help: 'a Redis that joins several servers on one DATABASE_URL, e.g. redis://host:6379',
    usual: '',
    rule: z
      .string()
      .refine((url) => url === '' || isAddress(url, /^rediss?:$/), 'is an address like redis://host:6379'),
  },
  PUBLIC_URL: {
    help: 'where people see the server, e.g. https://board.example.org',
    usual: '',
    rule: z
      .string()
      .refine(
        (url) => url === '' || isHttpOrigin(url),
        'is an address like https://board.example.org, without a path',
      ),
  },
  TRUST_PROXY: {
    help: 'how many proxies stand in front and set X-Forwarded-For; 0 for none',
    usual: '0',
    rule: z.string().regex(/^\d$/, 'is a number from 0 to 9').transform(Number),
  },
  SIGN_UP: {
    help: 'who may make an account: open, invited',
    usual: 'open',
    rule: z.enum(['open', 'invited']),
  },
  ARRIVALS: {
    help: 'how many accounts and guests one address may make in ten minutes; an office has one',
    usual: '300',
    rule: z
      .string()
      .regex(/^[1-9]\d{0,6}$/, 'is a number above 0')
      .transform(Number),
  },
  SAMPLES: {
    help: 'offer sample boards on the first page: on, off',
    usual: 'on',
    rule: z.enum(['on', 'off']),
  },
  LOG_LEVEL: {
    help: 'silent, error, warn, info, debug',
    usual: 'info',
    rule: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']),
  },
  WEB_DIR: { help: 'folder of the built web app', usual: '', rule: z.string() },
} as const

export interface Config {
  readonly port: number
  /** null: all interfaces */
  readonly host: string | null
  readonly dataDir: string
  /** null: everything is in `dataDir` */
  readonly databaseUrl: string | null
  /** null: nothing joins this server with others */
  readonly redisUrl: string | null
  /** an origin, without a slash at its end; null when not said */
  readonly publicUrl: string | null
  readonly trustProxy: number
  readonly signUp: 'open' | 'invited'
  /** accounts and guests that one address may make in ten minutes */
  readonly arrivals: number
  readonly samples: boolean
  readonly logLevel: string
  readonly webDir: string
}

/** The environment says something that cannot be; the message names the variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Reads the environment; `here` is the folder of the running program. Throws `ConfigError`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, here: string): Config {
  const value = <K extends keyof typeof TABLE>(key: K): z.output<(typeof TABLE)[K]['rule']> => {
    const parsed = TABLE[key].rule.safeParse(env[key] ?? TABLE[key].usual)
    if (parsed.success) return parsed.data as z.output<(typeof TABLE)[K]['rule']>
    throw new ConfigError(
      `${key}=${withoutPassword(env[key] ?? '')}: ${parsed.error.issues[0]?.message ?? 'does not fit'} (${TABLE[key].help})`,
    )
  }
  if (value('REDIS_URL') !== '' && value('DATABASE_URL') === '')
    throw new ConfigError('REDIS_URL is set without DATABASE_URL: several servers need a database to share')
  const publicUrl = value('PUBLIC_URL')
  return {
    port: value('PORT'),
    host: value('HOST') || null,
    dataDir: resolve(value('DATA_DIR')),
    databaseUrl: value('DATABASE_URL') || null,
    redisUrl: value('REDIS_URL') || null,
    publicUrl: publicUrl === '' ? null : new URL(publicUrl).origin,
    trustProxy: value('TRUST_PROXY'),
    signUp: value('SIGN_UP'),
    arrivals: value('ARRIVALS'),
    samples: value('SAMPLES') === 'on',
    logLevel: value('LOG_LEVEL'),
    webDir: resolve(value('WEB_DIR') || resolve(here, '../../web/dist')),
  }
}

/** The table as people read it. */
export function configHelp(): string {
  const rows = Object.entries(TABLE).map(
    ([key, { help, usual }]) => `  ${key.padEnd(12)} ${help}${usual === '' ? '' : ` (${usual})`}`,
  )
  return ['Second Story is told by its environment:', ...rows].join('\n')
}

function withoutPassword(text: string): string {
  return text.replace(/\/\/[^/]*@/, '//…@')
}

function isAddress(text: string, protocol: RegExp): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return protocol.test(url.protocol) && url.host !== ''
}

function isHttpOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.username === ''
}
