/** Milliseconds of processor time that this process has taken since `before`: what else a busy machine does is not judged. */
export function taken(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
