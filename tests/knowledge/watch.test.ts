/**
 * The watcher against real edits: what is good is handed on, what is faulty is reported, and the last good stays.
 */
import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { type Watching, watchKnowledge } from '../../src/knowledge/watch.ts';
import { BASE, EVENT, GULLS, knowledgeFolder, spoil, temporaryFolder, writeFiles } from './folder.ts';

type Report = { readonly knowledge: Knowledge } | { readonly problems: readonly Problem[] };

const watching: Watching[] = [];
afterEach(async () => {
  for (const watcher of watching.splice(0)) await watcher.stop();
});

/** Everything that the watcher reports, and a way to wait for the next of it. */
class Reports {
  readonly all: Report[] = [];
  private taken = 0;
  private wake: (() => void) | undefined;

  add(report: Report): void {
    this.all.push(report);
    this.wake?.();
  }

  /** The next report, however long it takes: the test's own time limit ends the waiting. */
  async next(): Promise<Report> {
    while (this.all.length <= this.taken) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    const report = this.all[this.taken];
    this.taken += 1;
    if (report === undefined) throw new Error('no report');
    return report;
  }

  async nextKnowledge(): Promise<Knowledge> {
    const report = await this.next();
    if ('problems' in report) throw new Error(`Expected knowledge: ${JSON.stringify(report.problems)}`);
    return report.knowledge;
  }

  async nextProblems(): Promise<readonly Problem[]> {
    const report = await this.next();
    if ('knowledge' in report) throw new Error('Expected problems');
    return report.problems;
  }
}

async function start(folder: string, options: { readonly poll?: number; readonly events?: boolean } = {}) {
  const cache = temporaryFolder();
  const { revision } = await loadKnowledge(folder, { cache });
  const reports = new Reports();
  const watcher = watchKnowledge(folder, {
    cache,
    revision,
    ...options,
    onRevision: (knowledge) => reports.add({ knowledge }),
    onProblems: (problems) => reports.add({ problems }),
  });
  watching.push(watcher);
  return { reports, watcher, revision };
}

const renamed = (name: string) => spoil('people.yaml', 'name: Ada Lund', `name: ${name}`);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each([
  ['told by the system', {}],
  ['by looking again and again', { poll: 50, events: false }],
])('edits seen %s', (_name, options) => {
  test('a good edit is a new revision', async () => {
    const folder = knowledgeFolder();
    const { reports, revision } = await start(folder, options);
    writeFiles(folder, { 'people.yaml': renamed('Ada Berg') });
    const knowledge = await reports.nextKnowledge();
    expect(knowledge.people[0]?.name).toBe('Ada Berg');
    expect(knowledge.revision).not.toBe(revision);
  });

  test('a faulty edit is reported with its line; the repair is taken over', async () => {
    const folder = knowledgeFolder();
    const { reports } = await start(folder, options);
    writeFiles(folder, { [EVENT]: spoil(EVENT, 'by: [bo-ek]', 'by: [bo-eck]') });
    const [problem] = await reports.nextProblems();
    expect(problem).toMatchObject({ file: EVENT, field: 'contributions[0].by[0]' });
    writeFiles(folder, { [EVENT]: spoil(EVENT, 'by: [bo-ek]', 'by: [ada-lund]') });
    const knowledge = await reports.nextKnowledge();
    expect(knowledge.contributions[0]?.makers).toEqual([{ kind: 'person', id: 'ada-lund' }]);
  });

  test('a faulty edit that is undone gives the old revision again', async () => {
    const folder = knowledgeFolder();
    const { reports, revision } = await start(folder, options);
    writeFiles(folder, { 'people.yaml': '- id: [' });
    await reports.nextProblems();
    writeFiles(folder, { 'people.yaml': BASE['people.yaml'] ?? '' });
    expect((await reports.nextKnowledge()).revision).toBe(revision);
  });

  test('a file put in place by renaming, as editors do', async () => {
    const folder = knowledgeFolder();
    const { reports } = await start(folder, options);
    writeFileSync(join(folder, '.people.yaml.swp'), renamed('Ada Dahl'));
    renameSync(join(folder, '.people.yaml.swp'), join(folder, 'people.yaml'));
    expect((await reports.nextKnowledge()).people[0]?.name).toBe('Ada Dahl');
  });

  test('a file that is read half written is told of when it is whole', async () => {
    const folder = knowledgeFolder();
    const { revision } = await loadKnowledge(folder, { cache: false });
    const reports = new Reports();
    watching.push(
      watchKnowledge(folder, {
        revision,
        ...options,
        // Asked for when the files have been read: the rest of the file comes a moment too late.
        get cache(): false {
          writeFiles(folder, { 'people.yaml': renamed('Ada Dahl') });
          return false;
        },
        onRevision: (knowledge) => reports.add({ knowledge }),
        onProblems: (problems) => reports.add({ problems }),
      }),
    );
    writeFiles(folder, { 'people.yaml': '' });
    expect((await reports.nextKnowledge()).people[0]?.name).toBe('Ada Dahl');
  });

  test('a file put in place again and again: each time', async () => {
    const folder = knowledgeFolder();
    const { reports } = await start(folder, options);
    for (const name of ['Ada Dahl', 'Ada Berg', 'Ada Holm']) {
      writeFileSync(join(folder, 'people.yaml~'), renamed(name));
      renameSync(join(folder, 'people.yaml~'), join(folder, 'people.yaml'));
      expect((await reports.nextKnowledge()).people[0]?.name).toBe(name);
    }
  });

  test('a link that is led elsewhere: the folder itself, one in it, a file', async () => {
    const [first, second] = [knowledgeFolder(), knowledgeFolder({ 'people.yaml': renamed('Ada Dahl') })];
    const place = temporaryFolder();
    const link = join(place, 'current');
    const lead = (from: string, to: string) => {
      symlinkSync(to, `${from}~`);
      renameSync(`${from}~`, from);
    };
    symlinkSync(first, link);
    const { reports } = await start(link, options);
    lead(link, second);
    expect((await reports.nextKnowledge()).people[0]?.name).toBe('Ada Dahl');
    const people = join(temporaryFolder(), 'people');
    writeFileSync(people, renamed('Ada Berg'));
    lead(join(second, 'people.yaml'), people);
    expect((await reports.nextKnowledge()).people[0]?.name).toBe('Ada Berg');
    // What a link leads to is edited where it lies.
    writeFileSync(people, renamed('Ada Holm'));
    expect((await reports.nextKnowledge()).people[0]?.name).toBe('Ada Holm');
    const events = temporaryFolder();
    writeFiles(events, { 'event.yaml': GULLS });
    symlinkSync(events, join(second, 'events/2024-01-gulls'));
    expect((await reports.nextKnowledge()).contributions).toHaveLength(5);
  });

  test('a file of the same length, written at the same moment', async () => {
    const folder = knowledgeFolder();
    const { reports } = await start(folder, options);
    writeFiles(folder, { 'people.yaml': renamed('Ada Dahl') });
    const { mtime, atime } = statSync(join(folder, 'people.yaml'));
    expect((await reports.nextKnowledge()).people[0]?.name).toBe('Ada Dahl');
    writeFiles(folder, { 'people.yaml': renamed('Ada Holm') });
    utimesSync(join(folder, 'people.yaml'), atime, mtime);
    expect((await reports.nextKnowledge()).people[0]?.name).toBe('Ada Holm');
  });

  test('a new event in a new folder, and its removal', async () => {
    const folder = knowledgeFolder();
    const { reports, revision } = await start(folder, options);
    mkdirSync(join(folder, 'events/2024-01-gulls'));
    await pause(50);
    writeFiles(folder, { 'events/2024-01-gulls/event.yaml': GULLS });
    expect((await reports.nextKnowledge()).contributions).toHaveLength(5);
    rmSync(join(folder, 'events/2024-01-gulls'), { recursive: true });
    expect((await reports.nextKnowledge()).revision).toBe(revision);
  });
});

test('a burst of edits ends in its last state', async () => {
  const folder = knowledgeFolder();
  const { reports } = await start(folder);
  for (let n = 0; n < 30; n += 1) {
    writeFiles(folder, { 'people.yaml': renamed(`Ada ${n}`) });
    await pause(5);
  }
  let name: string | undefined;
  while (name !== 'Ada 29') name = (await reports.nextKnowledge()).people[0]?.name;
  // Far fewer loads than edits: the burst was waited for.
  expect(reports.all.length).toBeLessThan(10);
});

test('what changed between loading and watching is not missed', async () => {
  const folder = knowledgeFolder();
  const reports = new Reports();
  const { revision } = await loadKnowledge(folder, { cache: false });
  writeFiles(folder, { 'people.yaml': renamed('Ada Berg') });
  watching.push(
    watchKnowledge(folder, {
      cache: false,
      revision,
      onRevision: (knowledge) => reports.add({ knowledge }),
      onProblems: (problems) => reports.add({ problems }),
    }),
  );
  expect((await reports.nextKnowledge()).people[0]?.name).toBe('Ada Berg');
});

test('what is not an edit of the content is no revision', async () => {
  const folder = knowledgeFolder();
  const { reports } = await start(folder, { poll: 30 });
  writeFiles(folder, {
    'people.yaml': BASE['people.yaml'] ?? '',
    'README.md': 'about',
    '.draft.yaml': 'x: [',
  });
  await pause(400);
  expect(reports.all).toEqual([]);
});

test('a folder that goes away and comes back', async () => {
  const folder = knowledgeFolder();
  const { reports } = await start(folder, { poll: 50 });
  renameSync(folder, `${folder}-away`);
  const [problem] = await reports.nextProblems();
  expect(problem?.message).toMatch(/does not exist/);
  renameSync(`${folder}-away`, folder);
  expect((await reports.nextKnowledge()).people).toHaveLength(2);
});

test('a revision that its user fails to take over is reported, and tried again with the next edit', async () => {
  const folder = knowledgeFolder();
  const reports = new Reports();
  let calls = 0;
  watching.push(
    watchKnowledge(folder, {
      cache: false,
      onRevision: (knowledge) => {
        calls += 1;
        if (calls === 1) throw new Error('no memory for the index');
        reports.add({ knowledge });
      },
      onProblems: (problems) => reports.add({ problems }),
    }),
  );
  expect((await reports.nextProblems())[0]?.message).toMatch(/no memory for the index/);
  writeFiles(folder, { 'people.yaml': renamed('Ada Berg') });
  expect((await reports.nextKnowledge()).people[0]?.name).toBe('Ada Berg');
});

test('nothing is reported after stop', async () => {
  const folder = knowledgeFolder();
  const { reports, watcher } = await start(folder, { poll: 20 });
  await watcher.stop();
  writeFiles(folder, { 'people.yaml': renamed('Ada Berg') });
  await pause(300);
  expect(reports.all).toEqual([]);
});
