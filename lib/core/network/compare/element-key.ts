import { isObject } from "./canonical-json";

/** What names an element among its like; the first that names each element of both lists, once, is taken. */
const CANDIDATES: readonly (readonly string[])[] = [
  ["Key"],
  ["RuleNumber", "Egress"],
  ["DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"],
  ["IpProtocol", "FromPort", "ToPort"],
  ["RouteTableAssociationId"],
  ["NetworkAclAssociationId"],
  ["AssociationId"],
  ["TransitGatewayAttachmentId"],
  ["NetworkInterfaceId"],
  ["InstanceId"],
  ["AllocationId"],
  ["SubnetId"],
  ["GroupId"],
  ["VpcId"],
  ["PrivateIpAddress"],
  ["Ipv6Address"],
  ["CidrBlock"],
  ["Ipv6CidrBlock"],
  ["CidrIp"],
  ["CidrIpv6"],
  ["PrefixListId"],
  ["Cidr"],
  ["OutsideIpAddress"],
  ["VpcSecurityGroupId"],
  ["SecurityGroupId"],
  ["SubnetIdentifier"],
  ["CacheNodeId"],
  ["NodeGroupId"],
  ["Id"],
  ["Arn"],
];

type Name = (element: unknown) => string | undefined;

/** Names the elements of two lists so that the same one is found in both; undefined where nothing names them. */
export function elementNameFor(before: readonly unknown[], after: readonly unknown[]): Name | undefined {
  if (![...before, ...after].every(isObject)) return undefined;
  return CANDIDATES.map(nameBy).find((name) => namesAll(name, before) && namesAll(name, after));
}

function nameBy(members: readonly string[]): Name {
  return (element) => {
    if (!isObject(element)) return undefined;
    const parts = members.flatMap((member) => {
      const value = element[member];
      return value === undefined || value === null || typeof value === "object"
        ? []
        : [`${member}=${JSON.stringify(value)}`];
    });
    return parts.length === 0 ? undefined : parts.join(",").replaceAll('"', "");
  };
}

function namesAll(name: Name, elements: readonly unknown[]): boolean {
  const names = new Set(elements.map(name));
  return names.size === elements.length && !names.has(undefined);
}
