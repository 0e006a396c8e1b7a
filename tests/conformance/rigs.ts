/** Rigs for the cases: one for a whole group, or one of its own for a case that spoils it. */
import { afterAll, beforeAll } from '@jest/globals';
import type { Host } from '../../src/contract/adapter.ts';
import { openHost, type TestHost } from '../support/host.ts';
import type { Driver, Rig, Surface, Waits } from './driver.ts';

/** A rig over a host for all cases of one group. */
export function rigFor(
  driver: Driver,
  open: () => Promise<TestHost> = openHost,
): { readonly rig: () => Rig; readonly host: () => TestHost } {
  let rig: Rig | undefined;
  let host: TestHost | undefined;
  beforeAll(async () => {
    host = await open();
    rig = await driver.start(host);
  });
  afterAll(async () => {
    await rig?.stop();
  });
  return {
    rig: () => rig as Rig,
    host: () => host as TestHost,
  };
}

/** Runs `work` over a rig of its own. */
export async function withRig(
  driver: Driver,
  { host, waits }: { readonly host: Host; readonly waits?: Waits },
  work: (rig: Rig) => Promise<void>,
): Promise<void> {
  const rig = await driver.start(host, waits);
  try {
    await work(rig);
  } finally {
    await rig.stop();
  }
}

let serial = 0;
/** Identities that no other delivery of this run has; digits alone, which every platform's ids are. */
export function newDelivery(): string {
  serial += 1;
  return `${1_000_000_000_000_000_000n + BigInt(process.pid) * 1_000_000n + BigInt(serial)}`;
}

export const SURFACES: readonly Surface[] = ['command', 'mention', 'direct'];

export function has(driver: Driver, surface: Surface): boolean {
  const { commands, mentions, directMessages } = driver.adapter.capabilities;
  return { command: commands, mention: mentions, direct: directMessages }[surface];
}

/** A line in the form of a surface: commands have a slash before them. */
export function onSurface(surface: Surface, line: string): string {
  return surface === 'command' ? `/${line}` : line;
}
