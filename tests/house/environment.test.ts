/**
 * `.env.example` and the configuration of all parts say the same, both ways. After a change of a variable, write the file
 * anew with `UPDATE_ENV_EXAMPLE=1 npm test -- tests/house/environment`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { ADAPTERS } from '../../src/app/registry.ts';
import { HOST_TIMES } from '../../src/contract/host.ts';
import { SERVICE_VARIABLES } from '../../src/service/configuration.ts';
import { printExample, type Section } from '../../src/service/environment.ts';
import { ROOT, readModules } from './modules.ts';

const FILE = path.join(ROOT, '.env.example');

async function sections(): Promise<Section[]> {
  const readers = await Promise.all(
    ADAPTERS.map(async ({ title, configuration }): Promise<Section> => {
      const reader = await configuration();
      const reading = reader.read({}, { host: '127.0.0.1', loopback: true });
      const hint = reading.state === 'off' ? reading.hint : '';
      const note = hint === '' ? '' : `To connect ${title}: ${hint.replace(/\.$/, '')}.`;
      return { title, note, variables: reader.variables };
    }),
  );
  return [{ title: 'Service', note: '', variables: SERVICE_VARIABLES }, ...readers];
}

/** What every program on a terminal may look at. */
const TERMINAL = new Set(['NO_COLOR', 'FORCE_COLOR', 'TERM', 'COLUMNS', 'TMUX']);

const namesOf = (all: readonly Section[]) => all.flatMap(({ variables }) => Object.keys(variables.shape));

describe('.env.example', () => {
  test('is what the configuration of all parts says', async () => {
    const expected = printExample(await sections());
    if (process.env.UPDATE_ENV_EXAMPLE === '1') writeFileSync(FILE, expected);
    expect(readFileSync(FILE, 'utf8')).toBe(expected);
  });

  test('copied as it is, sets nothing', async () => {
    const values = parseEnv(readFileSync(FILE, 'utf8'));
    expect(Object.keys(values).sort()).toEqual(namesOf(await sections()).sort());
    expect(Object.values(values).every((value) => value === '')).toBe(true);
  });

  test('explains every variable in a sentence', async () => {
    for (const { variables } of await sections()) {
      for (const [name, field] of Object.entries(variables.shape)) {
        const description = (field as { description?: string }).description ?? '';
        expect([name, description.length > 20, /[.…]$|https?:\S+$|[\w*,.-]+$/.test(description)]).toEqual([
          name,
          true,
          true,
        ]);
      }
    }
  });
});

describe('the variables', () => {
  test('belong to one part each', async () => {
    const names = namesOf(await sections());
    expect(names.length).toBeGreaterThan(20);
    expect(new Set(names).size).toBe(names.length);
  });

  test('are those that the code reads, and no others', async () => {
    const known = namesOf(await sections());
    const code = readModules('src', 'adapters')
      .map((module) => module.code)
      .join('\n');
    for (const name of known) {
      const places = code.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
      // Once where it is described, and at least once where it is read.
      expect([name, places >= 2]).toEqual([name, true]);
    }
    const read = code.match(/(?:environment|env)(?:\.|\[')([A-Z][A-Z_]+)/g) ?? [];
    const unknown = read.map((place) => place.replace(/^.*[.']/, '')).filter((name) => !known.includes(name));
    expect(unknown.filter((name) => !TERMINAL.has(name))).toEqual([]);
  });

  test('with nothing set, every platform is off and says in a line how to connect it', async () => {
    for (const { name, configuration } of ADAPTERS) {
      const reading = (await configuration()).read({}, { host: '127.0.0.1', loopback: true });
      if (name === 'web') expect(reading.state).toBe('on');
      else {
        expect([name, reading.state]).toEqual([name, 'off']);
        expect(reading.state === 'off' && reading.hint).toMatch(/^[^\n]{20,200}$/);
      }
    }
  });
});

describe('the adapters', () => {
  test('are known by the name of their folder, and state the source of each limit', async () => {
    for (const entry of ADAPTERS) {
      const adapter = await entry.load();
      expect([adapter.name, adapter.title]).toEqual([entry.name, entry.title]);
      expect(adapter.configuration).toBe(await entry.configuration());
      expect(Object.keys(adapter.limits).length).toBeGreaterThan(0);
      for (const [name, { value, source }] of Object.entries(adapter.limits)) {
        expect([name, value > 0, source.length > 3]).toEqual([name, true, true]);
      }
    }
  });

  test('no platform delivers again, or waits for an answer, longer than an answered delivery is remembered', async () => {
    const times: string[] = [];
    for (const entry of ADAPTERS) {
      const { limits } = await entry.load();
      for (const name of ['repeats', 'token', 'turn', 'responseUrlLife']) {
        const limit = limits[name];
        if (limit === undefined) continue;
        times.push(`${entry.name} ${name}`);
        expect([entry.name, name, limit.unit, limit.value <= HOST_TIMES.remember]).toEqual([
          entry.name,
          name,
          'milliseconds',
          true,
        ]);
      }
    }
    expect(times).toEqual(['slack repeats', 'slack responseUrlLife', 'discord token', 'teams turn']);
  });
});
