/**
 * Loads a package that only the benchmarks have. Its name stands in a variable, so that types can be checked where it is not
 * installed; each peer says itself what it uses of it.
 */
export async function loadPackage<Module>(name: string): Promise<Module> {
  return (await import(name)) as Module;
}
