/** One measurement of speed and memory, in a process of its own: texts, names and whole answers on an archive of one size. */
import { openArchive } from '../../src/archive/memory.ts';
import { createEngine } from '../../src/engine.ts';
import type { Knowledge } from '../../src/knowledge/model.ts';
import { generateArchive } from '../data/archive.ts';
import {
  type AskedLine,
  askedLines,
  LINE_KINDS,
  type LineKind,
  textsOf,
  wordQueries,
} from '../data/lines.ts';
import { misspell } from '../data/misspell.ts';
import { pick, seeded } from '../data/random.ts';
import { loadShipped } from '../data/shipped.ts';
import { type Contender, interleave } from '../measure/interleave.ts';
import { measureBuild } from '../measure/memory.ts';
import { mean, type Times, timesOf } from '../measure/statistics.ts';
import { type BareWalk, buildBareWalk } from '../peers/bare-walk.ts';
import { NAME_PEERS } from '../peers/names.ts';
import type { TextEngine } from '../peers/port.ts';
import { TEXT_PEERS } from '../peers/texts.ts';
import type { Teller } from '../worker.ts';

export interface LatencyTask {
  readonly name: 'latency';
  /** Sessions to generate; 0 for the shipped knowledge. */
  readonly sessions: number;
  readonly isFull: boolean;
  /** Each in a process of its own, so that what one holds does not slow down the other's collections. */
  readonly part: 'answers' | 'indexes';
}

export interface EngineTimes {
  readonly engine: string;
  readonly times: Times;
  /** Absent where the index is that of another row. */
  readonly buildSeconds?: number;
  /** Bytes held by the index; of a database, its size. */
  readonly bytes?: number;
}

export interface AnswersResult {
  readonly sessions: number;
  readonly contributions: number;
  readonly people: number;
  readonly answers: {
    /** In the long run: after other lines, so that the compiler is through and no line was asked before. */
    readonly all: Times;
    /** The first lines after the start. */
    readonly first: Times;
    readonly kinds: Readonly<Record<LineKind, Times>>;
    /** Opening the archive, and answering each kind of line once, which makes the indexes. */
    readonly openSeconds: number;
    readonly bytes: number;
  };
}

export interface IndexesResult {
  /** Postings that a text query walks, on the average. */
  readonly postings: number;
  readonly texts: readonly EngineTimes[];
  readonly names: readonly EngineTimes[];
}

export interface LatencyResult extends AnswersResult, IndexesResult {
  readonly archive: string;
}

export const BARE_WALK = 'bare scored walk';

const SEED = 4_104;
const QUERIES = 800;
const NAME_QUERIES = 200;
/** Names above which an engine that reads them all is measured with `--full` only; the benchmark of names does so. */
const MOST_NAMES = 20_000;
const LINES = 1_200;
const FIRST_LINES = 400;
/** By then the compiler has nothing left to do: further lines take no less time each. */
const WARM_UP_LINES = 9_000;
/** Milliseconds for each engine. */
const BUDGET = 2_500;
const LIMIT = 10;
const NOW = new Date('2026-01-01T00:00:00Z');

/** Of whole answers, or of the text and name indexes by themselves. */
export async function measureLatency(
  task: LatencyTask,
  teller: Teller,
): Promise<AnswersResult | IndexesResult> {
  const label = task.sessions === 0 ? 'shipped' : `${task.sessions.toLocaleString('en')} sessions`;
  const tell = (text: string): void => teller.begin(`latency: ${label} · ${text}`);
  tell('preparing the archive');
  if (task.part === 'answers') return measureAnswers(await knowledgeOf(task), tell, teller);
  const { documents, names } = contentsOf(await knowledgeOf(task));
  return {
    names: await measureNameLookups(names, task.isFull, tell, teller),
    ...(await measureTexts(documents, task.isFull, tell, teller)),
  };
}

async function knowledgeOf({ sessions }: LatencyTask): Promise<Knowledge> {
  const shipped = await loadShipped();
  return sessions === 0 ? shipped : generateArchive(shipped, { sessions });
}

/** What is indexed, so that the rest of the knowledge can be let go. */
function contentsOf(knowledge: Knowledge): { documents: ReturnType<typeof textsOf>; names: string[] } {
  return { documents: textsOf(knowledge), names: knowledge.people.map(({ name }) => name) };
}

type Tell = (text: string) => void;

async function measureAnswers(knowledge: Knowledge, tell: Tell, teller: Teller): Promise<AnswersResult> {
  const lines = askedLines(knowledge, LINES, seeded(SEED));
  tell('opening the archive');
  const {
    value: engine,
    seconds,
    bytes,
  } = await measureBuild(async () => {
    const archive = openArchive(knowledge);
    const made = createEngine(() => archive);
    for (const { text } of lines.slice(0, LINE_KINDS.length * 2)) await made.answer({ text, now: NOW });
    return made;
  });
  const contender = { name: 'answer', run: ({ text }: AskedLine) => engine.answer({ text, now: NOW }) };
  const ask = (asked: readonly AskedLine[], budget: number) =>
    interleave<AskedLine>([contender], asked, {
      budget,
      warmUp: 0,
      onProgress: (done) => teller.advance(`${done}/${asked.length}`),
    });
  const others = askedLines(knowledge, FIRST_LINES + WARM_UP_LINES, seeded(SEED + 1));
  tell('whole answers, just started');
  const first = await ask(others.slice(0, FIRST_LINES), BUDGET);
  tell('whole answers, warming up with other lines');
  await ask(others.slice(FIRST_LINES), BUDGET * 4);
  tell('whole answers');
  const times = await ask(lines, BUDGET * 3);
  const all = times.get('answer') ?? [];
  const ofKind = (kind: LineKind): Times => timesOf(all.filter((_, place) => lines[place]?.kind === kind));
  return {
    sessions: knowledge.sessions.length,
    contributions: knowledge.contributions.length,
    people: knowledge.people.length,
    answers: {
      all: timesOf(all),
      first: timesOf(first.get('answer') ?? []),
      kinds: Object.fromEntries(LINE_KINDS.map((kind) => [kind, ofKind(kind)])) as Record<LineKind, Times>,
      openSeconds: seconds,
      bytes,
    },
  };
}

async function measureNameLookups(
  names: readonly string[],
  isFull: boolean,
  tell: Tell,
  teller: Teller,
): Promise<EngineTimes[]> {
  const random = seeded(SEED);
  const queries = Array.from({ length: NAME_QUERIES }, () => {
    const name = pick(random, names);
    return (
      misspell(name, pick(random, ['one typo', 'surname', 'reversed', 'exact'] as const), random) ?? name
    );
  });
  const built: Built[] = [];
  for (const peer of NAME_PEERS) {
    const most = peer.package === 'fuse.js' ? MOST_NAMES : Number.POSITIVE_INFINITY;
    if (names.length > Math.min(most, peer.patience ?? most) && !isFull) continue;
    tell(`names · building ${peer.name}`);
    const { value, seconds, bytes } = await measureBuild(() => peer.build(names));
    built.push({ engine: peer.name, run: value.find, buildSeconds: seconds, bytes });
  }
  tell('name look-ups');
  return timesFor(built, queries, teller);
}

async function measureTexts(
  documents: ReturnType<typeof textsOf>,
  isFull: boolean,
  tell: Tell,
  teller: Teller,
): Promise<{ texts: EngineTimes[]; postings: number }> {
  const queries = wordQueries(documents, QUERIES, seeded(SEED));
  tell(`texts · building ${BARE_WALK}`);
  const bare = await measureBuild(() => buildBareWalk(documents));
  const built: Built[] = [bareContender(bare.value, queries, bare.seconds, bare.bytes)];
  for (const peer of TEXT_PEERS) {
    if (documents.length > (peer.patience ?? Number.POSITIVE_INFINITY) && !isFull) continue;
    tell(`texts · building ${peer.name}`);
    const { value, seconds, bytes } = await measureBuild<TextEngine>(() => peer.build(documents));
    built.push({
      engine: peer.name,
      run: (text) => value.search(text, LIMIT),
      ...(peer.isIndexShared ? {} : { buildSeconds: seconds, bytes: value.bytes?.() ?? bytes }),
    });
  }
  tell('text queries');
  return {
    texts: await timesFor(built, queries, teller),
    postings: Math.round(mean(queries.map((text) => bare.value.postings(bare.value.terms(text))))),
  };
}

interface Built {
  readonly engine: string;
  readonly run: Contender<string>['run'];
  readonly buildSeconds?: number;
  readonly bytes?: number;
}

/** Its words are looked up beforehand: what is timed is the walk alone. */
function bareContender(
  bare: BareWalk,
  queries: readonly string[],
  buildSeconds: number,
  bytes: number,
): Built {
  const terms = new Map(queries.map((text) => [text, bare.terms(text)]));
  return { engine: BARE_WALK, run: (text) => bare.walk(terms.get(text) ?? []), buildSeconds, bytes };
}

async function timesFor(
  built: readonly Built[],
  queries: readonly string[],
  teller: Teller,
): Promise<EngineTimes[]> {
  const times = await interleave(
    built.map(({ engine, run }) => ({ name: engine, run })),
    queries,
    { budget: BUDGET, onProgress: (done) => teller.advance(`${done}/${queries.length}`) },
  );
  return built.map(({ run: _, ...row }) => ({ ...row, times: timesOf(times.get(row.engine) ?? []) }));
}
