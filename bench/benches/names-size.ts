/** One measurement of names, in a process of its own: who is found, who is not, and who is made up. */
import { readFileSync } from 'node:fs';
import { ERROR_CLASSES, type ErrorClass, misspell, plain, surnameOf } from '../data/misspell.ts';
import { distinctNames } from '../data/people.ts';
import { pick, type Random, seeded, shuffled } from '../data/random.ts';
import { interleave } from '../measure/interleave.ts';
import { measureBuild } from '../measure/memory.ts';
import { type Times, timesOf } from '../measure/statistics.ts';
import { NAME_PEERS, type NameEngine } from '../peers/names.ts';
import type { Teller } from '../worker.ts';

export interface NamesTask {
  readonly name: 'names';
  readonly people: number;
  /** A JSON list of names to take instead of generated ones. */
  readonly file?: string;
  readonly isFull: boolean;
}

export interface NamesRow {
  readonly engine: string;
  readonly asked: number;
  /** Share of the questions of each class that were answered, at rank 1, with the one meant or with a namesake. */
  readonly classes: Readonly<Partial<Record<ErrorClass, number>>>;
  /** The same over all classes. */
  readonly success: number;
  /** Share of absent people for whom somebody else was given. */
  readonly wrong: number;
  readonly absent: number;
  readonly times: Times;
  readonly buildSeconds: number;
  readonly bytes: number;
}

export interface NamesResult {
  readonly people: number;
  readonly origin: 'generated' | 'given';
  readonly rows: readonly NamesRow[];
}

interface Question {
  readonly text: string;
  /** Undefined for absent people. */
  readonly error?: ErrorClass;
  readonly meant: ReadonlySet<number>;
}

const SEED = 1_729;
const PER_CLASS = 150;
const ABSENT = 150;
/** Milliseconds for each engine; slow ones get a random part of the questions. */
const BUDGET = 8_000;

export async function measureNames(task: NamesTask, teller: Teller): Promise<NamesResult> {
  const random = seeded(SEED);
  const names =
    task.file === undefined
      ? distinctNames(random, task.people)
      : (JSON.parse(readFileSync(task.file, 'utf8')) as readonly string[]);
  const questions = shuffled(random, [...questionsOn(names, random), ...absentFrom(names, random)]);
  const engines: { name: string; engine: NameEngine; buildSeconds: number; bytes: number }[] = [];
  for (const peer of NAME_PEERS) {
    if (names.length > (peer.patience ?? Number.POSITIVE_INFINITY) && !task.isFull) continue;
    teller.begin(`names: ${names.length.toLocaleString('en')} people · building ${peer.name}`);
    const { value, seconds, bytes } = await measureBuild(() => peer.build(names));
    engines.push({ name: peer.name, engine: value, buildSeconds: seconds, bytes });
  }
  teller.begin(`names: ${names.length.toLocaleString('en')} people · ${questions.length} questions`);
  const answers = new Map<string, (readonly number[])[]>(engines.map(({ name }) => [name, []]));
  let isCounting = false;
  const times = await interleave(
    engines.map(({ name, engine }) => ({
      name,
      run(question: Question) {
        const found = engine.find(question.text);
        if (isCounting) answers.get(name)?.push(found);
        return found;
      },
    })),
    questions,
    {
      budget: BUDGET,
      onStart: () => {
        isCounting = true;
      },
      onProgress: (done) => teller.advance(`${done}`),
    },
  );
  return {
    people: names.length,
    origin: task.file === undefined ? 'generated' : 'given',
    rows: engines.map(({ name, buildSeconds, bytes }) => ({
      engine: name,
      ...judge(questions, answers.get(name) ?? []),
      times: timesOf(times.get(name) ?? []),
      buildSeconds,
      bytes,
    })),
  };
}

type Verdict = Pick<NamesRow, 'asked' | 'classes' | 'success' | 'wrong' | 'absent'>;

function judge(questions: readonly Question[], answers: readonly (readonly number[])[]): Verdict {
  const tally = new Map<ErrorClass | undefined, { asked: number; right: number; answered: number }>();
  for (const [place, found] of answers.entries()) {
    const { error, meant } = questions[place] as Question;
    const counts = tally.get(error) ?? { asked: 0, right: 0, answered: 0 };
    tally.set(error, counts);
    counts.asked++;
    const [first] = found;
    if (first === undefined) continue;
    counts.answered++;
    if (meant.has(first)) counts.right++;
  }
  const present = ERROR_CLASSES.flatMap((error) => {
    const counts = tally.get(error);
    return counts === undefined ? [] : [{ error, ...counts }];
  });
  const asked = present.reduce((sum, one) => sum + one.asked, 0);
  const absent = tally.get(undefined) ?? { asked: 0, answered: 0 };
  return {
    asked,
    classes: Object.fromEntries(present.map((one) => [one.error, one.right / one.asked])),
    success: present.reduce((sum, one) => sum + one.right, 0) / Math.max(1, asked),
    absent: absent.asked,
    wrong: absent.answered / Math.max(1, absent.asked),
  };
}

function questionsOn(names: readonly string[], random: Random): Question[] {
  const bySurname = groupBy(names, (name) => plain(surnameOf(name)).toLowerCase());
  const byInitial = groupBy(names, (name) => plain(`${name.slice(0, 1)} ${surnameOf(name)}`).toLowerCase());
  const places = names.map((_, place) => place);
  return ERROR_CLASSES.flatMap((error) => {
    const questions: Question[] = [];
    // Where a class fits few names, all of them are asked.
    for (const place of shuffled(random, places)) {
      if (questions.length === PER_CLASS) break;
      const name = names[place] as string;
      const text = misspell(name, error, random);
      if (text === undefined) continue;
      const namesakes =
        error === 'surname'
          ? bySurname.get(plain(surnameOf(name)).toLowerCase())
          : error === 'initials'
            ? byInitial.get(plain(`${name.slice(0, 1)} ${surnameOf(name)}`).toLowerCase())
            : undefined;
      questions.push({ text, error, meant: new Set(namesakes ?? [place]) });
    }
    return questions;
  });
}

/** People who share no part of their name with anybody known. */
function absentFrom(names: readonly string[], random: Random): Question[] {
  const parts = (name: string): string[] =>
    plain(name)
      .toLowerCase()
      .split(/[\s'-]+/);
  const known = new Set(names.flatMap(parts));
  const absent = new Set<string>();
  for (let attempt = 0; absent.size < ABSENT && attempt < ABSENT * 100; attempt++) {
    const [name = ''] = distinctNames(random, 1, { from: 'absent' });
    if (!parts(name).some((part) => known.has(part))) absent.add(name);
  }
  return [...absent].map((text) => ({ text: pick(random, [text, plain(text)]), meant: new Set<number>() }));
}

function groupBy(names: readonly string[], keyOf: (name: string) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [place, name] of names.entries()) {
    const key = keyOf(name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return groups;
}
