/** All ways to search texts that are measured. */
import { flexsearch } from './flexsearch.ts';
import { fts5 } from './fts5.ts';
import { fuse } from './fuse.ts';
import { lunr } from './lunr.ts';
import { minisearch } from './minisearch.ts';
import { orama } from './orama.ts';
import { ours, oursWithFeedback } from './ours.ts';
import type { TextPeer } from './port.ts';

export const TEXT_PEERS: readonly TextPeer[] = [
  ours,
  oursWithFeedback,
  minisearch,
  fts5,
  lunr,
  orama,
  flexsearch,
  fuse,
];
