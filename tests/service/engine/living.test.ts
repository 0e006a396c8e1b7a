/** The engine in its thread: the same answers as without one, edits taken up beside it, and threads that die or hang. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createTroubleBook, type TroubleBook } from '../../../src/contract/troubles.ts';
import { createEngine } from '../../../src/engine.ts';
import { KnowledgeError } from '../../../src/knowledge/problem.ts';
import { type LivingEngine, openLivingEngine } from '../../../src/service/engine/living.ts';
import { KNOWLEDGE, openShippedArchive } from '../../support/host.ts';
import { createRecordingLog, type RecordingLog } from '../../support/recorders.ts';
import { until } from '../../support/until.ts';
import { workerUrl } from '../../support/worker.ts';

const PATIENCE = 30_000;
const EVENT = 'events/2022-05-10-wsis-session-181/session.yaml';

let folder: string;
let living: LivingEngine | undefined;
let log: RecordingLog;
let book: TroubleBook;
let reloads: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-living-'));
  log = createRecordingLog();
  book = createTroubleBook();
  reloads = [];
});
afterEach(async () => {
  await living?.stop(1_000);
  living = undefined;
  rmSync(folder, { recursive: true });
});

async function open(options: Partial<Parameters<typeof openLivingEngine>[0]> = {}): Promise<LivingEngine> {
  living = await openLivingEngine({
    worker: workerUrl(),
    folder: KNOWLEDGE,
    log,
    troubles: book.of('engine', log),
    onReload: (outcome) => reloads.push(outcome),
    ...options,
  });
  return living;
}

/** A thread that begins like ours, and has `instead` run before it where a message comes. */
function spoiltWorker(instead: string): URL {
  const file = path.join(folder, 'worker.mjs');
  writeFileSync(
    file,
    `import { parentPort, workerData } from 'node:worker_threads';
import { existsSync, writeFileSync } from 'node:fs';
const marks = ${JSON.stringify(folder)};
if (workerData.role === 'engine') parentPort.on('message', ({ args: [first] }) => {
  const text = first?.text;
  ${instead}
});
await import(${JSON.stringify(workerUrl().href)});
`,
  );
  return pathToFileURL(file);
}

/** Copies the shipped knowledge, which an edit may change. */
function copied(): { readonly folder: string; edit(change: (text: string) => string): void } {
  const knowledge = path.join(folder, 'knowledge');
  cpSync(KNOWLEDGE, knowledge, { recursive: true });
  const file = path.join(knowledge, EVENT);
  return { folder: knowledge, edit: (change) => writeFileSync(file, change(readFileSync(file, 'utf8'))) };
}

describe('calls', () => {
  test('give what the engine gives without a thread', async () => {
    const { engine } = await open();
    const archive = await openShippedArchive();
    const here = createEngine(() => archive);
    const now = new Date('2024-01-01');
    for (const text of ['sessions sdg8', 'who said that?', 'xyzzy', '']) {
      const request = { text, now, locale: 'en-GB' };
      expect(await engine.answer(request)).toEqual(await here.answer(request));
    }
    expect(engine.revision).toBe(here.revision);
    const typing = { text: 'popo', kinds: [], limit: 3 };
    expect(await engine.suggest(typing)).toEqual(await here.suggest(typing));
    const form = { line: 'sessions sdg:8' };
    expect(await engine.refineForm(form)).toEqual(await here.refineForm(form));
    const filled = { ...form, filled: { words: ['skills'] } };
    expect(await engine.readRefined(filled)).toEqual(await here.readRefined(filled));
    const views = ({ browse }: typeof here) => [
      browse.overview('de'),
      browse.person('natalia-popova'),
      browse.session('nobody'),
      browse.narrow('sessions sdg:8'),
      browse.pages.entry('person', 'natalia-popova', 'en-GB'),
      browse.pages.list('session', 1),
      browse.pages.recommendations({}, 1),
      ...[browse.pages.goals(), browse.pages.people(), browse.pages.timeline()],
      ...[browse.pages.addressees(), browse.pages.recommendedTopics()],
    ];
    expect(await Promise.all(views(engine))).toEqual(await Promise.all(views(here)));
  });

  test('that fail are rejected with what failed, and the next ones are served', async () => {
    const { engine } = await open();
    const request = { text: 'sessions', locale: Symbol('none') as never };
    await expect(engine.answer(request)).rejects.toThrow(/clone/);
    await expect(engine.browse.pages.list('nothing' as never, 1)).rejects.toThrow(/undefined/);
    expect(await engine.answer({ text: 'sessions' })).toMatchObject({ outcome: 'found' });
  });

  test('faulty knowledge at the start is told as its problems', async () => {
    const knowledge = copied();
    knowledge.edit((text) => `${text}\nnonsense: [\n`);
    await expect(open({ folder: knowledge.folder })).rejects.toThrow(KnowledgeError);
    await expect(open({ folder: knowledge.folder })).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ file: EVENT })]),
    });
  });
});

describe('an edit', () => {
  test(
    'is taken over while the revision before answers, and nothing that is asked meanwhile fails',
    async () => {
      const knowledge = copied();
      const { engine } = await open({ folder: knowledge.folder });
      const before = engine.revision;
      knowledge.edit((text) => text.replaceAll('Digitalization and employment', 'Digital change and jobs'));
      const titles = new Set<string | undefined>();
      await until(async () => {
        const answers = await Promise.all(
          Array.from({ length: 4 }, () => engine.answer({ text: 'open wsis-forum-2022-session-181' })),
        );
        for (const { items } of answers) titles.add(items[0]?.title.text);
        return engine.revision !== before;
      }, PATIENCE);
      expect(reloads).toEqual(['done']);
      const { items } = await engine.answer({ text: 'open wsis-forum-2022-session-181' });
      expect(JSON.stringify(items)).toContain('Digital change and jobs');
    },
    PATIENCE,
  );

  test(
    'that is faulty keeps the revision before; undone, all is well again, without another thread',
    async () => {
      const knowledge = copied();
      const { engine } = await open({ folder: knowledge.folder });
      const { revision } = engine;
      knowledge.edit((text) => `${text}\nnonsense: [\n`);
      await until(() => reloads.includes('refused'), PATIENCE);
      expect(living?.problems[0]?.file).toBe(EVENT);
      expect(await engine.answer({ text: 'sessions' })).toMatchObject({ outcome: 'found' });
      knowledge.edit((text) => text.replace('\nnonsense: [\n', ''));
      await until(() => reloads.includes('done'), PATIENCE);
      expect(living?.problems).toEqual([]);
      expect(engine.revision).toBe(revision);
      knowledge.edit((text) => text.replaceAll('Digitalization and employment', 'Digital change and jobs'));
      await until(() => engine.revision !== revision, PATIENCE);
    },
    PATIENCE,
  );
});

describe('a thread', () => {
  test('that dies is told and started anew; what was open is asked once more', async () => {
    const worker = spoiltWorker(`
  if (text === 'die once' && !existsSync(marks + '/died')) {
    writeFileSync(marks + '/died', '');
    process.exit(7);
  }`);
    const { engine } = await open({ worker });
    const answers = await Promise.all([
      engine.answer({ text: 'die once' }),
      engine.answer({ text: 'sessions sdg8' }),
    ]);
    expect(answers[1]).toMatchObject({ outcome: 'found' });
    const told = log.lines.filter(({ facts }) => facts.trouble === 'engine');
    expect(told.map(({ level }) => level)).toEqual(['error', 'info']);
    expect(told[0]?.message).toMatch(/ended.*7.*started anew/);
    await until(() => book.current().length === 0);
  });

  test('that dies of one line twice leaves that line unanswered, and answers others', async () => {
    const { engine } = await open({ worker: spoiltWorker(`if (text === 'die') process.exit(7);`) });
    await expect(engine.answer({ text: 'die' })).rejects.toThrow('The thread of the engine ended.');
    expect(await engine.answer({ text: 'sessions' })).toMatchObject({ outcome: 'found' });
  });

  test('that hangs is ended and started anew', async () => {
    const worker = spoiltWorker(`
  if (text === 'hang' && !existsSync(marks + '/hung')) {
    writeFileSync(marks + '/hung', '');
    for (;;);
  }`);
    const { engine } = await open({ worker, times: { silence: 8_000 } });
    expect(await engine.answer({ text: 'hang' })).toMatchObject({ outcome: expect.any(String) });
    expect(log.lines.some(({ message }) => message.includes('gave no answer for 8 s'))).toBe(true);
  });
});
