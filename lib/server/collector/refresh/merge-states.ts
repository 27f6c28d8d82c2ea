/** States by function, as they are stored: JSON that was a `FunctionState` once. */
function arnOf(state: unknown): unknown {
  return typeof state === "object" && state !== null ? Reflect.get(state, "FunctionArn") : undefined;
}

/** The states of a snapshot with those of one function replaced, and without those of functions that are gone. */
export function mergeStates(
  known: readonly unknown[],
  functionArn: string,
  read: readonly unknown[],
  functions: readonly object[] | undefined,
): unknown[] {
  const names = functions && new Set(functions.map((fn) => unqualified(arnOf(fn))));
  const others = known.filter((state) => {
    const arn = unqualified(arnOf(state));
    return arn !== functionArn && (names === undefined || names.has(arn));
  });
  return [...others, ...read];
}

function unqualified(arn: unknown): unknown {
  return typeof arn === "string" ? arn.split(":").slice(0, 7).join(":") : arn;
}
