import type { Filter, Tag } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { HandlerContext } from "../../../handler";
import { createFilter, type FilterTable } from "./match-filters";
import { paginate, type PageInput } from "./paginate";
import { pickByIds, type IdKind } from "./pick-by-ids";

/** A kind of resource that a Describe call reads. */
export interface Collection<Resource> extends IdKind {
  list: (context: HandlerContext) => readonly Resource[];
  idOf: (resource: Resource) => string | undefined;
  tagsOf?: (resource: Resource) => readonly Tag[] | undefined;
  filters: FilterTable<Resource>;
  /** How a token of another question is refused, where that is not the usual way. Then an empty one is too. */
  refuseToken?: (token: string) => AwsError;
}

export interface DescribeInput extends PageInput {
  ids?: readonly string[] | undefined;
  Filters?: readonly Filter[] | undefined;
}

/**
 * The one way in which EC2 reads: ids are strict, filters are lenient, pages are opaque ("Describing resources" of the
 * EC2 API reference). Throws AwsError with the collection's own codes.
 */
export function describeCollection<Resource>(
  context: HandlerContext,
  collection: Collection<Resource>,
  input: DescribeInput,
): { items: Resource[]; NextToken?: string } {
  const { ids, Filters: filters, MaxResults: maxResults } = input;
  if (ids !== undefined && ids.length > 0 && maxResults !== undefined) {
    throw new AwsError(
      "InvalidParameterCombination",
      "The parameter maxResults cannot be used with the parameter that lists ids.",
    );
  }
  const passes = createFilter(filters, collection.filters, collection.tagsOf);
  const items = pickByIds(collection.list(context), ids, collection).filter(passes);
  const question = JSON.stringify([collection.prefix, context.region, filters ?? []]);
  return paginate(items, input, {
    question,
    keyOf: collection.idOf,
    refuseToken: collection.refuseToken,
  });
}
