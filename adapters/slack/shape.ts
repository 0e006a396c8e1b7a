/**
 * Whether a signed body has the shape of what Slack sends, as far as Bolt takes it for granted: it reads these fields
 * without looking, and a request that is none must not count as a failure of ours.
 */
import * as z from 'zod';

const thing = z.looseObject({});
/** Events name people and channels by their ids or as objects. */
const named = z.union([z.string(), thing]).optional();

const event = thing.extend({ type: z.string(), user: named, channel: named });

const shapes = {
  event: thing.extend({ event, authorizations: z.array(thing).nullish() }),
  interaction: thing
    .extend({
      type: z.string(),
      user: thing,
      channel: thing.optional(),
      actions: z.array(thing).min(1).optional(),
      view: thing.optional(),
      message: thing.optional(),
    })
    .refine(({ type, view }) => !type.startsWith('view_') || view !== undefined),
  /** Slack's verification of the address, and commands, which are forms of plain fields. */
  other: thing,
};

function shapeOf(body: object): z.ZodType {
  if ('event' in body) return shapes.event;
  // Commands are forms of plain fields, without a type.
  return 'trigger_id' in body && 'type' in body ? shapes.interaction : shapes.other;
}

/** `type` is the content type that the body came with. */
export function isWellFormed(body: Buffer, type: string | undefined): boolean {
  const read = parse(body.toString('utf8'), type ?? '');
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return false;
  return shapeOf(read).safeParse(read).success;
}

/** As Bolt's receiver reads it. */
function parse(text: string, type: string): unknown {
  try {
    if (!type.startsWith('application/x-www-form-urlencoded')) return JSON.parse(text);
    const fields = new URLSearchParams(text);
    const payload = fields.get('payload');
    return payload === null ? Object.fromEntries(fields) : JSON.parse(payload);
  } catch {
    return undefined;
  }
}
