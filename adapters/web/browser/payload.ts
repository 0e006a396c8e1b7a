/** Reads what stands in a payload, whose form nothing promises. */
import type { Payload } from './platform.ts';

export function isRecord(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; nothing for what is none. */
export function records(value: unknown): readonly Payload[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
