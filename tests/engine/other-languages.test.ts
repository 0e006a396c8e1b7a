/** Lines in other languages: what can be resolved is found, and all else says that the archive is in English. */
import { describe, expect, test } from '@jest/globals';
import { createEngine } from '../../src/engine.ts';
import { catalogueFor } from '../../src/locales/locales.ts';
import { openShippedArchive } from '../support/host.ts';

const archive = await openShippedArchive();
const engine = createEngine(() => archive);

describe('what can be resolved is found', () => {
  test.each([
    ['sesiones sobre ODS 8', 'sessions sdg:8'],
    ['sessioni su SDG 8', 'sessions sdg:8'],
    ['заседания по ЦУР 8', 'sessions sdg:8'],
    ['Chi ha parlato di design thinking?', 'topic:design-thinking'],
    ['Кто говорил о миграции?', 'topic:labour-migration'],
    ['Что сказала Попова о миграции?', 'by:natalia-popova'],
    ['Was hat Düll empfohlen?', 'kind:recommendation'],
    ['谁谈到移民?', 'topic:labour-migration'],
    ['哪些会议涉及体面工作?', 'sessions topic:decent-work|sdg:8'],
    ['ما هي الجلسات حول العمل اللائق؟', 'sessions topic:decent-work|sdg:8'],
    ['من تحدث عن الهجرة؟', 'want:people'],
  ])('%s', async (text, part) => {
    const { outcome, line, lead } = await engine.answer({ text });
    expect(outcome).toBe('found');
    expect(line).toContain(part);
    expect(line).not.toContain('text:');
    expect(lead).toContain(catalogueFor().nothing.english);
  });
});

describe('forms of words and compounds are read like the words that are listed', () => {
  test.each([
    ['Wer moderierte das Webinar von 2020?', 'want:moderators'],
    ['Welche Rolle spielen Sprachkenntnisse?', 'text:'],
    ['Qui a parlé de la « fuite des cerveaux » ?', 'topic:brain-drain'],
    ['Was sagte Düll über Fachkräftemangel?', 'by:nicola-dull'],
  ])('%s', async (text, part) => {
    const { outcome, line } = await engine.answer({ text });
    expect(outcome).toBe('found');
    expect(line).toContain(part);
  });
});

test('what is near is shown, and that the archive is in English', async () => {
  const { outcome, lead, items } = await engine.answer({
    text: '¿Cuántos especialistas en TI faltarán en Japón en 2030?',
  });
  expect(['found', 'closest']).toContain(outcome);
  for (const { text } of items) expect(text.text).toMatch(/Japan/);
  expect(lead).toContain(catalogueFor().nothing.english);
});

test.each(['Quali sessioni sulla pesca?', '日本では何人不足しますか', 'كم عدد المتخصصين؟'])(
  '%s finds nothing and says that the archive is in English',
  async (text) => {
    const { outcome, lead } = await engine.answer({ text });
    expect(outcome).toBe('nothing');
    expect(lead).toContain(catalogueFor().nothing.english);
  },
);

test.each([
  'What did Uber say?',
  'sessions on migration by the ILO',
  'who spoke in the panel on per capita pay?',
])('%s is English', async (text) =>
  expect((await engine.answer({ text })).lead).not.toContain(catalogueFor().nothing.english),
);
