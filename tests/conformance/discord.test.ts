/** The conformance suite over the Discord adapter, over the Gateway. */
import { declareConformance } from './cases.ts';
import { discordDriver } from './drivers/discord.ts';

declareConformance(discordDriver);
