import type { NetworkInterface, NetworkInterfaceType } from "@aws-sdk/client-ec2";
import { allocateIpv4Address } from "../../lambda-interfaces/allocate-ipv4-address";
import type { BuiltSecurityGroup } from "./add-security-group";
import type { BuiltSubnet } from "./add-subnet";
import { MADE_AT, type Builder } from "./builder";

export interface InterfaceSpec {
  subnet: BuiltSubnet;
  groups: readonly BuiltSecurityGroup[];
  /** On the wire AWS says `nat_gateway` and `vpc_endpoint`, which the SDK's enum spells otherwise or lacks. */
  type: "interface" | "nat_gateway" | "vpc_endpoint";
  description: string;
  /** The service that asked for it; without one, it is the account's own. */
  requesterId?: string;
  instanceId?: string;
  /** A free address of the subnet, where it is known: looking for one takes longer with every interface. */
  address?: string;
  /** Elastic IP address. */
  association?: { publicIp: string; allocationId: string; associationId: string };
}

function toAttachment(builder: Builder, spec: InterfaceSpec): NonNullable<NetworkInterface["Attachment"]> {
  const owner =
    spec.instanceId === undefined
      ? { InstanceOwnerId: spec.type === "interface" ? (spec.requesterId ?? "amazon-aws") : "amazon-aws" }
      : { InstanceOwnerId: builder.regionWorld.accountId, InstanceId: spec.instanceId };
  return {
    AttachmentId: builder.ids.id(spec.instanceId === undefined ? "ela-attach" : "eni-attach"),
    DeleteOnTermination: spec.instanceId !== undefined,
    DeviceIndex: spec.instanceId === undefined ? 1 : 0,
    Status: "attached",
    ...(spec.instanceId === undefined ? {} : { AttachTime: MADE_AT, NetworkCardIndex: 0 }),
    ...owner,
  };
}

function toAssociation(spec: InterfaceSpec): Pick<NetworkInterface, "Association"> {
  if (spec.association === undefined) return {};
  const { publicIp, allocationId, associationId } = spec.association;
  return {
    Association: {
      AllocationId: allocationId,
      AssociationId: associationId,
      IpOwnerId: "amazon",
      PublicDnsName: "",
      PublicIp: publicIp,
    },
  };
}

function findFreeAddress({ regionWorld }: Builder, { subnetId }: BuiltSubnet): string | undefined {
  const subnet = regionWorld.subnets.find((candidate) => candidate.SubnetId === subnetId);
  return subnet === undefined ? undefined : allocateIpv4Address(regionWorld, subnet);
}

/** Makes an interface that is in use, with the subnet's next free address. Throws Error when there is none. */
export function addInterface(builder: Builder, spec: InterfaceSpec): NetworkInterface {
  const { regionWorld, ids } = builder;
  const address = spec.address ?? findFreeAddress(builder, spec.subnet);
  if (address === undefined) throw new Error(`No free address in ${spec.subnet.name}.`);
  const mac = ids.id("mac").slice(-10);
  const PrivateDnsName = `ip-${address.replaceAll(".", "-")}.${regionWorld.region}.compute.internal`;
  const association = toAssociation(spec);
  const networkInterface: NetworkInterface = {
    NetworkInterfaceId: ids.id("eni"),
    InterfaceType: spec.type as string as NetworkInterfaceType,
    Description: spec.description,
    OwnerId: regionWorld.accountId,
    ...(spec.requesterId === undefined ? {} : { RequesterId: spec.requesterId }),
    RequesterManaged: spec.requesterId !== undefined,
    Status: "in-use",
    VpcId: spec.subnet.vpcId,
    SubnetId: spec.subnet.subnetId,
    AvailabilityZone: spec.subnet.zone,
    MacAddress: ["0a", ...[0, 2, 4, 6, 8].map((start) => mac.slice(start, start + 2))].join(":"),
    PrivateIpAddress: address,
    PrivateDnsName,
    PrivateIpAddresses: [{ Primary: true, PrivateIpAddress: address, PrivateDnsName, ...association }],
    Ipv6Addresses: [],
    Groups: spec.groups.map((group) => ({ GroupId: group.groupId, GroupName: group.name })),
    Attachment: toAttachment(builder, spec),
    ...association,
    // A NAT gateway passes on what is not addressed to it.
    SourceDestCheck: spec.type !== "nat_gateway",
    Operator: { Managed: false },
    TagSet: [],
  };
  regionWorld.networkInterfaces.push(networkInterface);
  return networkInterface;
}
