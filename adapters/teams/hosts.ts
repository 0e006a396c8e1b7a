/**
 * The hosts to which replies may go. An activity names the service that its answer is sent to, with our token on it,
 * so the address is held against a list: before anything is sent, and again at every call.
 */

/** Microsoft's clouds, as TEAMS_CLOUD names them. */
export const CLOUD_NAMES = ['public', 'gcc', 'gcc-high', 'dod'] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

/**
 * Where Teams itself answers in each of them. GCC shares its sign-in with the public cloud, so both are served where nothing is set.
 * Source: the addresses that Microsoft's own SDK lists (@microsoft/agents-hosting, TeamsServiceEndpoints).
 */
export const CLOUD_HOSTS: Readonly<Record<CloudName, readonly string[]>> = {
  public: ['smba.trafficmanager.net', 'smba.infra.gcc.teams.microsoft.com'],
  gcc: ['smba.infra.gcc.teams.microsoft.com'],
  'gcc-high': ['smba.infra.gov.teams.microsoft.us'],
  dod: ['smba.infra.dod.teams.microsoft.us'],
};

/** Who may show our tab in a frame: Teams in a browser, of the same cloud. Source: Microsoft Learn, Tab requirements; GCC High and DoD. */
export const FRAME_HOSTS: Readonly<Record<CloudName, readonly string[]>> = {
  public: ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://teams.cloud.microsoft'],
  gcc: ['https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://teams.cloud.microsoft'],
  'gcc-high': ['https://gov.teams.microsoft.us'],
  dod: ['https://dod.teams.microsoft.us'],
};

export const SERVICE_HOSTS: readonly string[] = CLOUD_HOSTS.public;

export interface ServiceRule {
  /** Host names; `*.example.com` means every name below it. */
  readonly hosts: readonly string[];
  /** Also services on this machine, over plain http. */
  readonly loopback: boolean;
}

/** Whether a reply may go to `url`: https on its usual port without credentials at a listed host, or this machine. */
export function isAllowedService(url: string | undefined, rule: ServiceRule): boolean {
  if (url === undefined || !URL.canParse(url)) {
    return false;
  }
  const { protocol, hostname, port, username, password } = new URL(url);
  if (username !== '' || password !== '') {
    return false;
  }
  if (rule.loopback && (protocol === 'http:' || protocol === 'https:') && isLoopback(hostname)) {
    return true;
  }
  return (
    protocol === 'https:' && port === '' && rule.hosts.some((host) => matches(hostname, host.toLowerCase()))
  );
}

function matches(hostname: string, host: string): boolean {
  return host.startsWith('*.')
    ? hostname.endsWith(host.slice(1)) && hostname.length > host.length - 1
    : hostname === host;
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/u.test(hostname)
  );
}

/** A host name as it may be configured; wildcards only for a whole domain of at least two labels. */
export function isHostRule(text: string): boolean {
  return /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/iu.test(text);
}
