import { networkInterfaces } from 'node:os'
import type { ServerType } from '@hono/node-server'
import type { Config } from '../config.ts'
import { StartError } from './start-error.ts'

/** Resolves when people can connect; a busy port is one line. */
export function listen(server: ServerType, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StartError(sentence(error, port, host))),
    )
    const done = (): void => resolve()
    if (host === null) server.listen(port, done)
    else server.listen(port, host, done)
  })
}

function sentence(error: NodeJS.ErrnoException, port: number, host: string | null): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use: stop what listens there, or set PORT to another one.`
    case 'EACCES':
      return `Port ${port} needs more rights: set PORT to one above 1023.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${host} is not an address of this machine.`
    default:
      return `Cannot listen on port ${port}: ${error.message}`
  }
}

/** Where people find the server: sharing a link is the first act, so the network's address is said too. */
export function addressesOf({ port, host, publicUrl }: Config): string[] {
  if (publicUrl !== null) return [publicUrl]
  if (host !== null && host !== '0.0.0.0' && host !== '::')
    return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`]
  const network = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => `http://${one.address}:${port}`)
  return [`http://localhost:${port}`, ...network]
}
