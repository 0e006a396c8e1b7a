/** The curator's port over a real folder of knowledge: problems, the last edit, and questions that stay in memory. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Answer } from '../../src/answer/answer.ts';
import type { Curation } from '../../src/answer/curation.ts';
import { createHost } from '../../src/contract/host.ts';
import { createTroubleBook } from '../../src/contract/troubles.ts';
import { type CurationDesk, createCuration } from '../../src/service/curation.ts';
import { type LivingEngine, openLivingEngine } from '../../src/service/engine/living.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { KNOWLEDGE, openShippedArchive } from '../support/host.ts';
import { createRecordingLog, createRecordingMetrics } from '../support/recorders.ts';
import { until } from '../support/until.ts';
import { workerUrl } from '../support/worker.ts';

const EVENT = 'events/2022-03-30-arosp-webinar/session.yaml';
const PATIENCE = 30_000;

let folder: string;
let living: LivingEngine;
let desk: CurationDesk;
let curation: Curation;
let store: Store;
const log = createRecordingLog();

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-curation-'));
  cpSync(KNOWLEDGE, folder, { recursive: true });
  store = await openStore({ folder: path.join(folder, 'state') });
  desk = createCuration({
    folder,
    living: () => living,
    feedback: store.feedback,
    questions: store.questions,
  });
  living = await openLivingEngine({
    worker: workerUrl(),
    folder,
    log,
    troubles: createTroubleBook().of('engine', log),
    onReload: (outcome) => desk.reloaded(outcome),
  });
  curation = desk.port;
});
afterEach(async () => {
  await living.stop(1_000);
  rmSync(folder, { recursive: true });
});

function edit(file: string, change: (text: string) => string): void {
  const place = path.join(folder, file);
  const text = readFileSync(place, 'utf8');
  expect(change(text)).not.toBe(text);
  // As editors do: written beside and put in its place, so that nobody reads half of it.
  const written = path.join(mkdtempSync(path.join(tmpdir(), 'edit-')), 'edited.yaml');
  writeFileSync(written, change(text));
  renameSync(written, place);
  rmSync(path.dirname(written), { recursive: true });
}

describe('the report', () => {
  test(
    'of sound knowledge: no problem, every place covered, what there is',
    async () => {
      const report = await curation.report();
      expect(report).toMatchObject({ folder, revision: living.revision, problems: [] });
      expect(report.lastEdit.state).toBe('taken over');
      expect(report.coverage.map(({ places, covered }) => places - covered)).toEqual([0, 0, 0, 0, 0]);
      const { contributions } = await (await openShippedArchive()).everything();
      expect(report.counts).toContainEqual({ kind: 'contributions', count: contributions.length });
    },
    PATIENCE,
  );

  test(
    'of a faulty edit tells file, line, field and remedy, while the last good revision stays',
    async () => {
      const { revision } = await curation.report();
      const before = curation.version;
      let told = 0;
      const stop = curation.watch(() => told++);
      edit(EVENT, (text) => text.replace('kind: webinar', 'kindd: webinar'));
      await until(() => curation.version > before, PATIENCE);
      const faulty = await curation.report();
      expect(faulty.lastEdit.state).toBe('refused');
      expect(faulty.revision).toBe(revision);
      expect(faulty.problems).toContainEqual(
        expect.objectContaining({
          level: 'error',
          file: EVENT,
          field: 'sessions[0].kindd',
          entry: 'arosp-2022-webinar',
          remedy: 'Did you mean `kind`?',
        }),
      );
      expect(faulty.problems.every(({ line }) => line > 1)).toBe(true);
      expect(faulty.coverage).toHaveLength(5);
      edit(EVENT, (text) => text.replace('kindd: webinar', 'kind: webinar'));
      await until(() => told > 1, PATIENCE);
      expect(await curation.report()).toMatchObject({
        lastEdit: { state: 'taken over' },
        problems: [],
        revision,
      });
      stop();
      desk.reloaded('done');
      expect(told).toBe(2);
    },
    PATIENCE,
  );

  test(
    'of an edit that leaves gaps: loaded, and said',
    async () => {
      edit('topics.yaml', (text) => `${text}\n- id: basket-weaving\n  name: Basket weaving\n`);
      const { revision } = living;
      await until(() => living.revision !== revision, PATIENCE);
      const { problems } = await curation.report();
      expect(problems).toEqual([
        expect.objectContaining({ level: 'unused', file: 'topics.yaml', entry: 'basket-weaving' }),
      ]);
    },
    PATIENCE,
  );
});

describe('questions', () => {
  const ask = async (text: string) => desk.answered(text, await living.engine.answer({ text }));

  test('without an answer are kept, newest first, each once with how often it came', async () => {
    for (const text of ['sessions xyzzy', '/blubb', 'sessions sdg8', 'help', 'sessions xyzzy'])
      await ask(text);
    expect(curation.questions().map(({ text, outcome, times }) => [text, outcome, times])).toEqual([
      ['sessions xyzzy', 'nothing', 2],
      ['/blubb', 'unclear', 1],
    ]);
  });

  test('are not logged, and at most two hundred', async () => {
    for (let n = 0; n < 230; n++) await ask(`/unknown${n} ${'x'.repeat(600)}`);
    expect(curation.questions()).toHaveLength(200);
    expect(curation.questions()[0]?.text).toMatch(/^\/unknown229 /);
    expect(Math.max(...curation.questions().map(({ text }) => text.length))).toBe(500);
    expect(JSON.stringify(log.lines)).not.toContain('unknown229');
  });
});

test('questions of earlier runs are shown where their words are kept, and never else', async () => {
  const NOW = { outcome: 'nothing' } as Answer;
  const shown = async (keepQuestions: boolean) => {
    const kept = await openStore({ folder: path.join(folder, 'questions'), keepQuestions });
    const options = { folder, living: () => living, feedback: kept.feedback, questions: kept.questions };
    const before = createCuration(options);
    before.answered('who knows of xyzzy', NOW);
    await until(async () => (await kept.questions.most(1)).length === 1);
    const after = createCuration(options);
    await new Promise<void>((resolve) => after.port.watch(resolve));
    await kept.close();
    return after.port.questions().map(({ text, times }) => [text, times]);
  };
  expect(await shown(false)).toEqual([]);
  expect(await shown(true)).toEqual([['who knows of xyzzy', 2]]);
});

describe('verdicts', () => {
  test('are counted by platform', async () => {
    const { engine } = living;
    const metrics = createRecordingMetrics();
    const host = createHost({ name: 'one', engine, store, log, metrics, declarations: [] });
    for (const [platform, helpful] of [
      ['b', true],
      ['a', false],
      ['a', true],
      ['a', true],
    ] as const)
      await host.feedback({ platform, line: 'sessions', revision: '', helpful });
    expect(await curation.verdicts()).toEqual([
      { platform: 'a', helpful: 2, unhelpful: 1 },
      { platform: 'b', helpful: 1, unhelpful: 0 },
    ]);
  });
});
