/** What people tell around a question: what of it is asked about, and what is only theirs. */
import { describe, expect, test } from '@jest/globals';
import { isBareRequest, isOwnAffair, takeApart, withoutAnnouncement } from '../../src/reading/asides.ts';

describe('what somebody was told', () => {
  test.each([
    ['My prof says there is a scheme for plum dryers', 'a scheme for plum dryers'],
    ['a colleague told me that plums are taxed twice', 'plums are taxed twice'],
    ['I heard of a fund that pays for ladders', 'a fund that pays for ladders'],
    ['last year a friend mentioned the cider levy', 'the cider levy'],
    ['someone claimed wasps ruin half the pears', 'wasps ruin half the pears'],
    // Whoever said it is asked about, too.
    ['A man from Malta warned of rising seas', 'A man from Malta warned of rising seas'],
    ['the minister said pears are safe', 'the minister said pears are safe'],
    // Where it was.
    ['I was at the pear hearing', 'at the pear hearing'],
  ])('%s', (statement, matter) => {
    expect(takeApart(statement).matter).toBe(matter);
  });

  test.each([
    'my laptop died',
    'we had lunch',
    'our council meets at five',
    'writing an essay',
    'deadline in an hour',
    'i have not slept',
  ])('is their own affair: %s', (clause) => {
    expect(isOwnAffair(clause)).toBe(true);
    expect(takeApart(clause).matter).toBe('');
  });

  test.each([
    'growers write to the council',
    'wasps ruin half the pears',
    'making cider is taxed',
    'the US growers pay less',
  ])('is nobody’s own affair: %s', (clause) => {
    expect(isOwnAffair(clause)).toBe(false);
  });

  test('an errand tells what it is on', () => {
    expect(takeApart('I am doing my thesis on pear rust').topic).toBe('pear rust');
    expect(takeApart('my boss wants a slide on cider')).toMatchObject({
      matter: '',
      topic: 'cider',
      wanted: '',
    });
  });
});

describe('what is wanted within a statement', () => {
  test.each([
    ['my editor wants the share of old trees', 'the share of old trees'],
    ['we argued about how many hives Portugal has', 'how many hives Portugal has'],
    ['I forgot what the hearing asked of schools', 'what the hearing asked of schools'],
    ['I am after the passage where somebody talks of wasps', 'somebody talks of wasps'],
    ['i need recommendations on pruning and my phone is dead', 'recommendations on pruning'],
  ])('%s', (statement, wanted) => {
    expect(takeApart(statement).wanted).toBe(wanted);
  });

  test('to want to do something asks for nothing', () => {
    expect(takeApart('growers past sixty want to keep pruning').wanted).toBe('');
  });
});

test.each([
  ['two things: who came?', 'who came?'],
  ['Quick question - who came?', 'who came?'],
  ['one last question, who came?', 'who came?'],
  ['quick q from the ladder: who came?', 'who came?'],
  ['who came to one point: the fair?', 'who came to one point: the fair?'],
])('an announcement of questions goes: %s', (sentence, left) => {
  expect(withoutAnnouncement(sentence)).toBe(left);
});

test.each([
  ['Can you settle it?', true],
  ['any ideas?', true],
  ['could someone please help?', true],
  ['can you settle the plum question?', false],
  ['who was it?', false],
])('a request that names nothing: %s', (text, bare) => {
  expect(isBareRequest(text)).toBe(bare);
});
