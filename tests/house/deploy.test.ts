/** What is deployed: a unit whose words systemd knows and that keeps what the guide promises, and a container without secrets. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { CONNECTION_LIMITS } from '../../src/service/connections.ts';
import { HTTP_LIMITS } from '../../src/service/http.ts';
import { ROOT } from './modules.ts';

const read = (...file: string[]) => readFileSync(path.join(ROOT, ...file), 'utf8');

describe('deploy/rapporteur.service', () => {
  const settings = new Map(
    read('deploy', 'rapporteur.service')
      .split('\n')
      .filter((line) => /^[A-Za-z]+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );

  test('has what weighs most with systemd-analyze security', () => {
    expect(Object.fromEntries(settings)).toMatchObject({
      DynamicUser: 'yes',
      CapabilityBoundingSet: '',
      NoNewPrivileges: 'yes',
      ProtectSystem: 'strict',
      ProtectHome: 'yes',
      PrivateTmp: 'yes',
      PrivateDevices: 'yes',
      PrivateUsers: 'yes',
      ProtectKernelTunables: 'yes',
      ProtectKernelModules: 'yes',
      ProtectControlGroups: 'yes',
      RestrictNamespaces: 'yes',
      RestrictAddressFamilies: 'AF_INET AF_INET6 AF_UNIX',
      SystemCallArchitectures: 'native',
      UMask: '0077',
    });
    // Node's compiler would not start with it.
    expect(settings.has('MemoryDenyWriteExecute')).toBe(false);
  });

  test('leaves time to end and files enough for all connections', () => {
    expect(Number(settings.get('TimeoutStopSec')) * 1000).toBeGreaterThan(10_000 + HTTP_LIMITS.firstByte);
    expect(Number(settings.get('LimitNOFILE'))).toBeGreaterThan(
      2 * (CONNECTION_LIMITS.all + CONNECTION_LIMITS.reserve) * 1.5,
    );
    expect(settings.get('RestartPreventExitStatus')).toBe('2');
  });
});

test('.dockerignore keeps out secrets, what was installed, and nothing that the build needs', () => {
  const lines = read('.dockerignore').split('\n');
  for (const name of ['.env', '.git', '**/node_modules', 'dist', '.state']) expect(lines).toContain(name);
  for (const name of [
    'src',
    'adapters',
    'scripts',
    'knowledge',
    'brand',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    expect(lines).not.toContain(name);
});
