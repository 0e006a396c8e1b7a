/** An engine whose answers wait until a test lets them go: for what happens while an answer is in work. */
import type { Engine } from '../../src/engine.ts';

export interface Held {
  readonly wrapEngine: (engine: Engine) => Engine;
  /** Resolves when the first answer was asked for. */
  readonly asked: Promise<void>;
  /** Lets all answers go, those to come as well. */
  release(): void;
}

export function holdAnswers(): Held {
  let tell = () => {};
  let release = () => {};
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    asked,
    release,
    wrapEngine: (engine) => ({
      ...engine,
      answer: async (request) => {
        tell();
        await released;
        return engine.answer(request);
      },
    }),
  };
}
