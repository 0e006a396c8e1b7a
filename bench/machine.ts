/** The machine that was measured on; figures are worth nothing without it. */
import { readFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  /** Processes that wanted to run when it began, by the average of a minute: above 0.5 the machine was not quiet. */
  readonly load: number;
}

export function describeMachine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${arch()}`,
    node: process.version,
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

/** Versions of packages, by name, as a package.json pins them. */
export function pinnedVersions(packageFile: string): Readonly<Record<string, string>> {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(packageFile, 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
  };
  return { ...devDependencies, ...dependencies };
}
