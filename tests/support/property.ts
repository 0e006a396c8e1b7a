/**
 * Property tests draw the same values in every run, so that what fails, fails by the change under test and fails again.
 * `PROPERTY_SEED=$RANDOM npm test` looks elsewhere; what that finds becomes a case of its own.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261201) });

/** Any characters at all. `fc.string` with the unit "binary" would first make a table of all million. */
export function anyCharacters(maxLength?: number): fc.Arbitrary<string> {
  const length = maxLength === undefined ? {} : { maxLength };
  const character = fc
    .integer({ min: 0, max: 0x10ffff - 0x800 })
    // Halves of pairs are no characters.
    .map((index) => String.fromCodePoint(index < 0xd800 ? index : index + 0x800));
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(character, length).map((all) => all.join('')) },
    // Plain letters, and names that objects have anyway, as __proto__.
    { weight: 1, arbitrary: fc.string(length) },
  );
}

export { fc };
