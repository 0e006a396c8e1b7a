/** What the playground draws is what people get. */
import { expect, test } from '@jest/globals';
import { openHost } from '../../support/host.ts';
import type { Driver } from '../driver.ts';
import { has, onSurface, rigFor } from '../rigs.ts';
import { expectReply } from '../seeing.ts';

export function declarePreviewCases(driver: Driver): void {
  // Previews are drawn without a language; some platforms send the asker's along.
  const { rig, host } = rigFor(driver, () =>
    openHost({
      wrapEngine: (engine) => ({
        ...engine,
        revision: engine.revision,
        answer: ({ locale: _theirs, ...request }) => engine.answer(request),
      }),
    }),
  );
  const surfaces = (['command', 'mention'] as const).filter((surface) => has(driver, surface));

  test.each(surfaces)('is the payload that is sent, by %s', async (surface) => {
    for (const line of ['sessions sdg8', 'speaker Popova', 'speaker Xqzwv Ktrmpf']) {
      const text = onSurface(surface, line);
      const drawn = driver.adapter.preview.draw(await host().ask({ text }), surface);
      const reply = expectReply(await rig().send(surface, { text }));
      expect(withoutAsker(reply.payload, drawn.payload)).toEqual(withoutAsker(drawn.payload));
      expect(reply.private).toBe(drawn.private);
    }
  });
}

/**
 * A payload without what stands for the asker in its buttons (an id in base 36 between full stops), and of its fields only
 * those that `like` has.
 */
function withoutAsker(payload: unknown, like: unknown = payload): unknown {
  const sent = payload as Readonly<Record<string, unknown>>;
  const fields = Object.fromEntries(Object.keys(like as object).map((name) => [name, sent[name]]));
  return JSON.parse(JSON.stringify(fields).replace(/\.[0-9a-z]{10,13}\./g, '.asker.'));
}
