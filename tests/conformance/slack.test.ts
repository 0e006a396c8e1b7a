/** The conformance suite over the Slack adapter, requests over signed HTTP. */
import { declareConformance } from './cases.ts';
import { slackDriver } from './drivers/slack.ts';

declareConformance(slackDriver('http'));
