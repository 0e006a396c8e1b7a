/** The places behind an answer as citations of its message: what Teams shows where a number stands in the text. */
import { describe, expect, test } from '@jest/globals';
import type { Claim, Outgoing } from '../../../adapters/teams/activity.ts';
import { LIMITS } from '../../../adapters/teams/limits.ts';
import { renderMessage } from '../../../adapters/teams/render.ts';
import { saysIn } from '../../../adapters/teams/says.ts';
import { answer, answerWith, citation, item, marked, page, source } from '../../support/answers.ts';
import { openHost } from '../../support/host.ts';
import { checkMessage } from './rules.ts';

const says = saysIn();

const claimsOf = ({ entities }: Outgoing): readonly Claim[] => entities?.[0]?.citation ?? [];
const numbersOf = (message: Outgoing): readonly number[] => claimsOf(message).map(({ position }) => position);

test('an item that stands alone has a citation for each of its places', () => {
  const evidence = ['43', '57'].map((at) => citation({ at }));
  const url = 'https://archive.example/report.pdf';
  const message = renderMessage(answer({ items: [item({ evidence })], sources: [source({ url })] }));
  expect(message.text).toBe(says.own.cited('[1] [2]'));
  expect(claimsOf(message)).toEqual(
    ['43', '57'].map((at, index) => ({
      '@type': 'Claim',
      position: index + 1,
      appearance: {
        '@type': 'DigitalDocument',
        name: `ILO webinar report 2020, ¶${at}`,
        abstract: 'Countries of origin and destination should agree on how skills are recognised.',
        url,
      },
    })),
  );
});

describe('the items of a list', () => {
  test('are cited under their own numbers, on every page', () => {
    const items = [1, 2, 3].map((number) =>
      item({ id: `c-${number}`, evidence: [citation({ at: `${number}` }), citation({ at: `9${number}` })] }),
    );
    expect(numbersOf(renderMessage(answer({ items })))).toEqual([1, 2, 3]);
    const second = renderMessage(answer({ items, page: { ...page(2, 2), first: 7, last: 9 } }));
    expect(numbersOf(second)).toEqual([7, 8, 9]);
    expect(claimsOf(second)[1]?.appearance.name).toBe('ILO webinar report 2020, ¶2; ¶92');
  });

  test('what has no place, or no number, is not cited', () => {
    const items = [item(), item({ id: 'c-2', evidence: [] }), item({ id: 'c-3' })];
    expect(numbersOf(renderMessage(answer({ items })))).toEqual([1, 3]);
    // A profile stands before the list.
    const before = renderMessage(answer({ items, page: { ...page(1, 2), first: 1, last: 2 } }));
    expect(numbersOf(before)).toEqual([2]);
  });

  test('are at most as many as Teams takes, each within its limits', () => {
    const message = renderMessage(answerWith(30));
    expect(numbersOf(message)).toHaveLength(LIMITS.citations.value);
    const long = item({
      text: marked('word '.repeat(100)),
      evidence: [citation({ label: 'x'.repeat(200) })],
    });
    const [claim] = claimsOf(renderMessage(answer({ items: [long] })));
    expect(claim?.appearance.name).toHaveLength(80);
    expect(claim?.appearance.abstract?.length).toBeLessThanOrEqual(160);
  });
});

test('nothing is cited where nothing is, in help, and where nobody can answer', () => {
  for (const message of [
    renderMessage(answer({ items: [] })),
    renderMessage(answer({ items: [item({ evidence: [] })] })),
    renderMessage(answer(), { still: true }),
  ]) {
    expect([message.text, message.entities]).toEqual([undefined, undefined]);
    expect(checkMessage(message)).toEqual([]);
  }
});

test('nothing is said to come from a model', async () => {
  const host = await openHost();
  for (const text of ['sessions sdg8', 'speaker Popova', 'recommendations migration', 'help']) {
    const message = renderMessage(await host.ask({ text }), { judgedBelow: true });
    expect(JSON.stringify(message)).not.toMatch(/additionalType|AIGenerated/);
    expect(checkMessage(message)).toEqual([]);
  }
});

test('a link is given only where it may be', () => {
  const message = renderMessage(answer({ sources: [source({ url: 'http://archive.example/a' })] }));
  expect(claimsOf(message)[0]?.appearance).not.toHaveProperty('url');
});
