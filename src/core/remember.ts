/**
 * The same pure function, which keeps its last result: asked for the same value again, it gives that.
 * For what does not change from frame to frame, and for what several layers ask of one day.
 */
export function remember<Value, Result>(of: (value: Value) => Result): (value: Value) => Result {
  let last: { value: Value; result: Result } | undefined;
  return (value) => {
    if (!last || last.value !== value) last = { value, result: of(value) };
    return last.result;
  };
}
