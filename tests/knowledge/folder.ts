/**
 * A small, complete knowledge folder on disk, and ways to spoil it.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';

/** Path below the folder → content. */
export type Files = Readonly<Record<string, string>>;

/** Invented throughout; every place is covered, every entry is used, so that `check` finds nothing. */
export const BASE: Files = {
  'sources.yaml': `- id: harbour-report
  title: Harbour towns at work
  short: harbour report
  publisher: Office of Ports
  date: "2023-05"
  kind: report
  language: English
  places:
    - from: 1
      to: 4
      label: paragraph {n}
    - at: annex
      label: annex
    - at: index
      label: index
      empty: a list of page numbers
- id: harbour-news
  title: Harbour day
  short: harbour news
  publisher: The Gull
  kind: article
  language: English
  places:
    - at: p1
      label: paragraph 1
    - at: p2
      label: paragraph 2
`,
  'people.yaml': `- id: ada-lund
  name: Ada Lund
- id: bo-ek
  name: Bo Ek
  aliases: [B. Ek]
`,
  'organizations.yaml': `- id: office-of-ports
  name: Office of Ports
  abbreviation: OOP
  kind: public-bodies
  country: SE
  at: "harbour-report#1"
`,
  'topics.yaml': `- id: skills
  name: skills
- id: digital-skills
  name: digital skills
  synonyms: [computer literacy]
  broader: skills
`,
  'vocabulary/groups.yaml': `- id: public-bodies
  name: public bodies
- id: employers
  name: employers
  synonyms: [companies]
`,
  'vocabulary/goals.yaml': `- goal: 8
  short: { en: decent work, fr: travail, es: trabajo, ru: труд, ar: عمل, zh: 体面工作 }
  title: { en: Work and growth, fr: Travail et croissance, es: Trabajo y crecimiento, ru: Труд и рост, ar: العمل والنمو, zh: 工作和增长 }
  aliases: [jobs goal]
`,
  'vocabulary/action-lines.yaml': `- id: c7
  code: C7
  title: ICT applications
- id: c7-e-employment
  code: C7
  title: E-employment
  parent: c7
`,
  'vocabulary/countries.yaml': `- id: SE
  name: Sweden
  aliases: [Swedish]
- id: JP
  name: Japan
`,
  'events/2023-05-harbour/event.yaml': `source: harbour-report
sessions:
  - id: harbour-day
    title: Harbour day
    kind: conference
    added: "2023-06-30"
    date: { on: "2023-05-04", until: "2023-05-05", at: "1" }
    time: { start: "09:00", end: "17:00", offset: "+02:00", at: "1" }
    place: { name: Visby, country: SE, at: harbour-news#p1 }
    languages: [{ name: Swedish, at: "1" }]
    organizers: [{ organization: office-of-ports, at: "1" }]
    attendance: { value: 80, at: "2" }
    sdgs:
      - { goal: 8, link: named, at: "2" }
    actionLines:
      - { line: c7-e-employment, link: related }
    countries:
      - { country: SE, link: named, at: "1" }
    unstated: [supporters, funders, materials]
    at: "1-2"
  - id: harbour-day-opening
    title: Opening
    kind: opening
    parent: harbour-day
    appearances:
      - person: ada-lund
        part: moderator
        organization: office-of-ports
        at: "2"
      - person: bo-ek
        part: speaker
        country: SE
        at: "2"
    at: "2"
contributions:
  - id: hd-2-1
    kind: recommendation
    session: harbour-day-opening
    text: Employers should train dockers in digital skills.
    by: [bo-ek]
    stance: explicit
    to: [{ group: employers, at: "3" }]
    topics: [digital-skills]
    sdgs: [{ goal: 8, link: named }]
    countries: [SE]
    at: "3"
  - id: hd-2-2
    kind: statement
    session: harbour-day-opening
    text: Ports in the north lack crane drivers.
    by: [harbour-day]
    at: ["4", "annex"]
  - id: hd-2-3
    kind: figure
    session: harbour-day-opening
    text: About 300 crane drivers are missing in the north.
    voice: a member of the audience
    about: [office-of-ports]
    figure: { value: 300, qualifier: about, unit: workers, subject: missing crane drivers, year: 2023 }
    within: hd-2-2
    at: ["4", "harbour-news#p2"]
  - id: hd-2-4
    kind: poll
    session: harbour-day-opening
    title: Cranes
    text: Most of the room expected cranes to be driven from afar.
    by: [harbour-day]
    poll:
      question: Will cranes be driven from afar?
      options: [{ label: "yes", result: most, share: 0.7 }]
    at: "annex"
`,
};

export const EVENT = 'events/2023-05-harbour/event.yaml';

const made: string[] = [];

/** A contribution that the events' files lack, in a file of its own. */
export const GULLS = `source: harbour-news
contributions:
  - id: hn-1
    kind: statement
    session: harbour-day
    text: Gulls slept through the speeches.
    by: [harbour-day]
    at: p1
`;

/** A new temporary folder, removed when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
  made.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A folder with the base, some files of it replaced or added. */
export function knowledgeFolder(changes: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = temporaryFolder();
  writeFiles(folder, { ...BASE, ...changes });
  return folder;
}

/** The content of one base file with `passage` replaced; throws where the passage is not there exactly once. */
export function spoil(file: string, passage: string, replacement: string): string {
  const content = BASE[file] ?? '';
  if (content.split(passage).length !== 2)
    throw new Error(`"${passage}" is not there exactly once in ${file}`);
  return content.replace(passage, () => replacement);
}

/** Line, from 1, in which `passage` first begins. */
export function lineOf(content: string, passage: string): number {
  const index = content.indexOf(passage);
  if (index === -1) throw new Error(`"${passage}" is not there`);
  return content.slice(0, index).split('\n').length;
}
