/** What a shape of question is, and the word lists that shapes share. Shapes see folded words with single spaces. */
import type { CommandName, Want } from '../query.ts';

/** What the wording of a question says about what is wanted, taken off the words that are searched for. */
export interface Reading {
  readonly command?: CommandName;
  readonly want?: Want;
  /** Kinds of contribution that the question asks for. */
  readonly kinds?: readonly string[];
  /** Words that name who said it (a person, an organization, a group, a document). */
  readonly by?: string;
  /** "According to": somebody else may have told it of them. */
  readonly reported?: boolean;
  /** Words that name who is addressed; only where a group is known by them. */
  readonly to?: string;
  /** Words that name the event it was said at: "the 2020 webinar". */
  readonly at?: string;
  /** For `figure`: what kind of number is asked for. */
  readonly tells?: 'money' | 'time' | 'share';
  /** A fact that the sources of an event state, or do not state. */
  readonly states?: { readonly fact: string; readonly not: boolean };
  /** For `count`: what is counted. */
  readonly thing?: string;
  /** For `compare`: what stands beside each other, in words. */
  readonly sides?: readonly string[];
  /** The words left to search for. */
  readonly rest: string;
}

export interface Shape {
  readonly pattern: RegExp;
  /** @param part the words of a named group of the pattern, '' where it took no part */
  readonly read: (part: (name: string) => string) => Reading;
}

/** A shape of question; the pattern is compiled once. */
export const shape = (pattern: string, read: Shape['read']): Shape => ({
  pattern: new RegExp(pattern),
  read,
});

/** Verbs of saying that are nothing else. */
export const SAY =
  'say|said|says|saying|tell|told|think|thinks|thought|argue|argued|mention|mentioned|stress|stressed|explain|explained|emphasi[sz]ed?|remark|remarked|talk|talked|speak|spoke|claim|claimed|point out|pointed out|highlight|highlighted|discuss|discussed|underline|underlined|underscore|underscored|describe|described|believe|observe|observed|raise|raised|contribute|commented|warn|warned|add|added';
/** Verbs of saying that may as well be nouns ("the report", "the concept note"): tried after the others. */
export const SAY_OR_NOUN =
  'state|states|stated|note|notes|noted|report|reports|reported|present|presents|presented|comment|comments|share|shared';
export const ADVISE =
  'recommend|recommended|recommends|suggest|suggested|propose|proposed|advise|advised|advocate|advocated|urge|urged|call for|called for|want|wanted|demand|demanded|ask for|asked for';
export const ABOUT =
  '(?: (?:about|on|of|regarding|concerning|with regard to|in relation to|around|for|that|to))?';
export const EVENTS = 'sessions?|events?|webinars?|meetings?|forums?|conferences?|talks?|segments?';
export const SOMEBODY = 'who|which (?:speakers?|people|persons?|experts?|panell?ists?|organi[sz]ations?)';
/** One event, told by what kind of event it is. */
export const EVENT =
  '(?:webinar|session|segment|forum|meeting|event|conference|panel|concept note|round ?table|summit|hearing|seminar|workshop|dialogue|symposium|congress|assembly|consultation|colloquium|gathering)';
