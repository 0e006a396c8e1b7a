/**
 * The tables, as Kysely types them. Times are milliseconds since the epoch by the database's clock; `until` is when a row
 * is over. Ids made by `digestOf` stand for keys that name people and places.
 */

export interface Schema {
  /** One row: how far the migrations went. */
  schema_version: { version: number };
  deliveries: DeliveryRow;
  threads: Kept & { continuation: string };
  messages: Kept & { standing: string };
  installations: { platform: string; workspace: string; value: string };
  feedback: FeedbackRow;
  notes: { platform: string; key: string; value: string; until: number | null };
  owed: OwedRow;
  questions: QuestionRow;
  /** `given` is the last number that was taken, `served` the last that had its turn; `until` is the end of the present turn. */
  turns: Kept & { given: number; served: number };
}

interface QuestionRow {
  id: string;
  /** A digest of its words. */
  question: string;
  text: string | null;
  outcome: string;
  at: number;
  until: number;
}

interface Kept {
  /** A digest. */
  id: string;
  until: number;
}

interface DeliveryRow extends Kept {
  /** Whoever claimed it last; nobody else renews, completes or releases it. */
  holder: string;
  /** 0: `until` is the end of the lease. 1: it was answered, and `until` that long. */
  done: number;
}

interface FeedbackRow {
  id: string;
  at: number;
  platform: string;
  line: string;
  revision: string;
  helpful: number;
  until: number;
}

interface OwedRow extends Kept {
  platform: string;
  payload: string;
  /** When it was put, for the order. */
  at: number;
  /** Not to be claimed before: the end of a lease, or of a pause after a failure. */
  due: number;
  /** Empty where nobody has it. */
  holder: string;
  tries: number;
}

/** Tables whose rows end at `until`. */
export const EXPIRING = [
  'deliveries',
  'threads',
  'messages',
  'feedback',
  'notes',
  'owed',
  'questions',
  'turns',
] as const;
