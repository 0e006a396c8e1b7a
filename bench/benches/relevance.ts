/** How well the indexes rank, on test collections whose answers people have judged. */
import { type Collection, readCollection } from '../data/collection.ts';
import { type Judgements, type Relevance, relevanceOf } from '../measure/metrics.ts';
import { mean, significant } from '../measure/statistics.ts';
import { OURS, OURS_WITH_FEEDBACK } from '../peers/ours.ts';
import type { TextPeer } from '../peers/port.ts';
import { TEXT_PEERS } from '../peers/texts.ts';
import { advance, begin } from '../progress.ts';
import { formatScore, type Table } from '../table.ts';

/** Depth of the rankings, as trec_eval has it. */
const DEPTH = 1_000;
/** Peers that take most of a second for a query are asked every so manieth, unless all is wanted. */
const SAMPLE = 5;
const SLOW = new Set(['fuse.js']);

export interface RelevanceRow extends Relevance {
  readonly engine: string;
  /** How many queries were asked. */
  readonly queries: number;
}

export interface CollectionResult {
  readonly name: string;
  readonly documents: number;
  readonly queries: number;
  readonly rows: readonly RelevanceRow[];
}

export interface RelevanceData {
  readonly collections: readonly CollectionResult[];
}

export async function measureRelevance(folders: readonly string[], isFull: boolean): Promise<RelevanceData> {
  const collections: CollectionResult[] = [];
  for (const folder of folders) {
    const collection = readCollection(folder);
    const rows: RelevanceRow[] = [];
    for (const peer of TEXT_PEERS) {
      begin(`relevance: ${collection.name} · ${peer.name}`);
      rows.push(await measurePeer(peer, collection, isFull || !SLOW.has(peer.name) ? 1 : SAMPLE));
    }
    collections.push({
      name: collection.name,
      documents: collection.documents.length,
      queries: collection.queries.length,
      rows,
    });
  }
  return { collections };
}

async function measurePeer(peer: TextPeer, collection: Collection, step: number): Promise<RelevanceRow> {
  const { documents, judgements } = collection;
  const queries = collection.queries.filter((_, place) => place % step === 0);
  const engine = await peer.build(documents);
  const rankings: { ranking: string[]; judgements: Judgements }[] = [];
  for (const [place, { id, text }] of queries.entries()) {
    const found = await engine.search(text, DEPTH);
    rankings.push({
      ranking: found.flatMap((document) => documents[document]?.id ?? []),
      judgements: judgements.get(id) ?? new Map(),
    });
    advance(`${place + 1}/${queries.length}`);
  }
  const { map, ndcg10, recall10 } = relevanceOf(rankings);
  return {
    engine: peer.name,
    queries: queries.length,
    map: significant(map),
    ndcg10: significant(ndcg10),
    recall10: significant(recall10),
  };
}

/** One line for programs: our own figures on a collection. */
export function ownLine({ name, documents, queries, rows }: CollectionResult): string {
  const plain = rows.find(({ engine }) => engine === OURS);
  const widened = rows.find(({ engine }) => engine === OURS_WITH_FEEDBACK);
  return JSON.stringify({
    collection: name,
    engine: OURS,
    map: plain?.map,
    ndcg10: plain?.ndcg10,
    recall10: plain?.recall10,
    feedback: { map: widened?.map, ndcg10: widened?.ndcg10, recall10: widened?.recall10 },
    documents,
    queries,
  });
}

/** Means over the collections, engine by engine. */
export function meansOf({ collections }: RelevanceData): RelevanceRow[] {
  const [first] = collections;
  return (first?.rows ?? []).map(({ engine }) => {
    const rows = collections.flatMap((one) => one.rows.find((row) => row.engine === engine) ?? []);
    return {
      engine,
      queries: rows.reduce((sum, row) => sum + row.queries, 0),
      map: mean(rows.map((row) => row.map)),
      ndcg10: mean(rows.map((row) => row.ndcg10)),
      recall10: mean(rows.map((row) => row.recall10)),
    };
  });
}

export function relevanceTables(data: RelevanceData): Table[] {
  const columns = ['engine', 'MAP', 'nDCG@10', 'recall@10', 'queries'];
  const rowsOf = (rows: readonly RelevanceRow[]): string[][] =>
    rows.map(({ engine, map, ndcg10, recall10, queries }) => [
      engine,
      formatScore(map),
      formatScore(ndcg10),
      formatScore(recall10),
      `${queries}`,
    ]);
  const tables = data.collections.map(({ name, documents, queries, rows }) => ({
    id: `relevance-${name}`,
    title: `Relevance on ${name}: ${documents.toLocaleString('en')} documents, ${queries} queries`,
    columns,
    rows: rowsOf(rows),
  }));
  if (tables.length < 2) return tables;
  const names = data.collections.map(({ name }) => name).join(', ');
  return [
    ...tables,
    { id: 'relevance-mean', title: `Relevance, mean of ${names}`, columns, rows: rowsOf(meansOf(data)) },
  ];
}
