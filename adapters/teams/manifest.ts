import type { Manifest, ManifestRequest } from '../../src/adapter.ts';
export async function manifest(_request: ManifestRequest): Promise<Manifest> {
  return { output: '' };
}
