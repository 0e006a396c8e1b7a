/** The variables that connect Teams, and what they must look like. */
import * as z from 'zod';
import type {
  ConfigurationProblem,
  ConfigurationReader,
  Configured,
  Environment,
  Surroundings,
} from '../../src/contract/adapter.ts';
import { CLOUD_HOSTS, CLOUD_NAMES, type CloudName, isHostRule } from './hosts.ts';

export type TeamsConfig =
  | {
      readonly mode: 'cloud';
      readonly appId: string;
      readonly password: string;
      readonly tenant: string;
      readonly cloud: CloudName;
      readonly hosts: readonly string[];
    }
  /** Without tokens, on this machine only. */
  | { readonly mode: 'local'; readonly appId?: string };

const variables = z.object({
  TEAMS_APP_ID: z
    .string()
    .optional()
    .describe('Application (client) ID of the app registration in Microsoft Entra; a GUID. Connects Teams.'),
  TEAMS_APP_PASSWORD: z
    .string()
    .optional()
    .describe('The value (not the ID) of a client secret of that registration.'),
  TEAMS_TENANT_ID: z
    .string()
    .optional()
    .describe(
      'Directory (tenant) ID of that registration; a GUID or a domain such as contoso.onmicrosoft.com.',
    ),
  TEAMS_CLOUD: z
    .string()
    .optional()
    .describe(
      `Microsoft's cloud in which the bot is registered, which decides sign-in, issuer and hosts: ${CLOUD_NAMES.join(', ')}. Usual: public`,
    ),
  TEAMS_SERVICE_HOSTS: z
    .string()
    .optional()
    .describe(
      `Hosts that replies may go to, in the place of those of the cloud; separated by commas, *.example.com means all below. Usual: ${CLOUD_HOSTS.public.join(',')}`,
    ),
  TEAMS_LOCAL: z
    .string()
    .optional()
    .describe(
      '1 serves Teams without tokens, for the Agents Playground. Refused unless HOST is a loopback address. Never for real use.',
    ),
});

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/iu;

function read(environment: Environment, surroundings: Surroundings): Configured<TeamsConfig> {
  const value = (name: string): string => environment[name]?.trim() ?? '';
  const id = value('TEAMS_APP_ID').toLowerCase();
  const password = value('TEAMS_APP_PASSWORD');
  const tenant = value('TEAMS_TENANT_ID');
  const local = value('TEAMS_LOCAL');

  if (id === '' && password === '' && tenant === '' && (local === '' || local === '0')) {
    return {
      state: 'off',
      hint: 'Set TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID (docs/teams.md), or TEAMS_LOCAL=1 to try it here.',
    };
  }

  const problems: ConfigurationProblem[] = [];
  const problem = (variable: string, message: string, remedy: string): void => {
    problems.push({ variables: [variable], message, remedy });
  };
  if (local !== '' && local !== '0' && local !== '1') {
    problem('TEAMS_LOCAL', 'is neither 1 nor 0', 'Set it to 1 to try Teams on this machine, or remove it.');
  }
  if (id !== '' && !GUID.test(id)) {
    problem('TEAMS_APP_ID', 'is not a GUID', 'Copy the "Application (client) ID" of the app registration.');
  }

  if (local === '1') {
    if (!surroundings.loopback) {
      problems.push({
        variables: ['TEAMS_LOCAL', 'HOST'],
        message: `TEAMS_LOCAL=1 switches all checks of the sender off, and HOST=${surroundings.host} can be reached from outside`,
        remedy: 'Remove TEAMS_LOCAL, or set HOST=127.0.0.1.',
      });
    }
    if (surroundings.publicUrl?.startsWith('https:') === true) {
      problems.push({
        variables: ['TEAMS_LOCAL', 'PUBLIC_URL'],
        message: `TEAMS_LOCAL=1 switches all checks of the sender off, and ${surroundings.publicUrl} leads here from outside`,
        remedy: 'Remove TEAMS_LOCAL, or PUBLIC_URL.',
      });
    }
    return problems.length > 0
      ? { state: 'wrong', problems }
      : {
          state: 'on',
          config: { mode: 'local', ...(id === '' ? {} : { appId: id }) },
          summary: 'without tokens, on this machine only (TEAMS_LOCAL=1)',
          overHttp: false,
        };
  }

  if (id === '') {
    problem('TEAMS_APP_ID', 'is not set', 'Copy the "Application (client) ID" of the app registration.');
  }
  if (password === '') {
    problem(
      'TEAMS_APP_PASSWORD',
      'is not set',
      'Make a client secret under "Certificates & secrets" and copy its value.',
    );
  } else if (GUID.test(password)) {
    problem(
      'TEAMS_APP_PASSWORD',
      'is a GUID, so it is the ID of the secret and not its value',
      'Copy the column "Value"; it is shown only once, so make a new secret if it is lost.',
    );
  }
  if (/\s/u.test(password)) {
    problem(
      'TEAMS_APP_PASSWORD',
      'has white space in it, so more than the value was copied, or something else',
      'Copy the column "Value" by the button beside it.',
    );
  }
  if (tenant === '') {
    problem('TEAMS_TENANT_ID', 'is not set', 'Copy the "Directory (tenant) ID" of the app registration.');
  } else if (!GUID.test(tenant) && !DOMAIN.test(tenant)) {
    problem(
      'TEAMS_TENANT_ID',
      'is neither a GUID nor a domain',
      'Copy the "Directory (tenant) ID" of the app registration.',
    );
  }

  const named = value('TEAMS_CLOUD').toLowerCase();
  const cloud = CLOUD_NAMES.find((name) => name === (named || 'public'));
  if (cloud === undefined) {
    problem('TEAMS_CLOUD', 'names no cloud of Microsoft', `Set it to one of ${CLOUD_NAMES.join(', ')}.`);
  }
  const given = value('TEAMS_SERVICE_HOSTS')
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
  for (const host of given.filter((one) => !isHostRule(one))) {
    problem(
      'TEAMS_SERVICE_HOSTS',
      `holds "${host.slice(0, 80)}", which is not a host name`,
      'Write host names without https:// and without a path, separated by commas.',
    );
  }
  if (problems.length > 0 || cloud === undefined) {
    return { state: 'wrong', problems };
  }
  return {
    state: 'on',
    config: {
      mode: 'cloud',
      appId: id,
      password,
      tenant,
      cloud,
      hosts: given.length > 0 ? given : CLOUD_HOSTS[cloud],
    },
    summary: `app ${id} at /api/messages${cloud === 'public' ? '' : `, in Microsoft's cloud ${cloud}`}`,
    overHttp: true,
  };
}

export const configuration: ConfigurationReader<TeamsConfig> = { variables, read };
