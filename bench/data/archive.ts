/**
 * A generated archive of any size, the same for the same seed: a long-running conference with people who come back,
 * topics, goals and countries of the shipped vocabulary, and remarks in some of the sessions.
 */
import type {
  Appearance,
  Contribution,
  ContributionKind,
  Evidence,
  Knowledge,
  Organization,
  Person,
  Place,
  Session,
  Source,
} from '../../src/knowledge/model.ts';
import { distinctNames } from './people.ts';
import { below, pick, type Random, seeded, zipf } from './random.ts';
import { createWriter, type Writer } from './texts.ts';

export interface ArchiveSize {
  readonly sessions: number;
  /** A third of the sessions where it is absent, and at most 50,000. */
  readonly people?: number;
}

const SEED = 20_220_504;
const FIRST_YEAR = 2004;
const YEARS = 20;
const SESSIONS_OF_SOURCE = 500;
const MOST_PEOPLE = 50_000;
/** Share of sessions of which remarks are recorded. */
const RECORDED = 0.2;
const KINDS: readonly ContributionKind[] = ['statement', 'statement', 'recommendation', 'practice'];
const EVIDENCE: readonly Evidence[] = [];

/**
 * @param vocabulary whose topics, groups, goals, action lines and countries the archive is about (the shipped knowledge).
 */
export function generateArchive(vocabulary: Knowledge, size: ArchiveSize, seed = SEED): Knowledge {
  const random = seeded(seed);
  const writer = createWriter(random);
  const sources = sourcesFor(size.sessions);
  const people = peopleOf(random, size.people ?? Math.min(MOST_PEOPLE, Math.ceil(size.sessions / 3)));
  const organizations = organizationsOf(
    random,
    writer,
    vocabulary,
    Math.max(20, Math.ceil(size.sessions / 50)),
  );
  const nextPerson = zipf(random, people.length, 0.6, 5);
  const nextTopic = zipf(random, vocabulary.topics.length, 0.7, 3);
  const nextCountry = zipf(random, vocabulary.countries.length, 0.8, 3);
  const sessions: Session[] = [];
  const appearances: Appearance[] = [];
  const contributions: Contribution[] = [];

  for (let number = 0; number < size.sessions; number++) {
    const id = `s-${number}`;
    const source = sources[Math.floor(number / SESSIONS_OF_SOURCE)]?.id ?? '';
    const evidence: readonly Evidence[] = [{ source, at: `${(number % SESSIONS_OF_SOURCE) + 1}` }];
    const subject = below(random, writer.subjects);
    const topics = [...new Set([nextTopic(), nextTopic()])].flatMap(
      (place) => vocabulary.topics[place] ?? [],
    );
    const country = vocabulary.countries[nextCountry()];
    const named = topics.map((topic) => pick(random, [topic.name, topic.name, ...topic.synonyms]));
    sessions.push({
      id,
      title: writer.title(subject),
      aliases: [],
      kind: pick(random, ['talk', 'talk', 'panel', 'workshop', 'keynote']),
      date: { on: dateOf(random, number, size.sessions), evidence },
      languages: [],
      organizers: random() < 0.3 ? [{ organization: pick(random, organizations).id, evidence }] : [],
      supporters: [],
      funders: [],
      materials: [],
      sdgs: random() < 0.4 ? [{ id: pick(random, vocabulary.goals).id, link: 'named', evidence }] : [],
      actionLines: [],
      topics: topics.map((topic) => ({ id: topic.id, link: 'named' as const, evidence })),
      countries: country !== undefined && random() < 0.5 ? [{ id: country.id, link: 'named', evidence }] : [],
      abstract: writer.text(subject, lengthOf(random, 110), named),
      track: `Track ${1 + (subject % 12)}`,
      room: `Room ${1 + below(random, 20)}`,
      links: [],
      unstated: [],
      evidence,
    });
    const speakers = [...new Set(Array.from({ length: 1 + below(random, 3) }, nextPerson))];
    for (const speaker of speakers) {
      appearances.push({
        person: people[speaker]?.id ?? '',
        session: id,
        part: pick(random, ['speaker', 'speaker', 'panellist', 'moderator']),
        organization: (organizations[speaker % organizations.length] as Organization).id,
        evidence,
      });
    }
    if (random() >= RECORDED) continue;
    for (let count = 1 + below(random, 3); count > 0; count--) {
      const kind = pick(random, KINDS);
      const maker = people[pick(random, speakers)]?.id ?? '';
      contributions.push({
        id: `c-${contributions.length}`,
        kind,
        session: id,
        ...(kind === 'practice' ? { title: writer.title(subject) } : {}),
        ...(kind === 'recommendation' ? { stance: 'explicit' as const } : {}),
        text: writer.text(subject, lengthOf(random, 24), random() < 0.5 ? named.slice(0, 1) : []),
        makers: [{ kind: 'person', id: maker }],
        to:
          kind === 'recommendation'
            ? [{ id: pick(random, vocabulary.groups).id, implied: false, evidence }]
            : [],
        topics: topics.slice(0, 1).map((topic) => topic.id),
        sdgs: [],
        countries: country !== undefined && random() < 0.3 ? [country.id] : [],
        about: [],
        keywords: [],
        evidence,
      });
    }
  }
  return {
    ...vocabulary,
    revision: `generated-${seed}-${size.sessions}`,
    sources,
    sessions,
    appearances,
    people,
    organizations,
    contributions,
  };
}

/** Lengths spread as those of abstracts do: most near the usual, some three times as long. */
const lengthOf = (random: Random, usual: number): number =>
  Math.round(usual * Math.exp((random() + random() + random() - 1.5) * 0.7));

/** In the order of the sessions, spread over the years. */
function dateOf(random: Random, number: number, of: number): string {
  const year = FIRST_YEAR + Math.floor((number / of) * YEARS);
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${year}-${two(1 + below(random, 12))}-${two(1 + below(random, 28))}`;
}

function sourcesFor(sessions: number): Source[] {
  const places: Place[] = Array.from({ length: SESSIONS_OF_SOURCE }, (_, place) => ({
    at: `${place + 1}`,
    label: `entry ${place + 1}`,
  }));
  return Array.from({ length: Math.ceil(sessions / SESSIONS_OF_SOURCE) }, (_, number) => ({
    id: `programme-${number + 1}`,
    title: `Programme, volume ${number + 1}`,
    short: `Programme ${number + 1}`,
    publisher: 'Generated',
    kind: 'programme',
    language: 'English',
    places,
  }));
}

function peopleOf(random: Random, count: number): Person[] {
  return distinctNames(random, count).map((name, number) => ({ id: `p-${number}`, name, aliases: [] }));
}

function organizationsOf(
  random: Random,
  writer: Writer,
  vocabulary: Knowledge,
  count: number,
): Organization[] {
  const kinds = ['Institute', 'Agency', 'Federation', 'University', 'Council', 'Association'];
  return Array.from({ length: count }, (_, number) => {
    const country = pick(random, vocabulary.countries);
    const [word = ''] = writer.title(below(random, writer.subjects)).split(' ');
    return {
      id: `o-${number}`,
      name: `${word} ${pick(random, kinds)} of ${country.name} ${number}`,
      aliases: [],
      kind: pick(random, vocabulary.groups).id,
      country: country.id,
      evidence: EVIDENCE,
    };
  });
}
