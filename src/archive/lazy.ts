/**
 * What is made when it is first needed. Text indexes cost a cold start more than all else, and a request of filters alone
 * needs none.
 */
export function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
