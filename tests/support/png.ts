/** Reads the pixels of a picture: PNG with 8 bits a channel, in RGB or RGBA, without interlace. */
import { inflateSync } from 'node:zlib';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha. */
  at(x: number, y: number): readonly number[];
}

export function readPng(bytes: Buffer): Pixels {
  if (bytes.subarray(1, 4).toString('latin1') !== 'PNG') throw new Error('This is no PNG.');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[bytes[25] ?? 0];
  if (bytes[24] !== 8 || channels === undefined || bytes[28] !== 0) throw new Error('No such PNG is read.');
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const rows = unfilter(inflateSync(Buffer.concat(data)), width * channels, channels);
  return {
    width,
    height,
    at(x, y) {
      const start = y * width * channels + x * channels;
      const pixel = [...rows.subarray(start, start + channels)];
      return channels === 4 ? pixel : [...pixel, 255];
    },
  };
}

/** Source: W3C, PNG specification, 9: filtering. */
function unfilter(filtered: Buffer, length: number, step: number): Buffer {
  const height = filtered.length / (length + 1);
  const rows = Buffer.alloc(height * length);
  for (let row = 0; row < height; row += 1) {
    const filter = filtered[row * (length + 1)];
    for (let at = 0; at < length; at += 1) {
      const here = row * length + at;
      const left = at < step ? 0 : (rows[here - step] ?? 0);
      const up = row === 0 ? 0 : (rows[here - length] ?? 0);
      const corner = at < step || row === 0 ? 0 : (rows[here - length - step] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      rows[here] = (filtered[row * (length + 1) + 1 + at] ?? 0) + guess;
    }
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((each) => Math.abs(guess - each)) as [number, number, number];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
