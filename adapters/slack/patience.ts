/** Waiting, but not for long. */

export type Waited<T> = { readonly state: 'done'; readonly value: T } | { readonly state: 'late' };

/** The value of `work`, or `late` after `limit` milliseconds; a rejection of `work` before that rejects. */
export async function waitFor<T>(work: Promise<T>, limit: number): Promise<Waited<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Waited<T>>((resolve) => {
    timer = setTimeout(resolve, limit, { state: 'late' });
  });
  try {
    return await Promise.race([work.then((value): Waited<T> => ({ state: 'done', value })), late]);
  } finally {
    clearTimeout(timer);
  }
}
