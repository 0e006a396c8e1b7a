/**
 * How knowledge is written down: one zod schema per kind of YAML file, short forms included. The same schemas
 * become the JSON Schemas with which editors complete and check the files. The expanded form is in `model.ts`.
 */
import { z } from 'zod';

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
const url = z.url({ protocol: /^https$/ });
const isoDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .meta({ description: 'ISO date, month or year, quoted.' });
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const countryCode = z.string().regex(/^[A-Z]{2}$/);
const goal = z.int().min(1).max(17);
const link = z.enum(['named', 'related']).meta({
  description: '`named`: the source says it. `related`: your own judgement; answers show which.',
});

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

export const PARTS = [
  'moderator',
  'opening',
  'keynote',
  'panellist',
  'speaker',
  'closing',
  'organizer',
  'author',
] as const;

export const CONTRIBUTION_KINDS = ['statement', 'recommendation', 'practice', 'figure', 'poll'] as const;

const place = z.union([
  z.strictObject({
    at: z.string().regex(/^[a-z0-9]+([.][a-z0-9]+)*$/),
    label: words,
    empty: words
      .optional()
      .meta({ description: 'Why nothing is taken from here; such a place needs no coverage.' }),
  }),
  z.strictObject({
    from: z.int(),
    to: z.int(),
    label: words.meta({ description: 'With {n} for the number: "paragraph {n}".' }),
  }),
]);

export const sourceSchema = z.strictObject({
  id,
  title: words,
  short: words,
  publisher: words,
  date: isoDate.optional(),
  kind: words,
  language: words,
  url: url.optional(),
  places: z.array(place).min(1),
});

const organizationRole = z.strictObject({ organization: id, note: words.optional(), at });

const appearance = z.strictObject({
  person: id,
  part: z.enum(PARTS),
  role: words.optional(),
  unit: words.optional(),
  organization: id.optional(),
  country: countryCode.optional(),
  note: words.optional(),
  at,
});

const material = z.strictObject({
  title: words,
  kind: words.optional(),
  url: url.optional(),
  date: isoDate.optional(),
  publisher: words.optional(),
  note: words.optional(),
  at,
});

export const sessionSchema = z.strictObject({
  id,
  title: words,
  aliases: list.default([]),
  kind: words,
  parent: id.optional(),
  series: z.strictObject({ name: words, number: words.optional(), at }).optional(),
  date: z.strictObject({ on: isoDate, until: isoDate.optional(), at }).optional(),
  time: z
    .strictObject({
      start: clock,
      end: clock.optional(),
      offset: z
        .string()
        .regex(/^[+-]\d{2}:\d{2}$/)
        .optional(),
      at,
    })
    .optional(),
  place: z.strictObject({ name: words, country: countryCode.optional(), at }).optional(),
  languages: z.array(z.strictObject({ name: words, note: words.optional(), at })).default([]),
  organizers: z.array(organizationRole).default([]),
  supporters: z.array(organizationRole).default([]),
  funders: z.array(organizationRole).default([]),
  attendance: z
    .strictObject({ value: z.int().positive(), qualifier: words.optional(), note: words.optional(), at })
    .optional(),
  appearances: z.array(appearance).default([]),
  materials: z.array(material).default([]),
  sdgs: z.array(z.strictObject({ goal, link, note: words.optional(), at: at.optional() })).default([]),
  actionLines: z
    .array(z.strictObject({ line: id, link, note: words.optional(), at: at.optional() }))
    .default([]),
  topics: z.array(z.strictObject({ topic: id, link, note: words.optional(), at: at.optional() })).default([]),
  countries: z
    .array(z.strictObject({ country: countryCode, link, note: words.optional(), at: at.optional() }))
    .default([]),
  summary: words.optional(),
  abstract: words.optional(),
  track: words.optional(),
  room: words.optional(),
  links: z.array(z.strictObject({ title: words, url })).default([]),
  unstated: z.array(z.enum(SESSION_FACTS)).default([]),
  at,
});

export const figureSchema = z.strictObject({
  value: z.number(),
  qualifier: words.optional(),
  unit: words,
  subject: words,
  year: z.int().optional(),
});

export const pollSchema = z.strictObject({
  question: words,
  options: z
    .array(z.strictObject({ label: words, result: words, share: z.number().min(0).max(1).optional() }))
    .min(1),
});

export const contributionSchema = z.strictObject({
  id,
  kind: z.enum(CONTRIBUTION_KINDS),
  session: id,
  title: words.optional(),
  text: words.max(600),
  by: z
    .array(id)
    .default([])
    .meta({ description: 'Ids of people, organizations or sessions that made the claim.' }),
  voice: words
    .optional()
    .meta({ description: 'A maker whom the source does not name: "a member of the audience".' }),
  stance: z.enum(['explicit', 'implied']).optional(),
  to: z.array(id).default([]),
  topics: z.array(id).default([]),
  sdgs: z.array(z.strictObject({ goal, link, note: words.optional(), at: at.optional() })).default([]),
  countries: z.array(countryCode).default([]),
  about: z
    .array(id)
    .default([])
    .meta({ description: 'Ids of organizations and people that the claim is about.' }),
  keywords: list.default([]),
  figure: figureSchema.optional(),
  poll: pollSchema.optional(),
  within: id.optional(),
  at,
});

/** A file below `events/`: any part of one event. `source` is what bare places in `at` refer to. */
export const eventFileSchema = z.strictObject({
  source: id,
  sessions: z.array(sessionSchema).default([]),
  contributions: z.array(contributionSchema).default([]),
});

export const personSchema = z.strictObject({
  id,
  name: words,
  family: words.optional(),
  honorific: words.optional(),
  aliases: list.default([]),
});

export const organizationSchema = z.strictObject({
  id,
  name: words,
  abbreviation: words.optional(),
  aliases: list.default([]),
  kind: id,
  country: countryCode.optional(),
  parent: id.optional(),
  at: z.union([z.string().includes('#'), z.array(z.string().includes('#')).min(1)]).meta({
    description: 'Where it is named: "source#place", or a list of these.',
  }),
});

export const topicSchema = z.strictObject({
  id,
  name: words,
  synonyms: list.default([]),
  broader: id.optional(),
});
export const groupSchema = topicSchema;
const byLanguage = z.record(z.enum(['en', 'fr', 'es', 'ru', 'ar', 'zh']), words);
export const goalSchema = z.strictObject({
  goal,
  short: byLanguage,
  title: byLanguage,
  aliases: list.default([]),
});
export const actionLineSchema = z.strictObject({
  id,
  code: z.string().regex(/^C\d{1,2}$/),
  title: words,
  parent: id.optional(),
  aliases: list.default([]),
});
export const countrySchema = z.strictObject({ id: countryCode, name: words, aliases: list.default([]) });

/** What an event's file holds beside its entries, which are checked one by one. */
export const eventHeadSchema = eventFileSchema.extend({
  sessions: z.array(z.unknown()).default([]),
  contributions: z.array(z.unknown()).default([]),
});

/** Every kind of knowledge file: where it lies below `knowledge/` and what it holds. */
export const FILES = {
  'sources.yaml': z.array(sourceSchema),
  'people.yaml': z.array(personSchema),
  'organizations.yaml': z.array(organizationSchema),
  'topics.yaml': z.array(topicSchema),
  'vocabulary/groups.yaml': z.array(groupSchema),
  'vocabulary/goals.yaml': z.array(goalSchema),
  'vocabulary/action-lines.yaml': z.array(actionLineSchema),
  'vocabulary/countries.yaml': z.array(countrySchema),
} as const;
