/** Condition key -> its values. A key that is not there is absent, which is not the same as empty. */
export type ConditionContext = Readonly<Record<string, readonly string[]>>;

/** The values of a key, whatever the case in which it is written ("condition key names are not case-sensitive"). */
export function valuesOf(context: ConditionContext, key: string): readonly string[] | undefined {
  if (Object.hasOwn(context, key)) return context[key];
  const wanted = key.toLowerCase();
  const name = Object.keys(context).find((candidate) => candidate.toLowerCase() === wanted);
  return name === undefined ? undefined : context[name];
}
