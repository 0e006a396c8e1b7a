/**
 * How knowledge is written down: one zod schema per kind of YAML file, short forms included. The same schemas
 * become the JSON Schemas with which editors complete and check the files, and their descriptions become the remedies
 * that `check` prints. The expanded form is in `model.ts`.
 */
import * as z from 'zod';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ description: 'Lower-case words joined by hyphens; unique over the whole knowledge.' });
const words = z.string().trim().min(1);
const list = z.array(words);
const at = z.union([words, z.array(words).min(1)]).meta({
  description:
    'Where it stands: a place of the file\'s source ("43"), a range ("44-45"), a list of these, or a place of another source ("other-source#12").',
});
const url = z
  .url({ protocol: /^https$/ })
  .meta({ description: 'A whole address that begins with https://.' });
const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .meta({ description: 'ISO date, month or year, quoted: "2024-05-31", "2024-05" or "2024".' });
const fullDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'A whole ISO date, quoted: "2024-05-31".' });
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'Hours and minutes of 24 hours, quoted: "09:30".' });
const offset = z
  .string()
  .regex(/^[+-]\d{2}:\d{2}$/)
  .meta({ description: 'Offset from UTC as the source prints it, quoted: "+02:00".' });
const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .meta({ description: 'Two-letter code of vocabulary/countries.yaml (ISO 3166-1): JP.' });
const goal = z
  .int()
  .min(1)
  .max(17)
  .meta({ description: 'Number of a Sustainable Development Goal, 1 to 17.' });
const link = z.enum(['named', 'related']).meta({
  description: '`named`: the source says it. `related`: your own judgement; answers show which.',
});
const note = words.meta({ description: 'Further facts that the source gives, in your own words.' });
const aliases = list
  .default([])
  .meta({ description: 'Other names and spellings that people may search by.' });
const synonyms = list
  .default([])
  .meta({ description: 'Other words for the same thing; each leads to one entry of its vocabulary only.' });

/** The facts that a root session must give or list under `unstated`. */
export const SESSION_FACTS = [
  'date',
  'time',
  'place',
  'languages',
  'organizers',
  'supporters',
  'funders',
  'attendance',
  'appearances',
  'materials',
] as const;

const PARTS = [
  'moderator',
  'opening',
  'keynote',
  'panellist',
  'speaker',
  'closing',
  'organizer',
  'author',
] as const;

const CONTRIBUTION_KINDS = ['statement', 'recommendation', 'practice', 'figure', 'poll'] as const;

const place = z.union([
  z.strictObject({
    at: z
      .string()
      .regex(/^[a-z0-9]+([.][a-z0-9]+)*$/)
      .meta({
        description: 'Short name of the place: lower-case letters and digits, parts joined by dots: "2.1".',
      }),
    label: words.meta({ description: 'How people name the place: "section 2, point 1".' }),
    empty: words
      .optional()
      .meta({ description: 'Why nothing is taken from here; such a place needs no coverage.' }),
  }),
  z.strictObject({
    from: z.int().meta({ description: 'Number of the first of these places.' }),
    to: z.int().meta({ description: 'Number of the last of these places.' }),
    label: words.meta({ description: 'With {n} for the number: "paragraph {n}".' }),
  }),
]);

const sourceSchema = z.strictObject({
  id,
  title: words,
  short: words.meta({ description: 'A few words that name the source in a citation.' }),
  publisher: words,
  date: isoDate.optional(),
  kind: words.meta({ description: 'What it is: report, news article, concept note, web page …' }),
  language: words,
  url: url.optional().meta({
    description: 'Where the original stands, shown with every citation: https://…',
  }),
  places: z.array(place).min(1).meta({
    description: 'Everything in it that can be cited, in its order; `check` proves that each is used.',
  }),
});

const organizationRole = z.strictObject({ organization: id, note: note.optional(), at });

const appearance = z.strictObject({
  person: id,
  part: z.enum(PARTS).meta({ description: 'The part played in this session.' }),
  role: words.optional().meta({ description: 'Post held at that time: "Director".' }),
  unit: words.optional().meta({ description: 'Unit of the organization, where it has no entry of its own.' }),
  organization: id.optional(),
  country: countryCode.optional(),
  note: note.optional(),
  at,
});

const material = z.strictObject({
  title: words,
  kind: words.optional(),
  url: url.optional(),
  date: isoDate.optional(),
  publisher: words.optional(),
  note: note.optional(),
  at,
});

export const sessionSchema = z.strictObject({
  id,
  title: words,
  aliases,
  kind: words.meta({ description: 'What it is: webinar, panel, keynote, workshop …' }),
  parent: id.optional().meta({ description: 'Id of the session that this is a part of.' }),
  added: fullDate.optional().meta({
    description:
      'The day on which you took the event into the archive, quoted: "2024-05-31". Only on a session without `parent`.',
  }),
  series: z.strictObject({ name: words, number: words.optional(), at }).optional(),
  date: z.strictObject({ on: isoDate, until: isoDate.optional(), at }).optional(),
  time: z.strictObject({ start: clock, end: clock.optional(), offset: offset.optional(), at }).optional(),
  place: z.strictObject({ name: words, country: countryCode.optional(), at }).optional(),
  languages: z.array(z.strictObject({ name: words, note: note.optional(), at })).default([]),
  organizers: z.array(organizationRole).default([]),
  supporters: z.array(organizationRole).default([]),
  funders: z.array(organizationRole).default([]),
  attendance: z
    .strictObject({
      value: z.int().positive(),
      qualifier: words.optional().meta({ description: '"about", "over", "more than" …' }),
      note: note.optional(),
      at,
    })
    .optional(),
  appearances: z.array(appearance).default([]),
  materials: z.array(material).default([]),
  sdgs: z.array(z.strictObject({ goal, link, note: note.optional(), at: at.optional() })).default([]),
  actionLines: z
    .array(z.strictObject({ line: id, link, note: note.optional(), at: at.optional() }))
    .default([]),
  topics: z.array(z.strictObject({ topic: id, link, note: note.optional(), at: at.optional() })).default([]),
  countries: z
    .array(z.strictObject({ country: countryCode, link, note: note.optional(), at: at.optional() }))
    .default([]),
  summary: words.optional().meta({ description: 'What the session was about, in your own words.' }),
  abstract: words.optional(),
  track: words.optional(),
  room: words.optional(),
  url: url.optional().meta({
    description:
      'The page of the event itself: https://… Shown with it, and with citations of its document where that has no `url`.',
  }),
  links: z.array(z.strictObject({ title: words, url })).default([]),
  unstated: z.array(z.enum(SESSION_FACTS)).default([]).meta({
    description: 'Facts that the sources leave open. A session without `parent` gives or lists each.',
  }),
  at,
});

const figureSchema = z.strictObject({
  value: z.number(),
  qualifier: words.optional().meta({ description: '"about", "over", "more than" … as the source has it.' }),
  unit: words.meta({ description: 'What is counted: "workers", "per cent".' }),
  subject: words.meta({ description: 'What the figure is about: "shortage of ICT workers in Japan".' }),
  year: z.int().optional().meta({ description: 'The year that the figure is for.' }),
});

const pollSchema = z.strictObject({
  question: words,
  options: z
    .array(
      z.strictObject({
        label: words,
        result: words.meta({ description: 'As the source has it: "62 per cent", "the majority".' }),
        share: z
          .number()
          .min(0)
          .max(1)
          .optional()
          .meta({ description: 'The result as a number from 0 to 1.' }),
      }),
    )
    .min(1),
});

/** The bare id is what archives had before an addressee needed evidence: it is read, and `check` asks for more. */
const addressee = z.union([
  id,
  z.strictObject({
    group: id.meta({ description: 'Id of a group of vocabulary/groups.yaml.' }),
    at: at.optional(),
    implied: z.literal(true).optional().meta({
      description: 'Not named there, but nobody else can be meant; answers say so. Instead of `at`.',
    }),
  }),
]);

export const contributionSchema = z.strictObject({
  id,
  kind: z.enum(CONTRIBUTION_KINDS).meta({
    description:
      'recommendation: what somebody should do. practice: a concrete initiative. figure: a claim whose core is a number. poll: a vote and its result. statement: the rest.',
  }),
  session: id.meta({ description: 'Id of the session, or of the part of it, in which the claim was made.' }),
  title: words.optional().meta({ description: 'A few words that name a practice or a poll.' }),
  text: words.max(600).meta({
    description: 'One claim in one or two sentences, in your own words, understandable on its own.',
  }),
  by: z
    .array(id)
    .default([])
    .meta({ description: 'Ids of people, organizations or sessions that made the claim.' }),
  voice: words
    .optional()
    .meta({ description: 'A maker whom the source does not name: "a member of the audience".' }),
  stance: z
    .enum(['explicit', 'implied'])
    .optional()
    .meta({ description: 'Recommendations only: said outright, or left to be understood.' }),
  to: z.array(addressee).default([]).meta({
    description:
      'Recommendations only: whom the source addresses: { group: employers, at: "43" }, or { group: employers, implied: true } where it leaves that to be understood.',
  }),
  topics: z.array(id).default([]).meta({ description: 'Ids of topics.yaml.' }),
  sdgs: z.array(z.strictObject({ goal, link, note: note.optional(), at: at.optional() })).default([]),
  countries: z.array(countryCode).default([]).meta({ description: 'Countries that the claim is about.' }),
  about: z
    .array(id)
    .default([])
    .meta({ description: 'Ids of organizations and people that the claim is about.' }),
  keywords: list.default([]).meta({
    description: "Further words that people may search by: the source's own terms, everyday words.",
  }),
  figure: figureSchema.optional(),
  poll: pollSchema.optional(),
  within: id.optional().meta({
    description: 'Figures only: id of the contribution that the figure stands in; both are shown once.',
  }),
  at,
});

/** A file below `events/`: any part of one event. `source` is what bare places in `at` refer to. */
export const eventFileSchema = z.strictObject({
  source: id.meta({ description: 'Id of the source that bare places in this file refer to.' }),
  sessions: z.array(sessionSchema).default([]),
  contributions: z.array(contributionSchema).default([]),
});

/** What an event's file holds beside its entries, which are checked one by one. */
export const eventHeadSchema = eventFileSchema.extend({
  sessions: z.array(z.unknown()).default([]),
  contributions: z.array(z.unknown()).default([]),
});

const personSchema = z.strictObject({
  id,
  name: words.meta({ description: 'As the sources print it, without honorific.' }),
  family: words
    .optional()
    .meta({ description: 'The family name, where it is not simply the last word of the name.' }),
  honorific: words.optional(),
  aliases,
});

const organizationSchema = z.strictObject({
  id,
  name: words,
  abbreviation: words.optional(),
  aliases,
  kind: id.meta({ description: 'Id of a group of vocabulary/groups.yaml.' }),
  country: countryCode.optional(),
  parent: id.optional().meta({ description: 'Id of the organization that this is a unit of.' }),
  at: z.union([z.string().includes('#'), z.array(z.string().includes('#')).min(1)]).meta({
    description: 'Where it is named: "source#place", or a list of these.',
  }),
});

const topicSchema = z.strictObject({
  id,
  name: words.meta({ description: 'The preferred term.' }),
  synonyms,
  broader: id.optional().meta({ description: 'Id of the wider entry that this belongs to.' }),
});
const groupSchema = topicSchema;
const byLanguage = z.record(z.enum(['en', 'fr', 'es', 'ru', 'ar', 'zh']), words);
const goalSchema = z.strictObject({ goal, short: byLanguage, title: byLanguage, aliases });
const actionLineSchema = z.strictObject({
  id,
  code: z
    .string()
    .regex(/^C\d{1,2}$/)
    .meta({ description: 'Number of the action line: C7.' }),
  title: words,
  parent: id.optional().meta({ description: 'Id of the action line that this is a part of.' }),
  aliases,
});
const equivalentSchema = z.strictObject({
  id,
  words: z
    .array(
      z
        .string()
        .regex(/^[^\sA-Z-]+( [^\sA-Z-]+){0,2}$/)
        .meta({
          description:
            'One word, or two or three with a space between, in small letters and without a hyphen.',
        }),
    )
    .min(2)
    .meta({ description: 'Words that people use for about the same thing in what this archive is about.' }),
});
const countrySchema = z.strictObject({ id: countryCode, name: words, aliases });

/** Every kind of knowledge file but those of events: where it lies below `knowledge/` and what it holds. */
export const FILES = {
  'sources.yaml': z.array(sourceSchema),
  'people.yaml': z.array(personSchema),
  'organizations.yaml': z.array(organizationSchema),
  'topics.yaml': z.array(topicSchema),
  'vocabulary/groups.yaml': z.array(groupSchema),
  'vocabulary/goals.yaml': z.array(goalSchema),
  'vocabulary/action-lines.yaml': z.array(actionLineSchema),
  'vocabulary/countries.yaml': z.array(countrySchema),
  'vocabulary/equivalents.yaml': z.array(equivalentSchema),
} as const;
