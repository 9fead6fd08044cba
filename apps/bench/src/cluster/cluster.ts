import { TestPostgres } from '../../../../infra/testing/postgres.ts'
import { TestRedis } from '../../../../infra/testing/redis.ts'
import { OurServer } from '../servers/our-server.ts'

export const NODES = 3

/** Some identical nodes on a Postgres and a Redis of their own. */
export class Cluster {
  readonly postgres: TestPostgres
  readonly redis: TestRedis
  readonly nodes: readonly OurServer[]

  private constructor(postgres: TestPostgres, redis: TestRedis, nodes: readonly OurServer[]) {
    this.postgres = postgres
    this.redis = redis
    this.nodes = nodes
  }

  /** Why there can be none here, or null. */
  static get whyNot(): string | null {
    if (!TestPostgres.isInstalled) return 'Postgres is not installed'
    return TestRedis.isInstalled ? null : 'Redis is not installed'
  }

  static async start(): Promise<Cluster> {
    const [postgres, redis] = [await TestPostgres.start(), await TestRedis.start()]
    const env = { DATABASE_URL: postgres.url(), REDIS_URL: redis.url }
    const nodes: OurServer[] = []
    for (let i = 0; i < NODES; i++) nodes.push(await OurServer.start({ isPinned: false, env }))
    return new Cluster(postgres, redis, nodes)
  }

  /** The nth node, round and round. */
  node(n: number): OurServer {
    return this.nodes[n % this.nodes.length] as OurServer
  }

  /** A board that `people` may enter on every node; returns its id. */
  async board(people: number): Promise<string> {
    const { name } = await this.node(0).board(people)
    return name
  }

  /** Everybody who was let in by the first node is known to the others too. */
  share(): void {
    for (const node of this.nodes.slice(1)) node.adopt(this.node(0))
  }

  /** Starts the nodes again that ended by themselves; says which, and their last words. */
  async mend(): Promise<string[]> {
    const dead = this.nodes.filter((node) => !node.isAlive)
    const words = dead.map(
      (node) => `node ${this.nodes.indexOf(node)} ended by itself: ${node.printed.slice(-1500)}`,
    )
    for (const node of dead) await node.up()
    return words
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()))
    await this.postgres.stop()
    await this.redis.stop()
  }
}
