/**
 * The app's two icons, drawn here: a speech bubble with lines of text in it, one of them marked, for a rapporteur that
 * shows the line that was asked for.
 *
 * Teams wants a colour icon of 192×192 whose symbol stands within the inner 120×120, and an outline of 32×32 in white
 * on transparent ground (Microsoft Learn: App icons). Shapes are given by their distance from a point, in units of the
 * icon's width, and sampled 16 times a pixel so that edges are smooth.
 */
import { deflateSync } from 'node:zlib';

// Named once: a look-up of the global for each of half a million samples costs more than the drawing.
const { abs, floor, hypot, max, min, round } = Math;

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export const ACCENT = '#1b5e8c';
const GROUND: Colour = [0x1b, 0x5e, 0x8c, 255];
const WHITE: Colour = [255, 255, 255, 255];
const AMBER: Colour = [0xf2, 0xa9, 0x3b, 255];
const NOTHING: Colour = [255, 255, 255, 0];

/** 192×192, full colour. */
export function colourIcon(): Uint8Array {
  const lines = [bar(0.335, 0.39, 0.665), bar(0.335, 0.47, 0.665), bar(0.335, 0.55, 0.55)] as const;
  return draw(192, (x, y) => {
    if (lines[1](x, y) < 0.02) {
      return AMBER;
    }
    if (lines[0](x, y) < 0.0145 || lines[2](x, y) < 0.0145) {
      return GROUND;
    }
    return bubble(x, y, 0.275) < 0 ? WHITE : GROUND;
  });
}

/** 32×32, white on transparent. */
export function outlineIcon(): Uint8Array {
  // Two pixels each, on the grid.
  const lines = [bar(9 / 32, 11 / 32, 23 / 32), bar(9 / 32, 15 / 32, 23 / 32), bar(9 / 32, 19 / 32, 17 / 32)];
  return draw(32, (x, y) => {
    const onEdge = abs(bubble(x, y, 0.4)) < 0.034;
    return onEdge || lines.some((line) => line(x, y) < 1 / 32) ? WHITE : NOTHING;
  });
}

/** Distance from a bubble around the middle that is `half` wide to each side; negative inside. */
function bubble(x: number, y: number, half: number): number {
  const middle = 0.5 - half * 0.1;
  const body = roundedBox(x - 0.5, y - middle, half, half * 0.82, half * 0.26);
  const foot = middle + half * 0.82;
  const tail = triangle(
    x,
    y,
    [0.5 - half * 0.55, foot - 0.02],
    [0.5 - half * 0.05, foot - 0.02],
    [0.5 - half * 0.55, foot + half * 0.38],
  );
  return min(body, tail);
}

function roundedBox(x: number, y: number, width: number, height: number, radius: number): number {
  const dx = abs(x) - width + radius;
  const dy = abs(y) - height + radius;
  return hypot(max(dx, 0), max(dy, 0)) + min(max(dx, dy), 0) - radius;
}

type Point = readonly [number, number];

/** The largest distance from one of the three sides: exact inside, and near enough outside for a thin edge. */
function triangle(x: number, y: number, a: Point, b: Point, c: Point): number {
  const side = ([ax, ay]: Point, [bx, by]: Point): number =>
    ((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / hypot(bx - ax, by - ay);
  return max(side(a, b), side(b, c), side(c, a));
}

/** Distance from a horizontal stroke. */
function bar(from: number, at: number, to: number): (x: number, y: number) => number {
  return (x, y) => hypot(x - min(max(x, from), to), y - at);
}

const SAMPLES = 4;

function draw(size: number, colourAt: (x: number, y: number) => Colour): Uint8Array {
  // Each row begins with the number of its filter; 0 means none.
  const rows = new Uint8Array(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      rows.set(pixel(size, column, row, colourAt), row * (size * 4 + 1) + 1 + column * 4);
    }
  }
  return png(size, rows);
}

/** The mean of the samples, weighted by how much each covers, so that transparent ones lend no colour. */
function pixel(
  size: number,
  column: number,
  row: number,
  colourAt: (x: number, y: number) => Colour,
): Colour {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = (column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size;
    const y = (row + (floor(sample / SAMPLES) + 0.5) / SAMPLES) / size;
    const [r, g, b, a] = colourAt(x, y);
    red += r * a;
    green += g * a;
    blue += b * a;
    alpha += a;
  }
  const mean = (sum: number): number => (alpha === 0 ? 255 : round(sum / alpha));
  return [mean(red), mean(green), mean(blue), round(alpha / (SAMPLES * SAMPLES))];
}

/** Source: W3C, PNG specification: signature, then chunks of length, type, content and CRC. */
function png(size: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, with alpha; no interlace.
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const result = Buffer.alloc(named.length + 8);
  result.writeUInt32BE(content.length, 0);
  result.set(named, 4);
  result.writeUInt32BE(crc(named), named.length + 4);
  return result;
}

function crc(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
    }
  }
  return (remainder ^ 0xffffffff) >>> 0;
}
