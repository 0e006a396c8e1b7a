/**
 * Starts the service: reads the configuration of all parts, opens what is configured, says what is connected, and ends
 * in order when told to.
 *
 * Exit codes: 0 ended in order; 1 something failed or had to be cut off; 2 the configuration or the knowledge is wrong,
 * so that starting again without a change is of no use.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ConfigurationProblem, Environment, PreviewedPlatform } from '../contract/adapter.ts';
import { KnowledgeError } from '../knowledge/problem.ts';
import { KNOWLEDGE_FOLDER, PROJECT } from '../knowledge/project.ts';
import { type Access, accessOf, findClash } from '../service/access.ts';
import { announce, type PageRow, printProblems, type Row } from '../service/announce.ts';
import {
  readService,
  SERVICE_VARIABLES,
  type ServiceConfiguration,
  surroundingsOf,
} from '../service/configuration.ts';
import { captureConsole } from '../service/console.ts';
import { EnvironmentFileError, findMisspelled, readEnvironment } from '../service/environment.ts';
import { createLifecycle } from '../service/lifecycle.ts';
import { blanker, createLog, holdBack, type RootLog, secretsOf } from '../service/log.ts';
import { type Service, startService } from '../service/service.ts';
import type { Configured } from '../service/supervisor.ts';
import { StoreError } from '../store/error.ts';
import { ADAPTERS, type RegistryEntry } from './registry.ts';

/** The adapter whose page the announcement names by its address instead of a status. */
const PAGE = 'web';
/** A start that hangs longer than this has its log shown, whatever is announced later. Milliseconds. */
const LONGEST_SILENCE = 10_000;

interface Configuration {
  readonly service: ServiceConfiguration;
  readonly adapters: readonly (Configured & { readonly entry: RegistryEntry })[];
  readonly off: ReadonlyMap<string, string>;
  readonly variables: readonly string[];
  readonly access: Access;
}

type Problem = ConfigurationProblem & { readonly part: string };

async function configure(environment: Environment): Promise<Configuration | readonly Problem[]> {
  const problems: Problem[] = [];
  const service = readService(environment);
  if ('problems' in service)
    problems.push(...service.problems.map((problem) => ({ ...problem, part: 'service' })));
  // With the service's own part wrong, the adapters are still looked at, so that all is told at once.
  const surroundings =
    'config' in service ? surroundingsOf(service.config) : { host: '127.0.0.1', loopback: true };
  const adapters: (Configured & { entry: RegistryEntry })[] = [];
  const platforms: { readonly overHttp: boolean }[] = [];
  const off = new Map<string, string>();
  const variables = Object.keys(SERVICE_VARIABLES.shape);
  for (const entry of ADAPTERS) {
    const reader = await entry.configuration();
    variables.push(...Object.keys(reader.variables.shape));
    const reading = reader.read(environment, surroundings);
    if (reading.state === 'wrong')
      problems.push(...reading.problems.map((problem) => ({ ...problem, part: entry.title })));
    else if (reading.state === 'off') off.set(entry.name, reading.hint);
    else {
      adapters.push({ entry, adapter: await entry.load(), config: reading.config });
      if (entry.name !== PAGE) platforms.push(reading);
    }
  }
  if ('problems' in service) return problems;
  const access = accessOf(service.config, platforms);
  problems.push(...findClash(service.config, access).map((problem) => ({ ...problem, part: 'service' })));
  if (problems.length > 0) return problems;
  return { service: service.config, adapters, off, variables, access };
}

/** What every platform would show, connected or not. No SDK is loaded for it. */
async function loadPreviews(): Promise<readonly PreviewedPlatform[]> {
  return Promise.all(ADAPTERS.filter(({ name }) => name !== PAGE).map((entry) => entry.load()));
}

/** What failed at the start, in words for whoever started it, and the exit code. */
function explain(
  failure: unknown,
  { host, port, adminPort }: ServiceConfiguration,
): { text: string; code: 1 | 2 } {
  if (failure instanceof KnowledgeError) return { text: failure.message, code: 2 };
  if (failure instanceof StoreError)
    return { text: `${failure.message}\n→ ${failure.remedy}`, code: failure.lasting ? 2 : 1 };
  const { code, syscall, port: taken, message } = failure as NodeJS.ErrnoException & { port?: number };
  if (syscall === 'listen' || syscall === 'getaddrinfo') {
    const variable = taken === adminPort && taken !== port ? 'ADMIN_PORT' : 'PORT';
    const where = `port ${taken ?? port} on ${variable === 'PORT' ? host : '127.0.0.1'}`;
    if (code === 'EADDRINUSE') {
      return {
        text: `Another program already uses ${where}. Stop it, or set ${variable} to another port.`,
        code: 1,
      };
    }
    if (code === 'EACCES')
      return { text: `This user may not listen on ${where}. Set ${variable} above 1023.`, code: 2 };
    return { text: `Cannot listen on ${where}: ${message}. Check HOST and ${variable}.`, code: 2 };
  }
  return { text: failure instanceof Error ? (failure.stack ?? message) : String(failure), code: 1 };
}

/** A token that was made is shown on a terminal alone: elsewhere, what is written is kept and read by others. */
function pageRow(service: Service, { token, made }: Access): PageRow {
  const status = service.statuses().get(PAGE) ?? { state: 'stopped', detail: 'not open' };
  const address = service.localAddress.replace('//127.0.0.1:', '//localhost:');
  if (token === undefined) return { status, address };
  if (made !== true) return { status, address, token: 'set' };
  return { status, address, token: process.stdout.isTTY ? { shown: token } : 'unknown' };
}

/** Without the password that an address of a database holds. */
function placeOfStore({ stateFolder, databaseUrl }: ServiceConfiguration): string | undefined {
  if (databaseUrl === undefined) return stateFolder;
  const { host, pathname } = new URL(databaseUrl);
  return `PostgreSQL, ${host}${pathname}`;
}

function endInOrder(service: Service, log: RootLog, deadline: number): void {
  const lifecycle = createLifecycle({
    log,
    deadline: deadline + 2_000,
    stop: () => service.stop(),
    exit: (code) => process.exit(code),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => lifecycle.signal(signal));
  // A terminal that closes ends the service; a service manager uses the same signal for "read again".
  process.on('SIGHUP', () => {
    if (process.stdin.isTTY) lifecycle.signal('SIGHUP');
    else void service.living.reload();
  });
  process.on('uncaughtException', (error) => lifecycle.crash(error));
  // A promise that some library forgot says nothing of our own state; what is thrown where nobody stands does.
  process.on('unhandledRejection', (error) =>
    log.error({ error }, 'a promise was rejected and nobody looked'),
  );
}

function readEnvironmentOrEnd(tell: (oddity: string) => void): Environment {
  try {
    return readEnvironment(tell);
  } catch (failure) {
    if (!(failure instanceof EnvironmentFileError)) throw failure;
    console.error(failure.message);
    process.exit(2);
  }
}

async function main(): Promise<void> {
  const oddities: string[] = [];
  const environment = readEnvironmentOrEnd((oddity) => oddities.push(oddity));
  const configuration = await configure(environment);
  if (!('service' in configuration)) {
    console.error(printProblems(configuration));
    process.exit(2);
  }
  const { service: settings, adapters, off, variables, access } = configuration;
  const secrets = secretsOf(environment);
  const blank = blanker(secrets);
  // People's lines first: what is connected, or why nothing was started.
  const lines = holdBack((line) => process.stderr.write(line));
  process.once('exit', lines.release);
  setTimeout(lines.release, LONGEST_SILENCE).unref();
  const log = createLog({
    level: settings.logLevel,
    format: settings.logFormat ?? (process.stderr.isTTY ? 'text' : 'json'),
    // The link on the terminal alone shows a token that was made.
    secrets: [...secrets, ...(access.token === undefined ? [] : [access.token])],
    write: lines.write,
  });
  for (const oddity of oddities) log.warn({}, oddity);
  for (const { name, meant } of findMisspelled(environment, variables)) {
    log.warn({ variable: name, meant }, 'a variable that nobody reads; was another one meant?');
  }

  captureConsole(log);
  let loading: ReturnType<typeof loadPreviews> | undefined;
  const previews = () => (loading ??= loadPreviews());
  let service: Service;
  try {
    const knowledgeFolder = settings.knowledgeFolder ?? KNOWLEDGE_FOLDER;
    // Imported as a file of its own, so that it knows where it lies after a build.
    const { WORKER } = await import('../service/engine/worker.ts');
    service = await startService({
      configuration: settings,
      knowledgeFolder,
      worker: WORKER,
      adapters,
      access,
      previews,
      log,
      processMetrics: true,
    });
  } catch (failure) {
    const { text, code } = explain(failure, settings);
    process.stderr.write(`${blank(text)}\n`);
    process.exit(code);
  }
  endInOrder(service, log, settings.shutdown);
  await service.ready;
  // Nobody waits for them at the start, and whoever first opens the page should not either.
  void previews();

  const statuses = service.statuses();
  const rows = ADAPTERS.filter(({ name }) => name !== PAGE).map(({ name, title }): Row => {
    const status = statuses.get(name);
    return status === undefined ? { title, hint: off.get(name) ?? '' } : { title, status };
  });
  const stateTrouble = service.troubles().find(({ kind }) => kind === 'state')?.what;
  const { version } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as {
    version: string;
  };
  const place = placeOfStore(settings);
  const text = announce({
    version,
    overview: await service.engine.browse.overview(),
    page: pageRow(service, access),
    rows,
    ...(place === undefined ? {} : { storePlace: place }),
    ...(stateTrouble === undefined ? {} : { stateTrouble }),
  });
  process.stdout.write(`${blank(text)}\n`);
  lines.release();
}

const HELP = `Usage: npm start

Starts every configured platform and the web page on one HTTP server. All
settings are environment variables, explained in .env.example; a file .env in
the working directory is read as well.

Exit codes: 0 ended in order, 1 something failed or had to be cut off, 2 wrong
configuration, knowledge or usage.
`;

const [argument] = process.argv.slice(2);
if (argument === '--help' || argument === '-h') console.log(HELP);
else if (argument !== undefined) {
  console.error(`"${argument}" is not known here: npm start takes no arguments. See: npm start -- --help`);
  process.exitCode = 2;
} else void main();
