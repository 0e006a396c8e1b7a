/**
 * Property tests draw the same values in every run, so that what fails, fails by the change under test and fails again.
 * `PROPERTY_SEED=$RANDOM npm test` looks elsewhere; what that finds becomes a case of its own.
 */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261201) });

export { fc };
