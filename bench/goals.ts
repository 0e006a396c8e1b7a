/** What is to be reached, and whether the last results reach it. */
import { growthOf, ratioOf } from './benches/latency.ts';
import { BARE_WALK } from './benches/latency-size.ts';
import { meansOf } from './benches/relevance.ts';
import { sharesOf } from './benches/screens.ts';
import { memoryGrowth } from './benches/service.ts';
import { OURS, OURS_WITH_FEEDBACK } from './peers/ours.ts';
import type { Results } from './results.ts';
import { formatBytes, formatRatio, formatScore, formatShare, formatTime } from './table.ts';

export interface Goal {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly isMet: boolean;
}

type Check = (value: number) => boolean;

const atMost =
  (limit: number): Check =>
  (value) =>
    value <= limit;
const atLeast =
  (limit: number): Check =>
  (value) =>
    value >= limit;

/** Goals that the results say something about; what was not measured is left out. */
export function goalsOf(results: Results): Goal[] {
  const goals: Goal[] = [];
  const add = (
    what: string,
    wanted: string,
    value: number | undefined,
    format: (value: number) => string,
    check: Check,
  ): void => {
    if (value === undefined || Number.isNaN(value)) return;
    goals.push({ what, wanted, measured: format(value), isMet: check(value) });
  };

  const means = results.relevance === undefined ? [] : meansOf(results.relevance.data);
  const collections = results.relevance?.data.collections.map(({ name }) => name).join(', ');
  for (const { engine, map, ndcg10 } of means) {
    if (engine !== OURS && engine !== OURS_WITH_FEEDBACK) continue;
    const [mapGoal, ndcgGoal] = engine === OURS ? [0.39, 0.517] : [0.418, 0.532];
    const label = engine === OURS ? 'plain' : 'with feedback';
    add(
      `MAP, ${label}, mean of ${collections}`,
      `≥ ${formatScore(mapGoal)} over five`,
      map,
      formatScore,
      atLeast(mapGoal),
    );
    add(
      `nDCG@10, ${label}, mean of ${collections}`,
      `≥ ${formatScore(ndcgGoal)} over five`,
      ndcg10,
      formatScore,
      atLeast(ndcgGoal),
    );
  }

  const sizes = results.latency?.data.sizes ?? [];
  const large = sizes.find(({ sessions }) => sessions === 100_000);
  if (large !== undefined) {
    const own = large.texts.find(({ engine }) => engine === OURS);
    add(
      'text query at 100,000, p50 to the bare walk',
      '≤ 1.5 ×',
      ratioOf(large.texts, OURS, BARE_WALK),
      formatRatio,
      atMost(1.5),
    );
    for (const peer of ['minisearch', 'SQLite FTS5'])
      add(
        `${peer} to ours at 100,000, p50`,
        '≥ 20 ×',
        ratioOf(large.texts, peer, OURS),
        formatRatio,
        atLeast(20),
      );
    add(
      'index build at 100,000',
      '≤ 10 s',
      own?.buildSeconds,
      (value) => formatTime(value * 1_000),
      atMost(10),
    );
    add('index memory at 100,000', '≤ 61 MB', own?.bytes, formatBytes, atMost(61e6));
  }
  const shipped = sizes.find(({ archive }) => archive === 'shipped');
  add('whole answer, shipped knowledge, p50', '≤ 1 ms', shipped?.answers.all.p50, formatTime, atMost(1));
  add('whole answer, shipped knowledge, p99', '≤ 6 ms', shipped?.answers.all.p99, formatTime, atMost(6));
  add('whole answer at 100,000, p50', '≤ 10 ms', large?.answers.all.p50, formatTime, atMost(10));
  add('whole answer at 100,000, p99', '≤ 80 ms', large?.answers.all.p99, formatTime, atMost(80));
  const growth = growthOf(sizes);
  add('growth of the build, 10k to 100k', '≤ 10 ×', growth?.build, formatRatio, atMost(10));
  add('growth of the memory, 10k to 100k', '≤ 10 ×', growth?.memory, formatRatio, atMost(10));
  add('growth of the query p50, 10k to 100k', '< 10 ×', growth?.p50, formatRatio, (value) => value < 10);
  add(
    'growth of the answer p50, 10k to 100k',
    '< 10 ×',
    growth?.answerP50,
    formatRatio,
    (value) => value < 10,
  );

  for (const { people, origin, rows } of results.names?.data.sizes ?? []) {
    const own = rows.find(({ engine }) => engine === OURS);
    const label = `names, ${people.toLocaleString('en')} ${origin}`;
    add(`${label}: right at rank 1`, '≥ 99.4 %', own?.success, formatShare, atLeast(0.994));
    add(`${label}: p50`, '≤ 1.5 ms', own?.times.p50, formatTime, atMost(1.5));
    add(`${label}: wrong for absent people`, '≤ 5 %', own?.wrong, formatShare, atMost(0.05));
  }
  for (const { platform, added } of results.service?.data.platforms ?? [])
    add(`service, ${platform}: processor time added to a request`, '≤ 1 ms', added, formatTime, atMost(1));
  const memory = results.service?.data.memory ?? [];
  add(
    `service: memory after ${(memory.at(-1)?.requests ?? 0).toLocaleString('en')} requests, to a tenth of them`,
    '≤ 1.1 × (flat)',
    memoryGrowth(memory),
    formatRatio,
    atMost(1.1),
  );

  const traffic = results.service?.data.traffic;
  for (const { platform, late, lost, unanswered } of traffic?.bursts ?? [])
    add(
      `service, ${platform}: of 2,000 at once, late, lost or unanswered`,
      'none',
      late + lost + unanswered,
      (value) => value.toLocaleString('en'),
      atMost(0),
    );
  for (const { platform, max } of traffic?.fairness ?? [])
    add(`service, ${platform}: help beside one who floods`, '≤ 3 s', max, formatTime, atMost(3_000));
  add(
    'service: an answer waits for a reload at 10,000 sessions, p99 more than before',
    '≤ 50 ms',
    traffic === undefined ? undefined : traffic.reload.during.p99 - traffic.reload.before.p99,
    formatTime,
    atMost(50),
  );

  for (const { what, times, bare, bareTimes } of results.start?.data.rows ?? []) {
    if (what.startsWith('ask')) add(`cold ${what}`, '≤ 0.6 s', times.p50, formatTime, atMost(600));
    else if (bare !== 'node alone')
      add(what, '≤ 2 s over importing the SDKs', times.p50 - bareTimes.p50, formatTime, atMost(2_000));
  }

  for (const { kind, platform, share } of sharesOf(results.screens?.data)) {
    const wanted = kind === 'single' ? 0.6 : 0.55;
    const what = kind === 'single' ? 'single answers' : 'lists';
    add(
      `screens, ${platform}: share that is the answer, ${what}`,
      `≥ ${formatShare(wanted)}`,
      share,
      formatShare,
      atLeast(wanted),
    );
  }
  return goals;
}
