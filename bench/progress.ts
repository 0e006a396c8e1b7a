/** Says on standard error what is going on: in place on a terminal, a line per step elsewhere. */
const isTerminal = process.stderr.isTTY;
const started = performance.now();
let step = '';
let lastShown = 0;

const elapsed = (): string => `${((performance.now() - started) / 1_000).toFixed(0)} s`.padStart(6);

/** A step has begun. */
export function begin(text: string): void {
  step = text;
  write(text, true);
}

/** How far the step is; shown at most ten times a second, and on terminals only. */
export function advance(detail: string): void {
  if (!isTerminal || performance.now() - lastShown < 100) return;
  write(`${step} ${detail}`, false);
}

/** Clears the line before something else is printed. */
export function finish(): void {
  if (isTerminal) process.stderr.write('\r\u001b[K');
}

function write(text: string, isStep: boolean): void {
  lastShown = performance.now();
  const line = `${elapsed()}  ${text}`;
  if (isTerminal) process.stderr.write(`\r\u001b[K${line}`);
  else if (isStep) process.stderr.write(`${line}\n`);
}
