/** The conformance suite over the Slack adapter, requests over Socket Mode. */
import { declareConformance } from './cases.ts';
import { slackDriver } from './drivers/slack.ts';

declareConformance(slackDriver('socket'));
