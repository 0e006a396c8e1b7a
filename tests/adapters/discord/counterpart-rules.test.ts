import { describe, expect, test } from '@jest/globals';
import { callbackProblems, commandProblems, messageProblems, webhookProblems } from './counterpart-rules.ts';

const V2 = 1 << 15;
const SILENT = { allowed_mentions: { parse: [] } };
const NONCE = { nonce: 'n', enforce_nonce: true };
const text = (content = 'text') => ({ type: 10, content });
const button = (over: object = {}) => ({ type: 2, style: 2, label: 'b', custom_id: 'c', ...over });
const row = (...components: object[]) => ({ type: 1, components });
const menu = (over: object = {}) => ({
  type: 3,
  custom_id: 'm',
  options: [{ label: 'l', value: 'v' }],
  ...over,
});
const message = (components: readonly object[], over: object = {}) => ({
  flags: V2,
  components,
  ...SILENT,
  ...NONCE,
  ...over,
});

test('a message as it should be passes', () => {
  expect(messageProblems(message([{ type: 17, components: [text(), row(button())] }]))).toEqual([]);
  expect(messageProblems({ content: 'x', ...SILENT, ...NONCE })).toEqual([]);
});

describe('of messages is rejected', () => {
  test.each<[string, object]>([
    ['content over 2000', { content: 'x'.repeat(2001), ...SILENT, ...NONCE }],
    ['content over 4000, by the schema', { content: 'x'.repeat(4001), ...SILENT, ...NONCE }],
    ['an empty message', { ...SILENT, ...NONCE }],
    ['a mention', { content: 'x', allowed_mentions: { parse: ['users'] }, ...NONCE }],
    ['a mention by id', { content: 'x', allowed_mentions: { parse: [], users: ['1'] }, ...NONCE }],
    [
      'a ping of the person replied to',
      { content: 'x', allowed_mentions: { parse: [], replied_user: true }, ...NONCE },
    ],
    ['mentions left to Discord', { content: 'x', ...NONCE }],
    ['no nonce', { content: 'x', ...SILENT }],
    ['a nonce that is not enforced', { content: 'x', ...SILENT, nonce: 'n' }],
    ['a nonce over 25', { content: 'x', ...SILENT, nonce: 'n'.repeat(26), enforce_nonce: true }],
    [
      '6000 characters over all embeds',
      { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }], ...SILENT, ...NONCE },
    ],
    ['an empty field value', { embeds: [{ fields: [{ name: 'n', value: ' ' }] }], ...SILENT, ...NONCE }],
    ['an empty field name', { embeds: [{ fields: [{ name: '', value: 'v' }] }], ...SILENT, ...NONCE }],
    ['11 embeds', { embeds: Array(11).fill({ title: 't' }), ...SILENT, ...NONCE }],
    ['a long title', { embeds: [{ title: 'x'.repeat(257) }], ...SILENT, ...NONCE }],
    ['content beside components of version 2', message([text()], { content: 'x' })],
    ['embeds beside components of version 2', message([text()], { embeds: [{ title: 't' }] })],
    ['version 2 without its flag', { components: [text()], ...SILENT, ...NONCE }],
    ['no components at all', message([])],
    [
      'six rows of version 1',
      {
        content: 'x',
        components: Array.from({ length: 6 }, (_, i) => row(button({ custom_id: `${i}` }))),
        ...SILENT,
        ...NONCE,
      },
    ],
    ['41 components', message([{ type: 17, components: Array(40).fill(text()) }])],
    ['4001 characters of text', message([text('x'.repeat(2000)), text('x'.repeat(2001))])],
    ['a text of white space', message([text(' \n')])],
    ['an empty text', message([text('')])],
    ['a repeated custom_id', message([row(button(), button())])],
    [
      'a custom_id repeated between a row and a section',
      message([row(button()), { type: 9, components: [text()], accessory: button() }]),
    ],
    [
      'a repeated component id',
      message([
        { ...text(), id: 5 },
        { ...text(), id: 5 },
      ]),
    ],
    [
      'six buttons in a row',
      message([row(...Array.from({ length: 6 }, (_, i) => button({ custom_id: `${i}` })))]),
    ],
    ['an empty row', message([row()])],
    ['a menu that shares its row', message([row(menu(), button())])],
    ['a button without a label', message([row(button({ label: '' }))])],
    ['a button without a custom_id', message([row({ type: 2, style: 2, label: 'b' })])],
    ['a label over 80', message([row(button({ label: 'x'.repeat(81) }))])],
    ['a custom_id over 100', message([row(button({ custom_id: 'x'.repeat(101) }))])],
    ['a link button without a url', message([row({ type: 2, style: 5, label: 'b' })])],
    [
      'a link button with a custom_id',
      message([row({ type: 2, style: 5, label: 'b', url: 'https://a.example', custom_id: 'c' })]),
    ],
    [
      '26 options',
      message([
        row(menu({ options: Array.from({ length: 26 }, (_, i) => ({ label: 'l', value: `${i}` })) })),
      ]),
    ],
    [
      'a repeated option',
      message([
        row(
          menu({
            options: [
              { label: 'a', value: 'v' },
              { label: 'b', value: 'v' },
            ],
          }),
        ),
      ]),
    ],
    ['an option without a label', message([row(menu({ options: [{ label: ' ', value: 'v' }] }))])],
    ['an option value over 100', message([row(menu({ options: [{ label: 'a', value: 'x'.repeat(101) }] }))])],
    [
      'a section of four texts',
      message([{ type: 9, components: Array(4).fill(text()), accessory: button() }]),
    ],
    ['a section without an accessory', message([{ type: 9, components: [text()] }])],
    ['a component that there is not', message([{ type: 99 }])],
  ])('%s', (_what, body) => {
    expect(messageProblems(body)).not.toEqual([]);
  });
});

describe('of interactions is rejected', () => {
  test.each<[string, readonly string[]]>([
    ['a callback that there is not', callbackProblems({ type: 3 })],
    ['no callback at all', callbackProblems(undefined)],
    ['a message that mentions', callbackProblems({ type: 4, data: { flags: V2, components: [text()] } })],
    [
      'an update that would hide a message',
      callbackProblems({ type: 7, data: { flags: V2 | 64, components: [text()], ...SILENT } }),
    ],
    [
      '26 choices',
      callbackProblems({
        type: 8,
        data: { choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) },
      }),
    ],
    [
      'a choice over 100',
      callbackProblems({ type: 8, data: { choices: [{ name: 'x'.repeat(101), value: 'v' }] } }),
    ],
    [
      'a choice value over 100',
      callbackProblems({ type: 8, data: { choices: [{ name: 'x', value: 'v'.repeat(101) }] } }),
    ],
    ['a follow-up that mentions', webhookProblems({ flags: V2, components: [text()] }, 'POST')],
    [
      'an edit that would hide a message',
      webhookProblems({ flags: V2 | 64, components: [text()], ...SILENT }, 'PATCH'),
    ],
  ])('%s', (_what, problems) => {
    expect(problems).not.toEqual([]);
  });

  test('what is right passes', () => {
    const data = { flags: V2 | 64, components: [text()], ...SILENT };
    expect(callbackProblems({ type: 4, data })).toEqual([]);
    expect(callbackProblems({ type: 5, data: { flags: 64 } })).toEqual([]);
    expect(callbackProblems({ type: 6 })).toEqual([]);
    expect(callbackProblems({ type: 8, data: { choices: [{ name: 'a', value: 'b' }] } })).toEqual([]);
    expect(webhookProblems({ ...data, flags: V2 }, 'PATCH')).toEqual([]);
  });
});

describe('of commands is rejected', () => {
  const command = (over: object = {}) => ({ type: 1, name: 'sessions', description: 'd', ...over });
  const option = (over: object = {}) => ({ type: 3, name: 'query', description: 'd', ...over });
  test.each<[string, object]>([
    ['a name in capitals', command({ name: 'Sessions' })],
    ['a name with a blank', command({ name: 'find sessions' })],
    ['a long name', command({ name: 'x'.repeat(33) })],
    ['a localized name outside the pattern', command({ name_localizations: { fr: 'Des Séances' } })],
    ['a language that Discord has not', command({ description_localizations: { ar: 'x' } })],
    ['no description', command({ description: '' })],
    ['a long description', command({ description: 'x'.repeat(101) })],
    ['a description of a menu entry', command({ type: 3, name: 'Find', description: 'd' })],
    ['an option in capitals', command({ options: [option({ name: 'Query' })] })],
    ['a repeated option', command({ options: [option(), option()] })],
    [
      'a required option after an optional one',
      command({ options: [option({ name: 'a' }), option({ name: 'b', required: true })] }),
    ],
    ['26 options', command({ options: Array.from({ length: 26 }, (_, i) => option({ name: `o${i}` })) })],
    [
      '8001 characters',
      command({
        options: Array.from({ length: 25 }, (_, i) =>
          option({
            name: `o${i}`,
            description: 'x'.repeat(100),
            choices: Array.from({ length: 25 }, (_c, j) => ({ name: `${j}xxxxxxxx`, value: `${j}xxxxxx` })),
          }),
        ),
      }),
    ],
  ])('%s', (_what, body) => {
    expect(commandProblems(body, 'POST', 'global')).not.toEqual([]);
  });

  test('where it applies, in one server', () => {
    expect(commandProblems(command({ contexts: [0] }), 'POST', 'guild')).not.toEqual([]);
    expect(commandProblems(command({ contexts: [0] }), 'POST', 'global')).toEqual([]);
  });
});
