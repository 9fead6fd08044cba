import type { ComponentKind } from '@second-story/board'
import { imageName } from '../system/image.ts'
import type { ComposeService } from './service.ts'

/** Names of settings that only one kind of store has. */
const TELLING: readonly (readonly [RegExp, string])[] = [
  [/^MYSQL_/, 'MySQL'],
  [/^MARIADB_/, 'MariaDB'],
  [/^POSTGRES_(?:PASSWORD|USER|DB|HOST_AUTH_METHOD)$/, 'PostgreSQL'],
  [/^MONGO_INITDB_/, 'MongoDB'],
  [/^RABBITMQ_DEFAULT_/, 'RabbitMQ'],
]

/** Images that many services share say nothing about one of them. */
const MANY = 3

/** The small line under a component's name: "mongo 3.4", "image 0.3.12", "built from ./orders"; '' where unknown. */
export function technologyOf(
  service: ComposeService,
  kind: ComponentKind,
  all: readonly ComposeService[],
): string {
  const image = imageName(service.image)
  const ready = !['service', 'gateway', 'job', 'client'].includes(kind)
  if (image && (image.base !== service.name || (ready && !image.base.includes('-')))) {
    const alike = all.filter((other) => imageName(other.image)?.base === image.base).length
    return ready || alike <= MANY ? words(image.base, image.version) : words('', image.version)
  }
  const told =
    ready && TELLING.find(([name]) => [...service.environment.keys()].some((key) => name.test(key)))
  if (told) return told[1]
  if (image) return words('', image.version)
  return service.build === '' || service.build.includes('$')
    ? ''
    : `built from ${service.build}`.slice(0, 200)
}

function words(name: string, version: string): string {
  if (version === '') return name.slice(0, 200)
  return `${name === '' ? 'image' : name} ${version}`.slice(0, 200)
}
