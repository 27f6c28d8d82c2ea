import {
  DescribeVpcAttributeCommand,
  GetManagedPrefixListEntriesCommand,
  GetTransitGatewayRouteTableAssociationsCommand,
  GetTransitGatewayRouteTablePropagationsCommand,
  SearchTransitGatewayRoutesCommand,
} from "@aws-sdk/client-ec2";
import type { ResourceTypes } from "@/lib/core/network/resources";
import type { AwsScope } from "../aws-clients";
import { sendOptions } from "../send-options";
import { dependentCall, type AnyDependentCall } from "./dependent-call";
import { elbv2DependentCalls } from "./elbv2-calls";
import { functionStates } from "./function-states";

type DnsFlags = Omit<ResourceTypes["VpcAttributes"], "VpcId">;

/** The two DNS flags of a VPC. DescribeVpcAttribute gives one a request (EC2 API reference): each is a page here. */
const vpcAttributes = dependentCall({
  service: "ec2",
  operation: "DescribeVpcAttribute",
  resourceKey: "VpcAttributes",
  parentKey: "Vpcs",
  subjectsOf: (vpcs) => vpcs.flatMap((vpc) => vpc.VpcId ?? []),
  fetch: async (scope, VpcId, nextToken) => {
    const Attribute = nextToken === undefined ? "enableDnsSupport" : "enableDnsHostnames";
    const command = new DescribeVpcAttributeCommand({ VpcId, Attribute });
    const { EnableDnsSupport, EnableDnsHostnames } = await ec2(scope).send(command, sendOptions(scope));
    const flags: DnsFlags = {};
    if (EnableDnsSupport?.Value !== undefined) flags.EnableDnsSupport = { Value: EnableDnsSupport.Value };
    if (EnableDnsHostnames?.Value !== undefined)
      flags.EnableDnsHostnames = { Value: EnableDnsHostnames.Value };
    return { items: [flags], nextToken: nextToken === undefined ? "enableDnsHostnames" : undefined };
  },
  toItems: (VpcId, [support, hostnames]) => [{ VpcId, ...support, ...hostnames }],
});

const managedPrefixListEntries = dependentCall({
  service: "ec2",
  operation: "GetManagedPrefixListEntries",
  resourceKey: "ManagedPrefixListEntries",
  parentKey: "ManagedPrefixLists",
  subjectsOf: (lists) => lists.flatMap((list) => list.PrefixListId ?? []),
  fetch: async (scope, PrefixListId, NextToken) => {
    const command = new GetManagedPrefixListEntriesCommand({ PrefixListId, MaxResults: 100, NextToken });
    const page = await ec2(scope).send(command, sendOptions(scope));
    return { items: page.Entries, nextToken: page.NextToken };
  },
  toItems: (PrefixListId, entries) => [{ PrefixListId, Entries: [...entries] }],
});

/** A filter is mandatory; these are the states that a packet can meet (EC2 API reference, SearchTransitGatewayRoutes). */
const routeStates = [{ Name: "state", Values: ["active", "blackhole"] }];

const transitGatewayRoutes = dependentCall({
  service: "ec2",
  operation: "SearchTransitGatewayRoutes",
  resourceKey: "TransitGatewayRoutes",
  parentKey: "TransitGatewayRouteTables",
  subjectsOf: routeTableIds,
  fetch: async (scope, TransitGatewayRouteTableId, NextToken) => {
    const page = await ec2(scope).send(
      new SearchTransitGatewayRoutesCommand({
        TransitGatewayRouteTableId,
        Filters: routeStates,
        MaxResults: 1000,
        NextToken,
      }),
      sendOptions(scope),
    );
    return { items: page.Routes, nextToken: page.NextToken };
  },
  toItems: (TransitGatewayRouteTableId, routes) => [{ TransitGatewayRouteTableId, Routes: [...routes] }],
});

const transitGatewayAssociations = dependentCall({
  service: "ec2",
  operation: "GetTransitGatewayRouteTableAssociations",
  resourceKey: "TransitGatewayRouteTableAssociations",
  parentKey: "TransitGatewayRouteTables",
  subjectsOf: routeTableIds,
  fetch: async (scope, TransitGatewayRouteTableId, NextToken) => {
    const page = await ec2(scope).send(
      new GetTransitGatewayRouteTableAssociationsCommand({
        TransitGatewayRouteTableId,
        MaxResults: 1000,
        NextToken,
      }),
      sendOptions(scope),
    );
    return { items: page.Associations, nextToken: page.NextToken };
  },
  toItems: (TransitGatewayRouteTableId, found) => [{ TransitGatewayRouteTableId, Associations: [...found] }],
});

const transitGatewayPropagations = dependentCall({
  service: "ec2",
  operation: "GetTransitGatewayRouteTablePropagations",
  resourceKey: "TransitGatewayRouteTablePropagations",
  parentKey: "TransitGatewayRouteTables",
  subjectsOf: routeTableIds,
  fetch: async (scope, TransitGatewayRouteTableId, NextToken) => {
    const page = await ec2(scope).send(
      new GetTransitGatewayRouteTablePropagationsCommand({
        TransitGatewayRouteTableId,
        MaxResults: 1000,
        NextToken,
      }),
      sendOptions(scope),
    );
    return { items: page.TransitGatewayRouteTablePropagations, nextToken: page.NextToken };
  },
  toItems: (TransitGatewayRouteTableId, found) => [
    {
      TransitGatewayRouteTableId,
      TransitGatewayRouteTablePropagations: [...found],
    },
  ],
});

/** Every read that needs what another found. */
export const dependentCalls: readonly AnyDependentCall[] = [
  functionStates,
  vpcAttributes,
  managedPrefixListEntries,
  transitGatewayRoutes,
  transitGatewayAssociations,
  transitGatewayPropagations,
  ...elbv2DependentCalls,
];

function ec2({ aws, region }: AwsScope) {
  return aws.ec2(region);
}

function routeTableIds(tables: readonly { TransitGatewayRouteTableId?: string | undefined }[]): string[] {
  return tables.flatMap((table) => table.TransitGatewayRouteTableId ?? []);
}
