/** The conformance suite over the Teams adapter. */
import { declareConformance } from './cases.ts';
import { teamsDriver } from './drivers/teams.ts';

declareConformance(teamsDriver);
