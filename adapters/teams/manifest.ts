/** The app package of Teams: a zip of the manifest and the two icons, or the manifest alone. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import type { Manifest, ManifestRequest } from '../../src/contract/adapter.ts';
import { needAbove } from '../../src/kit/above.ts';
import { appManifest, MANIFEST_VERSION, type Options } from './app-manifest.ts';
import { LIMITS } from './limits.ts';

/** Stands in for what is not known yet; the output says so. */
const NO_ID = '00000000-0000-0000-0000-000000000000';
const NO_SITE = 'https://example.org';

const USAGE = `manifest -- teams [--out FILE.zip] [--name NAME] [--app-version 1.0.0]
  [--developer NAME] [--website URL] [--privacy URL] [--terms URL]
Without --out the manifest is printed. TEAMS_APP_ID, PUBLIC_URL and PUBLIC_ARCHIVE are read from the environment.`;

export async function manifest(request: ManifestRequest): Promise<Manifest> {
  const { out, options, notes } = readOptions(request);
  const id = request.environment.TEAMS_APP_ID?.trim().toLowerCase() ?? '';
  if (id === '') {
    notes.push(
      'TEAMS_APP_ID is not set: the package holds a placeholder that Teams will not take. Set it and build again.',
    );
  } else if (!GUID.test(id)) {
    throw new Error(
      'TEAMS_APP_ID is not a GUID: copy the "Application (client) ID" of the app registration.',
    );
  }
  const origin = httpsOrigin(request.environment.PUBLIC_URL);
  const publicArchive = request.environment.PUBLIC_ARCHIVE?.trim() === '1';
  if (origin === undefined || !publicArchive) {
    notes.push('without PUBLIC_URL and PUBLIC_ARCHIVE=1 there is no tab with the archive.');
  }
  const place = { origin, publicArchive };
  const text = `${JSON.stringify(appManifest(request.declarations, id || NO_ID, options, place), undefined, 2)}\n`;
  if (out === undefined) {
    return { output: text };
  }
  const files = {
    'manifest.json': new TextEncoder().encode(text),
    'color.png': readFileSync(needAbove('brand/teams-color.png')),
    'outline.png': readFileSync(needAbove('brand/teams-outline.png')),
  };
  // A fixed time makes equal packages of equal content; the zip format knows none before 1980.
  const bytes = zipSync(files, { level: 9, mtime: '1980-01-02T00:00:00Z' });
  return {
    output: [
      `${out}: app package of ${options.name} ${options.version} for Teams, manifest ${MANIFEST_VERSION}.`,
      ...notes.map((note) => `Note: ${note}`),
      'Upload it in Teams under Apps → Manage your apps → Upload an app (docs/teams.md).',
      '',
    ].join('\n'),
    files: [{ path: out, bytes }],
  };
}

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
const VERSION = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/u;

function readOptions({ arguments: given, environment }: ManifestRequest): {
  out: string | undefined;
  options: Options;
  notes: string[];
} {
  const text = { type: 'string' } as const;
  const fields = {
    out: text,
    name: text,
    'app-version': text,
    developer: text,
    website: text,
    privacy: text,
    terms: text,
  };
  let values: Partial<Record<keyof typeof fields, string>>;
  try {
    values = parseArgs({ args: [...given], options: fields, strict: true }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
  const notes: string[] = [];
  const origin = httpsOrigin(environment.PUBLIC_URL);
  if (values.website === undefined && origin === undefined) {
    notes.push(`without --website or PUBLIC_URL the links to the developer lead to ${NO_SITE}.`);
  }
  const website = values.website ?? origin ?? NO_SITE;
  const options: Options = {
    name: values.name ?? 'Rapporteur',
    version: values['app-version'] ?? '1.0.0',
    developer: values.developer ?? 'Rapporteur',
    website,
    privacy: values.privacy ?? website,
    terms: values.terms ?? website,
  };
  const wrong = [
    ...tooLong('--name', options.name, LIMITS.manifestNameShort.value),
    ...tooLong('--developer', options.developer, LIMITS.manifestDeveloperName.value),
    ...(VERSION.test(options.version) ? [] : ['--app-version is not of the form 1.0.0']),
    ...(['website', 'privacy', 'terms'] as const)
      .filter(
        (name) => httpsOrigin(options[name]) === undefined || options[name].length > LIMITS.manifestUrl.value,
      )
      .map((name) => `--${name} is not an https address`),
  ];
  if (wrong.length > 0) {
    throw new Error(`${wrong.join('; ')}.\n${USAGE}`);
  }
  return { out: values.out, options, notes };
}

function tooLong(name: string, value: string, most: number): readonly string[] {
  return value.trim() === '' || value.length > most ? [`${name} takes 1 to ${most} characters`] : [];
}

function httpsOrigin(url: string | undefined): string | undefined {
  const trimmed = url?.trim();
  return trimmed && URL.canParse(trimmed) && new URL(trimmed).protocol === 'https:'
    ? new URL(trimmed).origin
    : undefined;
}
