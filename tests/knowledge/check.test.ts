/**
 * Every kind of problem is reported with its file, its line, its field and a remedy.
 */
import { describe, expect, test } from '@jest/globals';
import { examineKnowledge } from '../../src/knowledge/examine.ts';
import type { Problem } from '../../src/knowledge/problem.ts';
import { BASE, EVENT, knowledgeFolder, lineOf, spoil } from './folder.ts';

async function problemsWith(changes: Readonly<Record<string, string | Uint8Array>>) {
  const { problems } = await examineKnowledge(knowledgeFolder(changes));
  return problems;
}

test('the base has no problem, so what the others report comes from what they spoil', async () => {
  const { problems, knowledge, coverage } = await examineKnowledge(knowledgeFolder());
  expect(problems).toEqual([]);
  expect(knowledge.contributions).toHaveLength(4);
  expect(coverage.map(({ source, covered, places }) => [source, covered, places])).toEqual([
    ['harbour-report', 5, 5],
    ['harbour-news', 2, 2],
  ]);
});

interface Case {
  readonly name: string;
  readonly file?: string;
  readonly passage: string;
  readonly by: string;
  /** The text at whose beginning the problem is; the first replaced line where absent. */
  readonly line?: string;
  readonly field: string;
  readonly message: RegExp;
  readonly remedy: RegExp;
  readonly level?: Problem['level'];
  /** Where the spoiling brings more than one problem. */
  readonly among?: number;
}

const CASES: readonly Case[] = [
  // Form
  {
    name: 'an unknown key',
    passage: 'stance: explicit',
    by: 'stence: explicit',
    field: 'contributions[0].stence',
    message: /no field `stence`/,
    remedy: /Did you mean `stance`/,
  },
  {
    name: 'an unknown key that is like none',
    file: 'people.yaml',
    passage: '  name: Ada Lund',
    by: '  name: Ada Lund\n  shoesize: "39"',
    line: 'shoesize',
    field: '[0].shoesize',
    message: /no field `shoesize`/,
    remedy: /one of: id, name, family, honorific, aliases/,
  },
  {
    name: 'a missing field',
    passage: '    text: Ports in the north lack crane drivers.\n',
    by: '',
    line: '- id: hd-2-2',
    field: 'contributions[1].text',
    message: /`text` is missing/,
    remedy: /Add it\. One claim/,
  },
  {
    name: 'a number where text belongs',
    passage: '    at: "3"',
    by: '    at: 3',
    field: 'contributions[0].at',
    message: /cannot be the number 3/,
    remedy: /quotes: "3"/,
  },
  {
    name: 'text where a list belongs',
    passage: 'by: [bo-ek]',
    by: 'by: bo-ek',
    field: 'contributions[0].by',
    message: /should be a list/,
    remedy: /Write a list/,
  },
  {
    name: 'text where a number belongs',
    passage: 'value: 80',
    by: 'value: "80"',
    field: 'sessions[0].attendance.value',
    message: /should be a (whole )?number, but is "80"/,
    remedy: /without quotes/,
  },
  {
    name: 'a value that is not in the list',
    passage: 'kind: statement',
    by: 'kind: statment',
    field: 'contributions[1].kind',
    message: /cannot be "statment"/,
    remedy: /Did you mean "statement"/,
  },
  {
    name: 'an id in the wrong form',
    file: 'people.yaml',
    passage: 'id: ada-lund',
    by: 'id: Ada_Lund',
    field: '[0].id',
    message: /wrong form: "Ada_Lund"/,
    remedy: /Lower-case words/,
    among: 2,
  },
  {
    name: 'an empty text',
    passage: 'text: Ports in the north lack crane drivers.',
    by: 'text: " "',
    field: 'contributions[1].text',
    message: /`text` is empty/,
    remedy: /Fill it/,
  },
  {
    name: 'a text that is too long',
    passage: 'text: Ports in the north lack crane drivers.',
    by: `text: ${'Ports lack drivers. '.repeat(40)}`,
    field: 'contributions[1].text',
    message: /at most 600 characters, but has 799/,
    remedy: /split it/,
  },
  {
    name: 'a link that is not https',
    file: 'sources.yaml',
    passage: '  kind: report',
    by: '  kind: report\n  url: http://ports.example/report',
    line: 'url:',
    field: '[0].url',
    message: /wrong form/,
    remedy: /https:\/\//,
  },
  {
    name: 'a goal above 17',
    passage: 'sdgs: [{ goal: 8, link: named }]',
    by: 'sdgs: [{ goal: 18, link: named }]',
    field: 'contributions[0].sdgs[0].goal',
    message: /at most 17/,
    remedy: /1 to 17/,
  },
  {
    name: 'a language that goals are not written in',
    file: 'vocabulary/goals.yaml',
    passage: 'short: { en: decent work,',
    by: 'short: { de: Arbeit, en: decent work,',
    line: 'short:',
    field: '[0].short.de',
    message: /no field `de` here/,
    remedy: /en, fr, es, ru, ar, zh/,
  },
  // References
  {
    name: 'a topic that does not exist',
    passage: 'topics: [digital-skills]',
    by: 'topics: [digital-skill]',
    field: 'contributions[0].topics[0]',
    message: /There is no topic "digital-skill"/,
    remedy: /Did you mean "digital-skills"\? Otherwise add .* topics\.yaml/,
  },
  {
    name: 'a maker that is of another kind',
    passage: 'by: [bo-ek]',
    by: 'by: [digital-skills]',
    field: 'contributions[0].by[0]',
    message: /no person or organization or session "digital-skills".*topic/,
    remedy: /people\.yaml/,
  },
  {
    name: 'a person that does not exist',
    passage: 'person: bo-ek',
    by: 'person: bo-eck',
    field: 'sessions[1].appearances[1].person',
    message: /There is no person "bo-eck"/,
    remedy: /Did you mean "bo-ek"/,
  },
  {
    name: 'an organization that does not exist',
    passage: 'organizers: [{ organization: office-of-ports',
    by: 'organizers: [{ organization: office-of-port',
    field: 'sessions[0].organizers[0].organization',
    message: /no organization "office-of-port"/,
    remedy: /Did you mean "office-of-ports"/,
  },
  {
    name: 'a group that does not exist',
    file: 'organizations.yaml',
    passage: 'kind: public-bodies',
    by: 'kind: lighthouses',
    field: '[0].kind',
    message: /no group "lighthouses"/,
    remedy: /vocabulary\/groups\.yaml/,
  },
  {
    name: 'a country that does not exist',
    passage: 'countries: [SE]',
    by: 'countries: [XX]',
    field: 'contributions[0].countries[0]',
    message: /no country "XX"/,
    remedy: /vocabulary\/countries\.yaml/,
  },
  {
    name: 'a goal that the vocabulary lacks',
    passage: 'sdgs: [{ goal: 8, link: named }]',
    by: 'sdgs: [{ goal: 9, link: named }]',
    field: 'contributions[0].sdgs[0].goal',
    message: /no goal "9"/,
    remedy: /vocabulary\/goals\.yaml/,
  },
  {
    name: 'an action line that does not exist',
    passage: 'line: c7-e-employment',
    by: 'line: c7-employment',
    field: 'sessions[0].actionLines[0].line',
    message: /no action line "c7-employment"/,
    remedy: /Did you mean "c7-e-employment"/,
  },
  {
    name: 'a session that does not exist',
    passage: 'kind: statement\n    session: harbour-day-opening',
    by: 'kind: statement\n    session: harbour-day-open',
    line: 'session: harbour-day-open\n',
    field: 'contributions[1].session',
    message: /no session "harbour-day-open"/,
    remedy: /Did you mean "harbour-day-opening"/,
  },
  {
    name: 'a parent that does not exist',
    passage: 'parent: harbour-day',
    by: 'parent: harbor-days',
    field: 'sessions[1].parent',
    message: /no session "harbor-days"/,
    remedy: /Did you mean "harbour-day"/,
    among: 2,
  },
  {
    name: 'a broader term that does not exist',
    file: 'topics.yaml',
    passage: 'broader: skills',
    by: 'broader: skill',
    field: '[1].broader',
    message: /no topic "skill"/,
    remedy: /Did you mean "skills"/,
  },
  {
    name: 'a figure within nothing',
    passage: 'within: hd-2-2',
    by: 'within: hd-9-9',
    field: 'contributions[2].within',
    message: /no contribution "hd-9-9"/,
    remedy: /Did you mean/,
  },
  {
    name: 'a reference given twice',
    passage: 'topics: [digital-skills]',
    by: 'topics: [digital-skills, digital-skills]',
    field: 'contributions[0].topics[1]',
    message: /given twice/,
    remedy: /once/,
  },
  // Evidence
  {
    name: 'no evidence at all',
    passage: '    at: "3"\n',
    by: '',
    line: '- id: hd-2-1',
    field: 'contributions[0].at',
    message: /`at` is missing/,
    remedy: /Where it stands/,
  },
  {
    name: 'a place that the source does not have',
    passage: 'at: ["4", "annex"]',
    by: 'at: ["4", "anex"]',
    field: 'contributions[1].at[1]',
    message: /"harbour-report" has no place "anex"/,
    remedy: /Did you mean "annex"/,
  },
  {
    name: 'a source that does not exist',
    passage: '"harbour-news#p2"',
    by: '"harbor-news#p2"',
    field: 'contributions[2].at[1]',
    message: /no source "harbor-news"/,
    remedy: /Did you mean "harbour-news"/,
  },
  {
    name: 'a range backwards',
    passage: 'at: "1-2"',
    by: 'at: "2-1"',
    field: 'sessions[0].at',
    message: /runs backwards/,
    remedy: /Write "1-2"/,
  },
  {
    name: 'a place in no known form',
    passage: 'at: "1-2"',
    by: 'at: "1, 2"',
    field: 'sessions[0].at',
    message: /not a place/,
    remedy: /Several are a list/,
  },
  {
    name: 'a place cited twice',
    passage: 'at: ["4", "annex"]',
    by: 'at: ["4", "4", "annex"]',
    field: 'contributions[1].at[1]',
    message: /cited twice/,
    remedy: /once/,
  },
  {
    name: 'evidence without a source, where the file has none of its own',
    file: 'organizations.yaml',
    passage: 'at: "harbour-report#1"',
    by: 'at: "1"',
    field: '[0].at',
    message: /`at` (cannot be|has the wrong form)/,
    remedy: /source#place/,
  },
  {
    name: 'a named goal of a session without the place',
    passage: '- { goal: 8, link: named, at: "2" }',
    by: '- { goal: 8, link: named }',
    field: 'sessions[0].sdgs[0]',
    message: /named.*`at` is missing/,
    remedy: /link: related/,
  },
  {
    name: 'nobody who made the claim',
    passage: '    by: [bo-ek]\n',
    by: '',
    line: '- id: hd-2-1',
    field: 'contributions[0]',
    message: /Nobody makes this claim/,
    remedy: /`voice`/,
  },
  // Places of sources
  {
    name: 'places that run backwards',
    file: 'sources.yaml',
    passage: '    - from: 1\n      to: 4',
    by: '    - from: 4\n      to: 1',
    field: '[0].places[0].from',
    message: /run backwards/,
    remedy: /from: 1, to: 4/,
  },
  {
    name: 'numbered places without the number in the label',
    file: 'sources.yaml',
    passage: 'label: paragraph {n}',
    by: 'label: paragraph',
    field: '[0].places[0].label',
    message: /no \{n\}/,
    remedy: /paragraph \{n\}/,
  },
  {
    name: 'a place listed twice',
    file: 'sources.yaml',
    passage: '- at: annex',
    by: '- at: "4"',
    line: 'places:',
    field: '[0].places',
    message: /"4" is listed twice/,
    remedy: /once/,
    among: 3,
  },
  // Identity and hierarchy
  {
    name: 'an id taken by an entry of the same kind',
    passage: 'id: hd-2-2',
    by: 'id: hd-2-1',
    line: 'id: hd-2-1\n    kind: statement',
    field: 'contributions[1].id',
    message: /taken by a contribution \(events\/.*event\.yaml:\d+\)/,
    remedy: /Merge/,
    among: 2,
  },
  {
    name: 'an id taken by an entry of another kind',
    file: 'topics.yaml',
    passage: 'synonyms: [computer literacy]\n  broader: skills',
    by: 'synonyms: [computer literacy]\n  broader: skills\n- id: bo-ek\n  name: boeck',
    line: 'id: bo-ek',
    field: '[2].id',
    message: /taken by a person \(people\.yaml:3\)/,
    remedy: /another id/,
  },
  {
    name: 'a circle of broader terms',
    file: 'topics.yaml',
    passage: '  name: skills\n',
    by: '  name: skills\n  broader: digital-skills\n',
    line: 'broader: digital-skills',
    field: '[0].broader',
    message: /circle: skills → digital-skills → skills/,
    remedy: /Remove `broader`/,
  },
  {
    name: 'a session that is its own part',
    passage: '    kind: conference',
    by: '    kind: conference\n    parent: harbour-day',
    line: 'parent: harbour-day\n',
    field: 'sessions[0].parent',
    message: /circle: harbour-day → harbour-day/,
    remedy: /Remove `parent`/,
  },
  // Sessions
  {
    name: 'a fact neither given nor unstated',
    passage: 'unstated: [supporters, funders, materials]',
    by: 'unstated: [supporters, funders]',
    line: '- id: harbour-day',
    field: 'sessions[0]',
    message: /`materials` is neither given nor/,
    remedy: /add "materials" to `unstated`/,
  },
  {
    name: 'a fact both given and unstated',
    passage: 'unstated: [supporters, funders, materials]',
    by: 'unstated: [supporters, funders, materials, place]',
    field: 'sessions[0].unstated[3]',
    message: /`place` is given and listed as unstated/,
    remedy: /Remove "place"/,
  },
  {
    name: 'people that appear in a part, and unstated in the whole',
    passage: 'unstated: [supporters, funders, materials]',
    by: 'unstated: [supporters, funders, materials, appearances]',
    field: 'sessions[0].unstated[3]',
    message: /`appearances` is given and listed as unstated/,
    remedy: /Remove "appearances"/,
  },
  {
    name: 'a date that is none',
    passage: 'on: "2023-05-04"',
    by: 'on: "2023-02-30"',
    field: 'sessions[0].date.on',
    message: /no date 2023-02-30/,
    remedy: /month or the day/,
  },
  {
    name: 'an end before the beginning',
    passage: 'until: "2023-05-05"',
    by: 'until: "2023-05-01"',
    field: 'sessions[0].date.until',
    message: /not after/,
    remedy: /Correct one/,
  },
  {
    name: 'somebody twice in the same part',
    passage: '- person: bo-ek\n        part: speaker',
    by: '- person: ada-lund\n        part: moderator',
    line: '- person: ada-lund\n        part: moderator\n        country',
    field: 'sessions[1].appearances[1]',
    message: /appears twice as moderator/,
    remedy: /Merge/,
  },
  // Contributions
  {
    name: 'a recommendation without its stance',
    passage: '    stance: explicit\n',
    by: '',
    line: 'kind: recommendation',
    field: 'contributions[0].kind',
    message: /needs `stance`/,
    remedy: /implied/,
  },
  {
    name: 'a stance where there is no recommendation',
    passage: '    by: [harbour-day]\n    at: ["4", "annex"]',
    by: '    by: [harbour-day]\n    stance: implied\n    at: ["4", "annex"]',
    line: 'stance: implied',
    field: 'contributions[1].stance',
    message: /Only a recommendation has `stance`/,
    remedy: /Remove `stance`/,
  },
  {
    name: 'somebody addressed where there is no recommendation',
    passage: '    by: [harbour-day]\n    at: ["4", "annex"]',
    by: '    by: [harbour-day]\n    to: [employers]\n    at: ["4", "annex"]',
    line: 'to: [employers]\n    at',
    field: 'contributions[1].to',
    message: /Only a recommendation is addressed/,
    remedy: /Remove `to`/,
  },
  {
    name: 'a figure without its number',
    passage:
      '    figure: { value: 300, qualifier: about, unit: workers, subject: missing crane drivers, year: 2023 }\n',
    by: '',
    line: 'kind: figure',
    field: 'contributions[2].kind',
    message: /needs `figure`/,
    remedy: /value, unit and subject/,
  },
  {
    name: 'a poll without its question',
    passage:
      '    poll:\n      question: Will cranes be driven from afar?\n      options: [{ label: "yes", result: most, share: 0.7 }]\n',
    by: '',
    line: 'kind: poll',
    field: 'contributions[3].kind',
    message: /needs `poll`/,
    remedy: /question and options/,
  },
  {
    name: 'a figure within a contribution of another session',
    passage: 'kind: statement\n    session: harbour-day-opening',
    by: 'kind: statement\n    session: harbour-day',
    line: 'within: hd-2-2',
    field: 'contributions[2].within',
    message: /"hd-2-2" belongs to the session "harbour-day"/,
    remedy: /same session/,
  },
  {
    name: 'a figure within a figure',
    passage: 'within: hd-2-2',
    by: 'within: hd-2-3',
    field: 'contributions[2].within',
    message: /within itself/,
    remedy: /the statement/,
  },
  {
    name: 'a statement within another',
    passage: '    by: [harbour-day]\n    at: ["4", "annex"]',
    by: '    by: [harbour-day]\n    within: hd-2-1\n    at: ["4", "annex"]',
    line: 'within: hd-2-1',
    field: 'contributions[1].within',
    message: /Only a figure/,
    remedy: /Remove/,
  },
  // Words
  {
    name: 'Markdown',
    passage: 'text: Ports in the north lack crane drivers.',
    by: 'text: Ports in the **north** lack crane drivers.',
    field: 'contributions[1].text',
    message: /Markdown: \*\*/,
    remedy: /plain text/,
  },
  {
    name: 'a mention',
    passage: 'text: Ports in the north lack crane drivers.',
    by: 'text: Ports in the north lack <@U123> drivers.',
    field: 'contributions[1].text',
    message: /mention: <@/,
    remedy: /plain words/,
  },
  {
    name: 'a mention of everybody',
    passage: 'voice: a member of the audience',
    by: 'voice: "@everyone in the room"',
    field: 'contributions[2].voice',
    message: /mention: @everyone/,
    remedy: /plain words/,
  },
  {
    name: 'an invisible character',
    file: 'people.yaml',
    passage: 'name: Ada Lund',
    by: 'name: "Ada\\u200bLund"',
    field: '[0].name',
    message: /invisible or broken character: U\+200B/,
    remedy: /anew/,
  },
  {
    name: 'a control character',
    file: 'people.yaml',
    passage: 'name: Ada Lund',
    by: 'name: "Ada\\u0007Lund"',
    field: '[0].name',
    message: /invisible or broken character: U\+0007/,
    remedy: /anew/,
  },
  {
    name: 'HTML',
    passage: 'title: Opening',
    by: 'title: <b>Opening</b>',
    field: 'sessions[1].title',
    message: /HTML: <b>/,
    remedy: /without tags/,
  },
  {
    name: 'a text of two lines',
    passage: 'text: Ports in the north lack crane drivers.',
    by: 'text: |\n      Ports in the north\n      lack crane drivers.',
    field: 'contributions[1].text',
    message: /more than one line/,
    remedy: />-/,
  },
  {
    name: 'a claim made twice',
    passage: 'text: Ports in the north lack crane drivers.',
    by: 'text: employers should train dockers in digital skills!',
    field: 'contributions[1].text',
    message: /that of "hd-2-1"/,
    remedy: /Keep one/,
  },
  {
    name: 'a term of two topics',
    file: 'topics.yaml',
    passage: 'synonyms: [computer literacy]',
    by: 'synonyms: [computer literacy, SKILLS]',
    field: '[1].synonyms[1]',
    message: /"SKILLS" is also one of "skills"/,
    remedy: /remove it from the other/,
  },
  {
    name: 'a name of two countries',
    file: 'vocabulary/countries.yaml',
    passage: '  name: Japan',
    by: '  name: Japan\n  aliases: [swedish]',
    line: 'aliases: [swedish]',
    field: '[1].aliases[0]',
    message: /"swedish" is also one of "SE"/,
    remedy: /remove it/,
  },
  // Completeness
  {
    name: 'a place that nothing is taken from',
    file: 'sources.yaml',
    passage: '      to: 4',
    by: '      to: 6',
    line: 'places:',
    field: '[0].places',
    message: /2 of 7 places are not covered: 5, 6\./,
    remedy: /empty: why/,
    level: 'uncovered',
  },
  {
    name: 'a place said to be empty, but cited',
    passage: 'at: ["4", "annex"]',
    by: 'at: ["4", "annex", "index"]',
    file: EVENT,
    line: 'places:',
    field: '[0].places',
    message: /"index" is marked as empty, but is cited/,
    remedy: /Remove `empty`/,
    level: 'uncovered',
  },
  {
    name: 'a topic that nothing has',
    file: 'topics.yaml',
    passage: '  broader: skills\n',
    by: '  broader: skills\n- id: knots\n  name: knots\n',
    line: 'id: knots',
    field: '[2].id',
    message: /Nothing refers to the topic "knots"/,
    remedy: /remove it/,
    level: 'unused',
  },
  {
    name: 'a person who appears nowhere',
    file: 'people.yaml',
    passage: '- id: bo-ek',
    by: '- id: cy-dahl\n  name: Cy Dahl\n- id: bo-ek',
    line: 'id: cy-dahl',
    field: '[1].id',
    message: /"cy-dahl" appears in no session/,
    remedy: /Add an appearance/,
    level: 'unused',
  },
  {
    name: 'an organization that nothing refers to',
    file: 'organizations.yaml',
    passage: '- id: office-of-ports',
    by: '- id: crane-club\n  name: Crane Club\n  kind: employers\n  at: "harbour-report#2"\n- id: office-of-ports',
    line: 'id: crane-club',
    field: '[0].id',
    message: /Nothing refers to the organization "crane-club"/,
    remedy: /remove it/,
    level: 'unused',
  },
];

describe('a spoiled entry is reported', () => {
  test.each(CASES.map((spoiled) => [spoiled.name, spoiled] as const))('%s', async (_name, spoiled) => {
    const file = spoiled.file ?? EVENT;
    const content = spoil(file, spoiled.passage, spoiled.by);
    const problems = await problemsWith({ [file]: content });
    // Two cases spoil the event and are reported where the source is written.
    const where = spoiled.field === '[0].places' && file === EVENT ? 'sources.yaml' : file;
    const within = where === file ? content : (BASE[where] ?? '');
    const marker = spoiled.line ?? (spoiled.by.split('\n')[0] ?? '').trim();
    const found = problems.find(
      (problem) => problem.field === spoiled.field && spoiled.message.test(problem.message),
    );
    if (found === undefined) throw new Error(`Not reported. Found: ${JSON.stringify(problems, null, 2)}`);
    expect(found).toMatchObject({
      file: where,
      line: lineOf(within, marker),
      level: spoiled.level ?? 'error',
    });
    expect(found.column).toBeGreaterThan(0);
    expect(found.remedy).toMatch(spoiled.remedy);
    expect(problems.length).toBeLessThanOrEqual(spoiled.among ?? 1);
  });
});

describe('a spoiled file is reported', () => {
  const files: readonly (readonly [
    name: string,
    file: string,
    content: string | Uint8Array,
    line: number,
    message: RegExp,
    remedy: RegExp,
  ])[] = [
    [
      'a tab as indentation',
      'people.yaml',
      '- id: ada-lund\n\tname: Ada Lund\n',
      2,
      /cannot be read/,
      /spaces/,
    ],
    [
      'an open quote',
      'people.yaml',
      '- id: ada-lund\n  name: "Ada Lund\n',
      3,
      /cannot be read: Missing closing/,
      /Close the quote/,
    ],
    [
      'a colon in plain text',
      'people.yaml',
      '- id: ada-lund\n  name: Ada: Lund\n',
      2,
      /cannot be read/,
      /in quotes/,
    ],
    ['a key twice', 'people.yaml', '- id: ada-lund\n  name: Ada\n  name: Lund\n', 3, /unique/, /once/],
    ['an alias of nothing', 'people.yaml', '- *ada\n', 1, /alias/i, /quotes/],
    ['two documents', 'people.yaml', '[]\n---\n[]\n', 2, /multiple documents/, /---/],
    ['a tag', 'people.yaml', '- !person { id: a }\n', 1, /Unresolved tag/, /!tag/],
    ['an empty file', 'people.yaml', '', 1, /The file is empty/, /\[\] for none/],
    ['comments only', 'people.yaml', '# to do\n', 1, /The file is empty/, /\[\] for none/],
    ['no list', 'people.yaml', 'ada-lund: Ada Lund\n', 1, /should hold a list/, /"- "/],
    [
      'bytes that are not UTF-8',
      'people.yaml',
      Buffer.from('- id: ada-lund\n  name: Ad\xe1 Lund\n', 'latin1'),
      2,
      /not UTF-8/,
      /UTF-8/,
    ],
    ['an empty event', EVENT, '\n', 1, /The file is empty/, /`source:`/],
    ['an event that is a list', EVENT, '- id: a\n', 1, /should be fields/, /name: value/],
    ['an event without a source', EVENT, 'sessions: []\n', 1, /`source` is missing/, /Id of the source/],
    [
      'an event with an unknown key',
      EVENT,
      'source: harbour-report\nsesions: []\n',
      2,
      /no field `sesions`/,
      /`sessions`/,
    ],
    [
      'an event whose sessions are no list',
      EVENT,
      'source: harbour-report\nsessions: none\n',
      2,
      /should be a list/,
      /list/,
    ],
    ['a file with another ending', 'topics.yml', '[]\n', 1, /ends in \.yml/, /Rename it to topics\.yaml/],
    [
      'a file in the wrong place',
      'topic.yaml',
      '[]\n',
      1,
      /not a file of the knowledge/,
      /Did you mean topics\.yaml/,
    ],
  ];
  test.each(files)('%s', async (_name, file, content, line, message, remedy) => {
    const problems = await problemsWith({ [file]: content });
    expect(problems.filter((problem) => problem.file === file)).toHaveLength(1);
    const [found] = problems.filter((problem) => problem.file === file);
    expect(found).toMatchObject({ line, level: 'error' });
    expect(found?.message).toMatch(message);
    expect(found?.remedy).toMatch(remedy);
    // What the file would have held is not missed elsewhere: one mistake, one problem.
    expect(problems).toHaveLength(1);
  });

  test('too many aliases, which would fill the memory', async () => {
    const levels = Array.from(
      { length: 9 },
      (_, n) => `- &l${n + 1} [${Array(10).fill(`*l${n}`).join(', ')}]`,
    );
    const problems = await problemsWith({ 'people.yaml': `- &l0 [a]\n${levels.join('\n')}\n` });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: 'people.yaml', line: 1 });
    expect(problems[0]?.message).toMatch(/cannot be read.*alias/i);
  });

  test('a folder that is not there', async () => {
    const { problems } = await examineKnowledge('/nowhere/at/all');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/\/nowhere\/at\/all.*does not exist/);
    expect(problems[0]?.remedy).toMatch(/KNOWLEDGE_DIR/);
  });
});

test('all problems are reported at once, in the order of the files', async () => {
  const problems = await problemsWith({
    'people.yaml': spoil('people.yaml', 'name: Bo Ek', 'nam: Bo Ek'),
    'topics.yaml': spoil('topics.yaml', 'broader: skills', 'broader: skilz'),
    [EVENT]: spoil(EVENT, 'by: [bo-ek]', 'by: []').replace('at: "1-2"', 'at: "2-1"'),
  });
  const listed = problems.map(({ file, line }) => `${file}:${String(line).padStart(3, '0')}`);
  expect(listed).toEqual([...listed].sort());
  expect(new Set(problems.map(({ file }) => file))).toEqual(new Set(['people.yaml', 'topics.yaml', EVENT]));
  expect(problems.map(({ message }) => message).join('\n')).toMatch(
    /backwards[\s\S]*Nobody makes[\s\S]*`name` is missing[\s\S]*no field `nam`[\s\S]*skilz/,
  );
});
