/** The page needs nothing to be set: it is always there, for this machine, and for everyone with PUBLIC_ARCHIVE=1. */
import * as z from 'zod';
import type { ConfigurationReader } from '../../src/contract/adapter.ts';

export type WebConfiguration = Readonly<Record<string, never>>;

export const configuration: ConfigurationReader<WebConfiguration> = {
  variables: z.object({}),
  read: () => ({ state: 'on', config: {}, summary: 'page', overHttp: false }),
};
