import type { Recorded, ResourceKey, ResourceTypes } from "@/lib/core/network/resources";
import type { AwsScope } from "../aws-clients";
import type { Page } from "../paginate";
import { callName } from "./region-call";

/** A read that is made once for each of the things that another read found. */
export interface DependentCall<
  Key extends ResourceKey = ResourceKey,
  Parent extends ResourceKey = ResourceKey,
  Part = unknown,
> {
  call: string;
  resourceKey: Key;
  /** The key whose items name the subjects. */
  parentKey: Parent;
  service: "ec2" | "lambda" | "elasticloadbalancing";
  operation: string;
  permission: string;
  /** Ids to ask about, the most wanted first. */
  subjectsOf(parents: readonly Recorded<ResourceTypes[Parent]>[]): string[];
  fetch(scope: AwsScope, subject: string, nextToken: string | undefined): Promise<Page<Part>>;
  /** All pages of one subject, normally as one item; `readAt` is ISO 8601. */
  toItems(subject: string, parts: readonly Part[], readAt: string): ResourceTypes[Key][];
}

/** A dependent read with its types closed over: what the collector runs. */
export interface AnyDependentCall extends Pick<
  DependentCall,
  "call" | "resourceKey" | "parentKey" | "service" | "operation" | "permission"
> {
  subjectsIn(resources: {
    readonly [Key in ResourceKey]?: readonly Recorded<ResourceTypes[Key]>[];
  }): string[];
  /** Reads one subject; `paced` wraps each request. */
  read(scope: AwsScope, subject: string, paced: PagedReader, readAt: () => string): Promise<object[]>;
}

/** Reads all pages; given by the collector, so that each request waits its turn. */
type PagedReader = <Item>(
  fetchPage: (nextToken: string | undefined) => Promise<Page<Item>>,
) => Promise<Item[]>;

/** Builds a row of the table. */
export function dependentCall<Key extends ResourceKey, Parent extends ResourceKey, Part>(
  row: Omit<DependentCall<Key, Parent, Part>, "call" | "permission">,
): AnyDependentCall {
  const { service, operation, resourceKey, parentKey } = row;
  return {
    call: callName(service, operation),
    permission: `${service}:${operation}`,
    service,
    operation,
    resourceKey,
    parentKey,
    subjectsIn: (resources) => row.subjectsOf(resources[parentKey] ?? []),
    read: async (scope, subject, paced, readAt) => {
      const parts = await paced((nextToken) => row.fetch(scope, subject, nextToken));
      return row.toItems(subject, parts, readAt());
    },
  };
}
