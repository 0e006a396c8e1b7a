/** From figures to goals and tables, and the requests of the load against the product's own checks. */
import { describe, expect, test } from '@jest/globals';
import { checkSignature as checkInteraction, readPublicKey } from '../../adapters/discord/endpoint.ts';
import { checkSignature } from '../../adapters/slack/signature.ts';
import { ownLine, relevanceTables } from '../../bench/benches/relevance.ts';
import { memoryGrowth } from '../../bench/benches/service.ts';
import { goalsOf } from '../../bench/goals.ts';
import type { Results } from '../../bench/results.ts';
import { createSender } from '../../bench/service/platforms.ts';
import { formatBytes, formatRatio, formatScore, formatTime, toMarkdown, toText } from '../../bench/table.ts';

const row = (engine: string, map: number) => ({
  engine,
  queries: 10,
  map,
  ndcg10: map + 0.125,
  recall10: map / 2,
});
const collection = (name: string, plain: number) => ({
  name,
  documents: 1_400,
  queries: 10,
  rows: [row('rapporteur', plain), row('rapporteur, with feedback', plain + 0.05), row('lunr', 0.3)],
});
const MACHINE = { cpu: 'a', cores: 2, memoryGiB: 24, system: 'linux x64', node: 'v20', load: 0.1 };
const measured = <Data>(data: Data) => ({
  date: '2026-11-24',
  command: 'npm run --silent bench',
  seconds: 1,
  machine: MACHINE,
  packages: {},
  data,
});

describe('goals', () => {
  test('are met or missed by the mean of the collections', () => {
    const results: Results = {
      relevance: measured({ collections: [collection('one', 0.3), collection('two', 0.5)] }),
    };
    expect(goalsOf(results).map(({ what, measured: value, isMet }) => [what, value, isMet])).toEqual([
      ['MAP, plain, mean of one, two', '.400', true],
      ['nDCG@10, plain, mean of one, two', '.525', true],
      ['MAP, with feedback, mean of one, two', '.450', true],
      ['nDCG@10, with feedback, mean of one, two', '.575', true],
    ]);
    const worse: Results = { relevance: measured({ collections: [collection('one', 0.375)] }) };
    expect(goalsOf(worse).map(({ isMet }) => isMet)).toEqual([false, false, true, true]);
  });

  test('what was not measured is left out', () => {
    expect(goalsOf({})).toEqual([]);
  });
});

test('the last line of relevance is one object of our own figures', () => {
  expect(JSON.parse(ownLine(collection('one', 0.4)))).toEqual({
    collection: 'one',
    engine: 'rapporteur',
    map: 0.4,
    ndcg10: 0.525,
    recall10: 0.2,
    feedback: { map: 0.45, ndcg10: 0.575, recall10: 0.225 },
    documents: 1_400,
    queries: 10,
  });
});

test('several collections have a table of means', () => {
  const tables = relevanceTables({ collections: [collection('one', 0.3), collection('two', 0.5)] });
  expect(tables.map(({ id }) => id)).toEqual(['relevance-one', 'relevance-two', 'relevance-mean']);
  expect(tables[2]?.rows[0]).toEqual(['rapporteur', '.400', '.525', '.200', '20']);
});

test('memory grows from what is held after a tenth of the requests', () => {
  const points = [50, 80, 84, 88].map((held, place) => ({ requests: place * 100, held, resident: 0 }));
  expect(memoryGrowth(points)).toBe(88 / 80);
  expect(memoryGrowth([])).toBeNaN();
});

describe('tables', () => {
  const table = {
    id: 't',
    title: 'Title',
    columns: ['engine', 'p50'],
    rows: [
      ['ours', '1 ms'],
      ['a|b', '22.5 ms'],
    ],
    notes: ['A note.'],
  };

  test('as text: the first column left, figures right', () => {
    expect(toText(table).split('\n')).toEqual([
      'Title',
      '',
      'engine      p50',
      '──────  ───────',
      'ours       1 ms',
      'a|b     22.5 ms',
      '  A note.',
      '',
    ]);
  });

  test('as Markdown, with bars escaped', () => {
    expect(toMarkdown(table)).toBe(
      '**Title**\n\n| engine | p50 |\n| --- | --: |\n| ours | 1 ms |\n| a\\|b | 22.5 ms |\n\nA note.',
    );
  });

  test.each([
    [formatTime(12_345), '12.3 s'],
    [formatTime(1.5), '1.50 ms'],
    [formatTime(0.0123), '12.3 µs'],
    [formatTime(Number.NaN), '–'],
    [formatBytes(61_400_000), '61 MB'],
    [formatBytes(1_250_000), '1.3 MB'],
    [formatBytes(-5), '–'],
    [formatRatio(123.4), '123 ×'],
    [formatRatio(20.04), '20.0 ×'],
    [formatRatio(1.504), '1.50 ×'],
    [formatScore(0.3249), '.325'],
  ])('%s', (formatted, expected) => {
    expect(formatted).toBe(expected);
  });
});

describe('the load', () => {
  const sender = createSender('http://127.0.0.1:9');
  const now = Date.now() / 1_000;

  test('is signed as Slack signs', () => {
    const { headers, body } = sender.request('slack', '/sessions sdg8');
    const signed = {
      body: Buffer.from(body),
      timestamp: headers['x-slack-request-timestamp'],
      signature: headers['x-slack-signature'],
    };
    expect(checkSignature(signed, sender.credentials.slackSecret, Date.now())).toBe('genuine');
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
      command: '/sessions',
      text: 'sdg8',
    });
  });

  test('is signed as Discord signs', () => {
    const { headers, body } = sender.request('discord', '/speaker Popova');
    const key = readPublicKey(sender.credentials.publicKey);
    const check = (text: string) =>
      checkInteraction(
        key,
        headers['x-signature-ed25519'],
        headers['x-signature-timestamp'],
        Buffer.from(text),
        now,
      );
    expect([check(body), check(`${body} `)]).toEqual(['genuine', 'forged']);
  });

  test.each(['slack', 'discord', 'teams'] as const)(
    'of %s has a delivery of its own for each request',
    (platform) => {
      const ids = Array.from({ length: 500 }, () => {
        const { body } = sender.request(platform, '/help');
        return platform === 'slack'
          ? new URLSearchParams(body).get('trigger_id')
          : (JSON.parse(body) as { id: string }).id;
      });
      expect(new Set(ids).size).toBe(500);
    },
  );
});
