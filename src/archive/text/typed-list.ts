/** A typed array that grows: doubled when full, cut to its length at the end. */

type Numbers = Uint8Array | Uint32Array;

export interface TypedList<A extends Numbers> {
  readonly length: number;
  push(value: number): void;
  /** The values so far; a view, valid until the next push. */
  values(): A;
}

export function typedList<A extends Numbers>(create: (length: number) => A): TypedList<A> {
  let array = create(1024);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value: number): void {
      if (length === array.length) {
        const larger = create(length * 2);
        larger.set(array);
        array = larger;
      }
      array[length++] = value;
    },
    values: () => array.subarray(0, length) as A,
  };
}
