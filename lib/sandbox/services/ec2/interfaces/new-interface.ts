import type { GroupIdentifier, NetworkInterface, Subnet, Tag } from "@aws-sdk/client-ec2";
import type { HandlerContext } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { describePlace } from "./describe-place";

export interface InterfaceSpec {
  subnet: Subnet;
  groups: GroupIdentifier[];
  /** The first is the primary one. */
  addresses: readonly string[];
  ipv6Addresses?: readonly string[];
  /** As on the wire, where AWS has more names than the SDK's enum. */
  type: string;
  description: string;
  status: string;
  /** Who asked for it: a service that manages it, or a user. */
  requester: { id: string; isService: boolean };
  attachment?: NonNullable<NetworkInterface["Attachment"]>;
  tags?: Tag[];
}

/** Makes an interface and adds it to the region. Checks nothing. */
export function newInterface(
  context: { regionWorld: RegionWorld; ids: Pick<HandlerContext["ids"], "id"> },
  spec: InterfaceSpec,
): NetworkInterface {
  const { regionWorld, ids } = context;
  const networkInterface: NetworkInterface = {
    NetworkInterfaceId: ids.id("eni"),
    // AWS answers types and states that the SDK's enums lack: `vpc_endpoint`, `pending`.
    InterfaceType: spec.type as NonNullable<NetworkInterface["InterfaceType"]>,
    Description: spec.description,
    OwnerId: regionWorld.accountId,
    RequesterId: spec.requester.id,
    RequesterManaged: spec.requester.isService,
    Status: spec.status as NonNullable<NetworkInterface["Status"]>,
    ...describePlace(context, spec.subnet, spec.addresses),
    Ipv6Addresses: (spec.ipv6Addresses ?? []).map((Ipv6Address) => ({ Ipv6Address })),
    Groups: spec.groups,
    SourceDestCheck: true,
    Operator: { Managed: false },
    ...(spec.attachment === undefined ? {} : { Attachment: spec.attachment }),
    TagSet: spec.tags ?? [],
  };
  regionWorld.networkInterfaces.push(networkInterface);
  return networkInterface;
}
