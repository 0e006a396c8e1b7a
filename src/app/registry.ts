/**
 * The adapters there are. Each is imported when it is asked for: the configuration's reader alone first, and the adapter
 * only where it is configured. Only main.ts and the command line import this.
 */
import type { Adapter, ConfigurationReader } from '../contract/adapter.ts';

export interface RegistryEntry {
  /** Folder name, and what `manifest -- NAME` takes. */
  readonly name: string;
  readonly title: string;
  /** What it reads from the environment. */
  configuration(): Promise<ConfigurationReader<unknown>>;
  load(): Promise<Adapter>;
}

export const ADAPTERS: readonly RegistryEntry[] = [
  {
    name: 'slack',
    title: 'Slack',
    configuration: async () => (await import('../../adapters/slack/config.ts')).configuration,
    load: async () => (await import('../../adapters/slack/adapter.ts')).slack,
  },
  {
    name: 'discord',
    title: 'Discord',
    configuration: async () => (await import('../../adapters/discord/config.ts')).configuration,
    load: async () => (await import('../../adapters/discord/adapter.ts')).discord,
  },
  {
    name: 'teams',
    title: 'Microsoft Teams',
    configuration: async () => (await import('../../adapters/teams/config.ts')).configuration,
    load: async () => (await import('../../adapters/teams/adapter.ts')).teams,
  },
  {
    name: 'web',
    title: 'Web page',
    configuration: async () => (await import('../../adapters/web/config.ts')).configuration,
    load: async () => (await import('../../adapters/web/adapter.ts')).web,
  },
];
