/** The service's own configuration: where it listens, what it reads, what it keeps and what it says. */
import * as z from 'zod';
import type { ConfigurationProblem, Environment, Surroundings } from '../contract/adapter.ts';
import { proxiesOf } from './connections.ts';
import { problemsOf } from './environment.ts';
import { isLoopback } from './hosts.ts';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

function port(byDefault: number) {
  return z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((value) => value <= 65_535, 'must be a number from 0 to 65535')
    .default(byDefault);
}

function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, { error: `must be one of ${values.join(', ')}` });
}

function secret() {
  return z.string().min(32, 'must be 32 characters or more').optional();
}

const ONE_OR_ZERO = { error: 'must be 1 or 0' };

export const SERVICE_VARIABLES = z.object({
  PORT: port(3000).describe('Port of the one HTTP server. 3000 where not set; 0 takes a free one.'),
  HOST: z
    .string()
    .regex(/^[\w.:[\]-]+$/, 'must be a host name or an address')
    .default('127.0.0.1')
    .describe(
      'Interface to listen on. 127.0.0.1 where not set: reachable from this machine only. Use 0.0.0.0 in a container or behind a load balancer.',
    ),
  ADMIN_PORT: port(3001).describe(
    'Port on 127.0.0.1 for the local pages (playground, curator, /metrics, details of /readyz) as soon as HOST, PUBLIC_URL, PUBLIC_ARCHIVE or a platform over HTTP opens the service to others. 3001 where not set. Let no proxy lead there.',
  ),
  ADMIN_TOKEN: z
    .string()
    .regex(/^[\w.~+/-]{16,200}$/, 'must be 16 to 200 letters, digits, hyphens or underscores')
    .optional()
    .describe(
      'What the local pages want to be shown once a platform is connected or the service is open to others: any long random text of yours. Where not set, one is made at each start and shown on a terminal only.',
    ),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'must be an https address without path, like https://rapporteur.example.org')
    .transform((value) => new URL(value).origin)
    .optional()
    .describe(
      'Address under which the service is reached from outside, like https://rapporteur.example.org. Links in chats lead there, and requests that carry its host name are served.',
    ),
  TRUSTED_PROXIES: z
    .string()
    .transform((value) => value.split(/[\s,]+/).filter((part) => part !== ''))
    .refine(
      areNetworks,
      'must be addresses or networks with commas between them, like 203.0.113.7, 198.51.100.0/24',
    )
    .optional()
    .describe(
      'Addresses of reverse proxies and load balancers outside of private networks, with commas between them: 203.0.113.7, 198.51.100.0/24. Every other public address may hold 200 connections at once.',
    ),
  PUBLIC_ARCHIVE: z
    .enum(['0', '1'], ONE_OR_ZERO)
    .default('0')
    .describe(
      '1 serves the pages of the archive to everybody who reaches the service, not on this machine only.',
    ),
  KNOWLEDGE_DIR: z
    .string()
    .optional()
    .describe(
      'Folder with the knowledge. The one that comes with Rapporteur where not set. Edits are taken up while it runs.',
    ),
  STATE_DIR: z
    .string()
    .optional()
    .describe(
      'Folder in which is kept what must outlive a restart: answered deliveries, the last line of each thread, installations, feedback. Made where missing. In memory where neither this nor DATABASE_URL is set.',
    ),
  DATABASE_URL: z
    .string()
    .refine(isPostgres, 'must be an address like postgres://user:password@host:5432/name')
    .optional()
    .describe(
      'Address of a PostgreSQL database that keeps the same instead, for several processes on several machines: postgres://user:password@host:5432/name?sslmode=verify-full. Its tables are made and brought up to date at the start.',
    ),
  STATE_KEY: secret().describe(
    'Encrypts the tokens of installations, and commands that wait for their answer, where they are kept: any long random text of yours, for example from openssl rand -base64 32. Without it tokens are kept as they are, and what waits is in memory only.',
  ),
  STATE_KEY_OLD: secret().describe(
    'The STATE_KEY before, while it is being exchanged: what it encrypted can still be read, and is encrypted anew at the start.',
  ),
  KEEP_QUESTIONS: z
    .enum(['0', '1'], ONE_OR_ZERO)
    .default('0')
    .describe(
      '1 keeps the words of questions that found nothing or little, for half a year, where they show in the curator’s view after a restart as well. Otherwise only their hashes are kept.',
    ),
  LOG_LEVEL: oneOf(LEVELS)
    .default('info')
    .describe(`How much is logged: ${LEVELS.join(', ')}. info where not set.`),
  LOG_FORMAT: oneOf(['json', 'text'])
    .optional()
    .describe('json (one object a line) or text. Text on a terminal and json elsewhere, where not set.'),
  SHUTDOWN_SECONDS: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a number of seconds from 1 to 300')
    .transform(Number)
    .refine((value) => value >= 1 && value <= 300, 'must be a number of seconds from 1 to 300')
    .default(10)
    .describe(
      'How long requests in work may take to end when the service is told to stop. 10 where not set.',
    ),
});

export interface ServiceConfiguration {
  readonly port: number;
  readonly host: string;
  readonly adminPort: number;
  readonly adminToken?: string;
  readonly publicUrl?: string;
  /** Beside this machine and private networks. */
  readonly trustedProxies: readonly string[];
  readonly publicArchive: boolean;
  readonly knowledgeFolder?: string;
  readonly stateFolder?: string;
  /** Address of a PostgreSQL database, which takes the place of the folder. */
  readonly databaseUrl?: string;
  readonly stateKey?: string;
  readonly oldStateKey?: string;
  readonly keepQuestions: boolean;
  readonly logLevel: (typeof LEVELS)[number];
  readonly logFormat?: 'json' | 'text';
  /** Milliseconds. */
  readonly shutdown: number;
}

type ServiceReading =
  | { readonly config: ServiceConfiguration }
  | { readonly problems: readonly ConfigurationProblem[] };

/** Reads the service's variables; all problems at once. */
export function readService(environment: Environment): ServiceReading {
  const parsed = SERVICE_VARIABLES.safeParse(environment);
  if (!parsed.success) return { problems: problemsOf(parsed.error, SERVICE_VARIABLES) };
  const { data } = parsed;
  return {
    config: {
      port: data.PORT,
      host: data.HOST.replace(/^\[|\]$/g, ''),
      adminPort: data.ADMIN_PORT,
      trustedProxies: data.TRUSTED_PROXIES ?? [],
      publicArchive: data.PUBLIC_ARCHIVE === '1',
      keepQuestions: data.KEEP_QUESTIONS === '1',
      logLevel: data.LOG_LEVEL,
      shutdown: data.SHUTDOWN_SECONDS * 1000,
      ...(data.ADMIN_TOKEN === undefined ? {} : { adminToken: data.ADMIN_TOKEN }),
      ...(data.PUBLIC_URL === undefined ? {} : { publicUrl: data.PUBLIC_URL }),
      ...(data.KNOWLEDGE_DIR === undefined ? {} : { knowledgeFolder: data.KNOWLEDGE_DIR }),
      ...(data.STATE_DIR === undefined ? {} : { stateFolder: data.STATE_DIR }),
      ...(data.DATABASE_URL === undefined ? {} : { databaseUrl: data.DATABASE_URL }),
      ...(data.STATE_KEY === undefined ? {} : { stateKey: data.STATE_KEY }),
      ...(data.STATE_KEY_OLD === undefined ? {} : { oldStateKey: data.STATE_KEY_OLD }),
      ...(data.LOG_FORMAT === undefined ? {} : { logFormat: data.LOG_FORMAT }),
    },
  };
}

/** What an adapter may know of the service when it reads its own variables. */
export function surroundingsOf({ host, publicUrl }: ServiceConfiguration): Surroundings {
  return { host, loopback: isLoopback(host), ...(publicUrl === undefined ? {} : { publicUrl }) };
}

function areNetworks(texts: readonly string[]): boolean {
  try {
    proxiesOf(texts);
    return true;
  } catch {
    return false;
  }
}

function isPostgres(value: string): boolean {
  return /^postgres(?:ql)?:\/\/./.test(value) && URL.canParse(value);
}

/** An origin that links may show: https, or http on this machine; no path, query or credentials. */
function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const secure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return (
    secure &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === ''
  );
}
