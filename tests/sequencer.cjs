/**
 * The order of the suites: those that take long first, so that no worker ends with one alone. On a machine that ran them
 * before, jest knows how long each took; elsewhere it goes by the size of the files, which says little: a suite may be three lines
 * that run all of tests/conformance.
 */
const Sequencer = require('@jest/test-sequencer').default;

/** Longest first. */
const LONG = [
  /\/tests\/conformance\/(?!web)/,
  /\/tests\/adapters\/web\/(?:archive-browser|playground)\.test/,
  /\/tests\/adapters\/discord\/resilience\.test/,
  /\/tests\/(?:dist|scripts|service|app)\//,
  /\/tests\/(?:conformance|engine|answer|house)\//,
  /\/tests\/adapters\//,
];

const rank = ({ path }) => {
  const at = LONG.findIndex((one) => one.test(path));
  return at < 0 ? LONG.length : at;
};

module.exports = class extends Sequencer {
  sort(tests) {
    const known = super.sort(tests);
    const measured = known.every(({ duration }) => duration !== undefined);
    // Sorting is stable: within a rank the order stays.
    return measured ? known : [...known].sort((a, b) => rank(a) - rank(b));
  }
};
