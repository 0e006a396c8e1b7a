/** The pictures of the README and the guides can be made anew, and are of the size that those show. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, jest, test } from '@jest/globals';
import { PROJECT } from '../../src/knowledge/project.ts';

// Builds, starts the service, and opens a browser.
jest.setTimeout(300_000);

const TEXTS = ['README.md', 'docs/slack.md', 'docs/discord.md', 'docs/teams.md']
  .map((file) => readFileSync(join(PROJECT, file), 'utf8'))
  .join('\n');

test('the screenshots are the pictures of the README and the guides', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-pictures-'));
  try {
    await promisify(execFile)(process.execPath, [join(PROJECT, 'docs/images/take.mjs'), folder]);
    const made = readdirSync(folder).sort();
    const shown = [...TEXTS.matchAll(/images\/([\w-]+\.png)/g)].map(([, name = '']) => name);
    expect(made).toEqual([...new Set(shown)].sort());
    for (const name of made) {
      const [bytes, kept] = [join(folder, name), join(PROJECT, 'docs/images', name)].map((file) =>
        readFileSync(file),
      ) as [Buffer, Buffer];
      // Width and height stand at the beginning of a PNG, after its signature and the head of its first chunk.
      expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect(bytes.subarray(16, 24)).toEqual(kept.subarray(16, 24));
      expect(bytes.length).toBeGreaterThan(30_000);
      expect(kept.length).toBeLessThan(500_000);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
