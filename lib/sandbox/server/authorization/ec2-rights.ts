import type { AccessQuestion } from "../../services/iam/evaluation/evaluate-policies";
import {
  isRecord,
  requestTagKeys,
  textOf,
  textsOf,
  toTagRecord,
  type AuthorizedCall,
  type RightsOf,
} from "./authorized-call";
import { ec2Arn, ec2ResourceKeys, typeOfId } from "./ec2-resources";

/** What an operation makes, where its name does not say it (Service Authorization Reference: `list_amazonec2`). */
const MADE: Readonly<Record<string, string>> = {
  AllocateAddress: "elastic-ip",
  CreateDhcpOptions: "dhcp-options",
  CreateManagedPrefixList: "prefix-list",
  CreateNatGateway: "natgateway",
  CreateTransitGatewayPeeringAttachment: "transit-gateway-attachment",
  CreateTransitGatewayVpcAttachment: "transit-gateway-attachment",
  RunInstances: "instance",
  StartNetworkInsightsAnalysis: "network-insights-analysis",
};

/** Creations of parts, which have no ARN of their own. */
const PARTS =
  /^Create(Tags|Route|NetworkAclEntry|TransitGatewayRoute|TransitGatewayPrefixListReference|VpnConnectionRoute|DefaultVpc|DefaultSubnet)$/;

/** Operations that are judged by one of the resources they name, whatever else they name. */
const ONLY: Readonly<Record<string, string>> = {
  CreateRoute: "route-table",
  DeleteRoute: "route-table",
  ReplaceRoute: "route-table",
};

function isRead(operation: string): boolean {
  return /^(Describe|Get|List|Search)/.test(operation);
}

/** `CreateRouteTable` makes a `route-table`. */
function madeType(operation: string): string | undefined {
  const stated = MADE[operation];
  if (stated !== undefined) return stated;
  if (!operation.startsWith("Create") || PARTS.test(operation)) return undefined;
  return operation
    .slice("Create".length)
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "-")
    .toLowerCase();
}

/** Every id that stands by itself in a request, or in a list of ids. */
function namedIds(input: Record<string, unknown>): string[] {
  const ids = Object.keys(input).flatMap((member) =>
    [textOf(input, member) ?? [], textsOf(input, member)].flat(),
  );
  return [...new Set(ids)].filter((id) => typeOfId(id) !== undefined);
}

function givenTags(call: AuthorizedCall): Record<string, string> {
  const specifications = call.input["TagSpecifications"];
  const inSpecifications = Array.isArray(specifications)
    ? specifications
        .filter(isRecord)
        .flatMap((specification) => Object.entries(toTagRecord(specification["Tags"])))
    : [];
  return { ...Object.fromEntries(inSpecifications), ...toTagRecord(call.input["Tags"]) };
}

function writeRights(call: AuthorizedCall): AccessQuestion[] {
  const { operation, input, regionWorld, region, caller } = call;
  const action = `ec2:${operation}`;
  const place = { region, accountId: caller.accountId };
  const tags = givenTags(call);
  const general = { "ec2:Region": [region] };
  const requested = operation === "CreateTags" || operation === "DeleteTags" ? requestTagKeys(tags) : {};
  const named = namedIds(input).flatMap((id) => {
    const type = typeOfId(id) ?? "";
    if (ONLY[operation] !== undefined && ONLY[operation] !== type) return [];
    const context = { ...general, ...requested, ...ec2ResourceKeys(regionWorld, id, type) };
    return [{ action, resource: ec2Arn(place, type, id), context }];
  });
  const made = madeType(operation);
  if (made === undefined) return named.length > 0 ? named : [{ action, resource: "*", context: general }];
  const resource = ec2Arn(place, made, "*");
  const creation = { ...general, ...requestTagKeys(tags) };
  const tagging = {
    action: "ec2:CreateTags",
    resource,
    context: { ...creation, "ec2:CreateAction": [operation] },
  };
  return [
    ...named,
    { action, resource, context: creation },
    // "To tag a resource on creation, users need permission to use the ec2:CreateTags action" as well.
    ...(Object.keys(tags).length > 0 ? [tagging] : []),
  ];
}

/** EC2: reads are judged without a resource, writes by every resource that they name or make. */
export const ec2Rights: RightsOf = (call) =>
  isRead(call.operation)
    ? [{ action: `ec2:${call.operation}`, resource: "*", context: { "ec2:Region": [call.region] } }]
    : writeRights(call);
