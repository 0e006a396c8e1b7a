/** One mark and one colour: what platforms are given is made from `brand/mark.svg`, in the sizes that they ask for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PROJECT } from '../../src/knowledge/project.ts';
import { ACCENT } from '../../src/locales/brand.ts';
import { type Pixels, readPng } from '../support/png.ts';

const read = (file: string) => readFileSync(join(PROJECT, file));
const picture = (name: string) => readPng(read(`brand/${name}`));
const COLOUR = [1, 3, 5].map((at) => Number.parseInt(ACCENT.slice(at, at + 2), 16)).concat(255);

function* all({
  width,
  height,
  at,
}: Pixels): Generator<readonly [x: number, y: number, pixel: readonly number[]]> {
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) yield [x, y, at(x, y)];
}

test('the colour is that of the mark and of the pages', () => {
  expect(read('brand/mark.svg').toString()).toContain(
    `id="ground" width="512" height="512" rx="112" fill="${ACCENT}"`,
  );
  expect(read('adapters/web/assets/page.css').toString()).toContain(`--accent: ${ACCENT};`);
});

test.each([
  ['icon-512.png', 512, 512],
  ['discord-banner.png', 680, 240],
  ['teams-color.png', 192, 192],
  ['teams-outline.png', 32, 32],
])('%s has %i × %i pixels', (name, width, height) => {
  const { width: wide, height: high } = picture(name);
  expect([wide, high]).toEqual([width, height]);
});

test('the pictures are all that there are, and the guides say where they go', () => {
  const guides = ['slack', 'discord', 'teams'].map((name) => read(`docs/${name}.md`).toString()).join('\n');
  const made = readdirSync(join(PROJECT, 'brand')).filter((name) => name.endsWith('.png'));
  expect(made).toHaveLength(4);
  const untold = made.filter((name) => !name.startsWith('teams') && !guides.includes(`brand/${name}`));
  expect(untold).toEqual([]);
});

describe('what Teams asks for (Microsoft Learn, App icons)', () => {
  test('in colour: opaque, the symbol within the inner 120 × 120', () => {
    // Counted first and expected once: a matcher for each pixel would take half a minute.
    const wrong = [...all(picture('teams-color.png'))].filter(
      ([x, y, pixel]) =>
        pixel[3] !== 255 || ((x < 35 || x > 156 || y < 35 || y > 156) && pixel.join() !== COLOUR.join()),
    );
    expect(wrong).toEqual([]);
    expect(picture('teams-color.png').at(96, 48)).toEqual([255, 255, 255, 255]);
  });

  test('as outline: white alone, on nothing', () => {
    const drawn = [...all(picture('teams-outline.png'))].filter(([, , pixel]) => pixel[3] !== 0);
    expect(drawn.filter(([, , [red, green, blue]]) => red !== 255 || green !== 255 || blue !== 255)).toEqual(
      [],
    );
    expect(drawn.length).toBeGreaterThan(150);
    expect(drawn.length).toBeLessThan(600);
  });
});
