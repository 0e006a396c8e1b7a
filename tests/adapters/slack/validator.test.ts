/** The validator itself: it refuses each violation that it promises to refuse, and nothing that Slack takes. */
import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../adapters/slack/limits.ts';
import { renderMessage, renderModal } from '../../../adapters/slack/render.ts';
import { renderForm } from '../../../adapters/slack/render-form.ts';
import { answer, answerWith, page } from '../../support/answers.ts';
import { EXTREME_FORMS } from '../../support/forms.ts';
import { validateMessage, validateOptions, validateUnfurl, validateView } from './validator.ts';

const plain = (text: string) => ({ type: 'plain_text', text, emoji: false });
const x = (count: number) => 'x'.repeat(count);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const section = (text = 'text') => ({ type: 'section', text: plain(text) });
const button = (over: object = {}) => ({
  type: 'button',
  action_id: 'a',
  text: plain('Go'),
  value: 'v',
  ...over,
});
const rich = (...elements: unknown[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const message = (...blocks: unknown[]) => ({ text: 'text', blocks });
const modal = (over: object = {}) => ({
  type: 'modal',
  callback_id: 'c',
  title: plain('T'),
  close: plain('C'),
  blocks: [section()],
  ...over,
});
const input = (element: object) => ({
  type: 'input',
  block_id: 'b',
  label: plain('L'),
  optional: true,
  element,
});
const external = { type: 'external_select', action_id: 'a', placeholder: plain('P'), min_query_length: 1 };
const option = (over: object = {}) => ({ text: plain('O'), value: 'v', ...over });
const feedback = (over: object = {}) => {
  const one = { text: plain('Y'), value: 'v', accessibility_label: 'yes', ...over };
  return {
    type: 'context_actions',
    elements: [{ type: 'feedback_buttons', action_id: 'f', positive_button: one, negative_button: one }],
  };
};

describe('takes what Slack takes', () => {
  test.each<[string, () => void]>([
    ['an answer', () => validateMessage(renderMessage(answer(), { audience: 'private' }))],
    [
      'a page of a list',
      () => validateMessage(renderMessage(answerWith(5, { page: page(2, 3) }), { audience: 'public' })),
    ],
    ['a modal', () => validateView(renderModal(answer()))],
    ['50 blocks', () => validateMessage(message(...times(50, () => section())))],
    ['a text of 3000', () => validateMessage(message(section(x(3000))))],
    ['a deletion', () => validateMessage({ delete_original: true })],
    ['a link', () => validateMessage(message(rich({ type: 'link', url: 'https://a.example/', text: 'a' })))],
    ['no options', () => validateOptions({ options: [] })],
  ])('%s', (_name, check) => {
    expect(check).not.toThrow();
  });

  test.each(EXTREME_FORMS)('a form: %s', (_name, form) => {
    validateView(renderForm(form, { line: 'sessions sdg:8' }));
  });
});

describe('refuses in a message', () => {
  test.each<[string, unknown]>([
    ['an unknown block type', message({ type: 'marquee', text: plain('x') })],
    ['an unknown field', message({ ...section(), colour: 'red' })],
    ['an unknown field of the message', { ...message(section()), as_user: true }],
    ['51 blocks', message(...times(51, () => section()))],
    ['no blocks in a list of blocks', message()],
    ['an empty text', { text: '', blocks: [section()] }],
    ['a fallback text that is too long', { text: x(LIMITS.messageText.value + 1) }],
    ['an open mention in the fallback text', { text: '<!channel>' }],
    ['a bare ampersand in the fallback text', { text: 'a & b' }],
    ['a header of 151', message({ type: 'header', text: plain(x(151)) })],
    ['a section of 3001', message(section(x(3001)))],
    ['a blank section', message(section('  '))],
    ['half a character', message(section('a\ud83d'))],
    ['mrkdwn', message({ type: 'section', text: { type: 'mrkdwn', text: '*b*' } })],
    [
      'emoji codes that are read',
      message({ type: 'section', text: { type: 'plain_text', text: ':tada:', emoji: true } }),
    ],
    ['11 elements in a context', message({ type: 'context', elements: times(11, () => plain('x')) })],
    ['an empty context', message({ type: 'context', elements: [] })],
    [
      '26 buttons in a row',
      message({ type: 'actions', elements: times(26, (index) => button({ action_id: `a${index}` })) }),
    ],
    ['a button label of 76', message({ type: 'actions', elements: [button({ text: plain(x(76)) })] })],
    [
      'a spoken label of 76',
      message({ type: 'actions', elements: [button({ accessibility_label: x(76) })] }),
    ],
    ['a value of 2001', message({ type: 'actions', elements: [button({ value: x(2001) })] })],
    ['an empty value', message({ type: 'actions', elements: [button({ value: '' })] })],
    [
      'an address of more than 3000',
      message({ type: 'actions', elements: [button({ url: `https://a.example/${x(3000)}` })] }),
    ],
    ['an action_id of 256', message({ type: 'actions', elements: [button({ action_id: x(256) })] })],
    [
      'one action_id twice',
      message({ type: 'actions', elements: [button()] }, { type: 'actions', elements: [button()] }),
    ],
    ['a block_id of 256', message({ ...section(), block_id: x(256) })],
    ['a user mention', message(rich({ type: 'user', user_id: 'U1' }))],
    ['a channel mention', message(rich({ type: 'channel', channel_id: 'C1' }))],
    ['a group mention', message(rich({ type: 'usergroup', usergroup_id: 'S1' }))],
    ['a broadcast', message(rich({ type: 'broadcast', range: 'channel' }))],
    ['an emoji element', message(rich({ type: 'emoji', name: 'tada' }))],
    ['an empty run', message(rich({ type: 'text', text: '' }))],
    ['an empty paragraph', message(rich())],
    ['a link that is not https', message(rich({ type: 'link', url: 'http://a.example/', text: 'a' }))],
    ['a script as a link', message(rich({ type: 'link', url: 'javascript:alert(1)', text: 'a' }))],
    ['a feedback value of 2001', message(feedback({ value: x(2001) }))],
    ['an input', message(input(external))],
    ['more bytes than a message may have', message(...times(6, () => section(x(2900))))],
    ['bytes of another script', message(...times(5, () => section('技'.repeat(900))))],
    ['links that unfold', { text: 'x', unfurl_links: true }],
    ['names that are linked', { text: 'x', link_names: true }],
  ])('%s', (_name, payload) => {
    expect(() => validateMessage(payload)).toThrow();
  });
});

describe('refuses in a view', () => {
  test.each<[string, unknown]>([
    ['101 blocks', modal({ blocks: times(101, () => section()) })],
    ['a title of 25', modal({ title: plain(x(25)) })],
    ['a button of 25', modal({ close: plain(x(25)) })],
    ['metadata of 3001', modal({ private_metadata: x(3001) })],
    ['a callback_id of 256', modal({ callback_id: x(256) })],
    ['an input without a way to submit it', modal({ blocks: [input(external)] })],
    ['feedback buttons', modal({ blocks: [feedback()] })],
    [
      'a placeholder of 151',
      modal({ submit: plain('S'), blocks: [input({ ...external, placeholder: plain(x(151)) })] }),
    ],
    [
      'a menu without options',
      modal({ submit: plain('S'), blocks: [input({ type: 'static_select', action_id: 'a', options: [] })] }),
    ],
    [
      '101 options',
      modal({
        submit: plain('S'),
        blocks: [input({ type: 'static_select', action_id: 'a', options: times(101, () => option()) })],
      }),
    ],
    ['an unknown kind', { type: 'workflow_step', blocks: [section()] }],
    ['a view that is too large', modal({ blocks: times(99, () => section(x(2900))) })],
  ])('%s', (_name, payload) => {
    expect(() => validateView(payload)).toThrow();
  });
});

describe('refuses elsewhere', () => {
  test.each<[string, () => void]>([
    ['101 options', () => validateOptions({ options: times(101, () => option()) })],
    ['an option of 76', () => validateOptions({ options: [option({ text: plain(x(76)) })] })],
    ['an option value of 76', () => validateOptions({ options: [option({ value: x(76) })] })],
    [
      'an option description of 76',
      () => validateOptions({ options: [option({ description: plain(x(76)) })] }),
    ],
    ['a preview without blocks', () => validateUnfurl({ unfurls: { 'https://a.example/': { blocks: [] } } })],
    [
      'a preview with an unknown field',
      () => validateUnfurl({ unfurls: { 'https://a.example/': { blocks: [section()], color: 'red' } } }),
    ],
  ])('%s', (_name, check) => {
    expect(check).toThrow();
  });
});
