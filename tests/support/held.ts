/** An engine whose answers and forms wait until a test lets them go: for what happens while an answer is in work. */
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
  const held =
    <Asked, Given>(give: (asked: Asked) => Promise<Given>) =>
    async (asked: Asked): Promise<Given> => {
      tell();
      await released;
      return give(asked);
    };
  return {
    asked,
    release,
    wrapEngine: (engine) => ({
      ...engine,
      answer: held(engine.answer),
      refineForm: held(engine.refineForm),
      readRefined: held(engine.readRefined),
    }),
  };
}
