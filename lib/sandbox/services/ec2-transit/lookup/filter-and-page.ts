import type { Filter } from "@aws-sdk/client-ec2";
import type { HandlerContext } from "../../../handler";
import { createFilter, type FilterTable } from "../../ec2/describe/match-filters";
import { paginate, type PageInput } from "../../ec2/describe/paginate";

/** The way of EC2's `Get…` calls about one thing: filters and pages, but no ids. `subject` ties a token to the thing. */
export function filterAndPage<T>(
  context: HandlerContext,
  list: { subject: string; items: readonly T[]; filters: FilterTable<T> },
  input: PageInput & { Filters?: readonly Filter[] | undefined },
): { items: T[]; NextToken?: string } {
  const passes = createFilter(input.Filters, list.filters);
  return paginate(list.items.filter(passes), input, {
    question: JSON.stringify([list.subject, context.region, input.Filters ?? []]),
    keyOf: (item) => JSON.stringify(item),
  });
}
