import type { Filter } from "@aws-sdk/client-rds";
import { AwsError } from "../../aws-error";

/** Filter name -> what of a resource fits it: identifiers fit by name and by ARN. */
export type RdsFilterTable<T> = Readonly<Record<string, (item: T) => readonly (string | undefined)[]>>;

/** The items that pass every filter, each by any of its values. Throws InvalidParameterValue for an unknown name. */
export function passRdsFilters<T>(
  items: readonly T[],
  filters: readonly Filter[] | undefined,
  table: RdsFilterTable<T>,
): T[] {
  const tests = (filters ?? []).map(({ Name: name = "", Values: values = [] }) => {
    const read = Object.hasOwn(table, name) ? table[name] : undefined;
    if (read === undefined) throw new AwsError("InvalidParameterValue", `Unrecognized filter name: ${name}`);
    return (item: T): boolean => read(item).some((value) => value !== undefined && values.includes(value));
  });
  return items.filter((item) => tests.every((test) => test(item)));
}

/** Whether an identifier in a request, which may be an ARN, means a resource. */
export function isMeant(asked: string, identifier: string | undefined, arn: string | undefined): boolean {
  return asked.startsWith("arn:") ? asked === arn : asked.toLowerCase() === identifier;
}
