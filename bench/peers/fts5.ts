import { STOP_WORDS } from '../../src/lexicon/en/stop-words.ts';
import { tokenize } from '../../src/text/analyse.ts';
import { loadPackage } from './load.ts';
import type { TextPeer } from './port.ts';

interface Statement {
  raw(): Statement;
  all(...values: readonly unknown[]): readonly (readonly number[])[];
  get(...values: readonly unknown[]): readonly number[];
  run(...values: readonly unknown[]): unknown;
}

interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
}

export const fts5: TextPeer = {
  name: 'SQLite FTS5',
  package: 'libsql',
  configuration: 'porter over unicode61, in memory; words but stop words joined by OR; bm25(), order by rank',
  sources: ['https://sqlite.org/fts5.html (4.3 tokenizers, 5.1.1 bm25, 6.8 rank)'],
  async build(documents) {
    const { default: Sqlite } = await loadPackage<{ default: new (path: string) => Database }>('libsql');
    const database = new Sqlite(':memory:');
    database.exec(
      `CREATE VIRTUAL TABLE texts USING fts5(title, body, tokenize = 'porter unicode61 remove_diacritics 2')`,
    );
    const insert = database.prepare('INSERT INTO texts(rowid, title, body) VALUES (?, ?, ?)');
    database.exec('BEGIN');
    for (const [id, { title, body }] of documents.entries()) insert.run(id, title, body);
    database.exec('COMMIT');
    database.exec(`INSERT INTO texts(texts) VALUES ('optimize')`);
    const select = database
      .prepare('SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?')
      .raw();
    return {
      search(text, limit) {
        const words = new Set(tokenize(text).map(({ word }) => word));
        const query = [...words].filter((word) => !STOP_WORDS.has(word)).map((word) => `"${word}"`);
        return query.length === 0 ? [] : select.all(query.join(' OR '), limit).map(([id]) => id as number);
      },
      bytes: () =>
        Number(database.prepare('PRAGMA page_count').raw().get()[0]) *
        Number(database.prepare('PRAGMA page_size').raw().get()[0]),
    };
  },
};
