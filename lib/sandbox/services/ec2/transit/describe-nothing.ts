import type { HandlerContext } from "../../../handler";
import type { DescribeInput } from "../describe/describe-collection";
import { createFilter } from "../describe/match-filters";
import { pickByIds, type IdKind } from "../describe/pick-by-ids";
import { paginate, USUAL_BOUNDS } from "../describe/paginate";

/** The answer about a kind of resource of which the sandbox has none: ids are unknown, lists are empty. */
export function describeNothing(
  context: HandlerContext,
  kind: IdKind & { filterNames: readonly string[] },
  input: DescribeInput,
): never[] {
  const table = Object.fromEntries(kind.filterNames.map((name) => [name, () => undefined]));
  createFilter(input.Filters, table, () => []);
  pickByIds<never>([], input.ids, { ...kind, idOf: () => undefined });
  paginate([], input, { question: `${kind.prefix}/${context.region}`, bounds: { ...USUAL_BOUNDS, min: 1 } });
  return [];
}
