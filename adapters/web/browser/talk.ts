/**
 * What was said in this tab: every message of every column, in the page and over reloads. Another tab begins anew, and so
 * does the address of a line there.
 */
import type { Shown } from '../playground/answer.ts';

/** A message of a column, as it came. */
export interface Kept {
  readonly shown: Shown;
  /** What was typed to get it; '' for what a press brought. */
  readonly asked: string;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
}

export interface Talk {
  /** What was typed last, and what it could continue: the address of the page. */
  line: string;
  after: string;
  /** What the next line may continue. */
  next: string;
  columns: Readonly<Record<string, readonly Kept[]>>;
}

const PLACE = 'rapporteur-talk';
/** Messages of a column that are kept; earlier ones go. */
const MOST = 40;

export function emptyTalk(): Talk {
  return { line: '', after: '', next: '', columns: {} };
}

export function recallTalk(): Talk {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? '');
    return isTalk(kept) ? kept : emptyTalk();
  } catch {
    return emptyTalk();
  }
}

function isTalk(value: unknown): value is Talk {
  if (typeof value !== 'object' || value === null) return false;
  const { line, after, next, columns } = value as Partial<Talk>;
  return [line, after, next].every((each) => typeof each === 'string') && typeof columns === 'object';
}

/** Keeps as much of the end as the browser takes; where it takes nothing, the talk lasts as long as the page. */
export function keepTalk(talk: Talk): void {
  for (let most = MOST; most > 0; most = Math.floor(most / 2)) {
    const columns = Object.fromEntries(
      Object.entries(talk.columns).map(([name, messages]) => [name, messages.slice(-most)]),
    );
    try {
      sessionStorage.setItem(PLACE, JSON.stringify({ ...talk, columns }));
      return;
    } catch {
      // Too much for the browser: half of it may not be.
    }
  }
}
