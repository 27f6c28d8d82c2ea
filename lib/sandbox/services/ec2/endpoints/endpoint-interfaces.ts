import type { GroupIdentifier, Subnet, SubnetConfiguration, VpcEndpoint } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { HandlerContext } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { idError } from "../describe/pick-by-ids";
import { chooseAddresses } from "../interfaces/choose-addresses";
import { newInterface } from "../interfaces/new-interface";
import { removeInterface } from "../interfaces/remove-interface";
import { subnetCollection } from "../subnets/describe-subnets";
import { invalid } from "./endpoint-ids";

/** A subnet in which an endpoint is to have an interface, and its address there. */
export interface EndpointPlace {
  subnet: Subnet;
  address: string;
}

/** Where an endpoint is to stand: in subnets of its VPC, one in each zone, `present` being those that it has. */
export function readPlaces(
  context: HandlerContext,
  vpcId: string | undefined,
  asked: {
    subnetIds: readonly string[];
    configurations: readonly SubnetConfiguration[];
    present: readonly string[];
  },
): EndpointPlace[] {
  const { subnets } = context.regionWorld;
  const zones = new Set(
    subnets
      .filter((item) => asked.present.includes(item.SubnetId ?? ""))
      .map((item) => item.AvailabilityZone),
  );
  return [...new Set(asked.subnetIds)].map((id) => {
    const subnet = subnets.find((candidate) => candidate.SubnetId === id);
    if (subnet === undefined) throw idError(subnetCollection, id);
    if (subnet.VpcId !== vpcId) throw invalid(`Subnet ${id} does not belong to the VPC ${vpcId ?? ""}.`);
    if (zones.has(subnet.AvailabilityZone)) {
      throw new AwsError(
        "DuplicateSubnetsInSameZone",
        `Found another VPC endpoint subnet in the availability zone of ${id}`,
      );
    }
    zones.add(subnet.AvailabilityZone);
    const own = asked.configurations.find((configuration) => configuration.SubnetId === id)?.Ipv4;
    const wanted = own === undefined ? { asked: [], count: 1 } : { asked: [own], count: 0 };
    const [address = ""] = chooseAddresses(context, subnet, wanted);
    return { subnet, address };
  });
}

/** Gives an endpoint its interfaces, which only AWS may change. */
export function addEndpointInterfaces(
  context: HandlerContext,
  endpoint: VpcEndpoint,
  { places, groups }: { places: readonly EndpointPlace[]; groups: GroupIdentifier[] },
): void {
  const isGateway = endpoint.VpcEndpointType === "GatewayLoadBalancer";
  const interfaces = places.map(({ subnet, address }) =>
    newInterface(context, {
      subnet,
      groups: groups.map((group) => ({ ...group })),
      addresses: [address],
      type: isGateway ? "gateway_load_balancer_endpoint" : "vpc_endpoint",
      description: `VPC Endpoint Interface ${endpoint.VpcEndpointId ?? ""}`,
      status: "in-use",
      requester: { id: context.accountId, isService: true },
      attachment: {
        AttachmentId: context.ids.id("ela-attach"),
        DeleteOnTermination: false,
        DeviceIndex: 1,
        InstanceOwnerId: "amazon-aws",
        Status: "attached",
      },
    }),
  );
  endpoint.SubnetIds = [
    ...(endpoint.SubnetIds ?? []),
    ...places.flatMap(({ subnet }) => subnet.SubnetId ?? []),
  ];
  endpoint.NetworkInterfaceIds = [
    ...(endpoint.NetworkInterfaceIds ?? []),
    ...interfaces.flatMap((eni) => eni.NetworkInterfaceId ?? []),
  ];
}

/** Takes an endpoint's interfaces away, in these subnets or in all. */
export function removeEndpointInterfaces(
  regionWorld: RegionWorld,
  endpoint: VpcEndpoint,
  subnetIds: readonly string[] = endpoint.SubnetIds ?? [],
): void {
  const own = endpoint.NetworkInterfaceIds ?? [];
  const gone = regionWorld.networkInterfaces.filter(
    (eni) => own.includes(eni.NetworkInterfaceId ?? "") && subnetIds.includes(eni.SubnetId ?? ""),
  );
  for (const eni of gone) removeInterface(regionWorld, eni);
  const goneIds = gone.map((eni) => eni.NetworkInterfaceId);
  endpoint.NetworkInterfaceIds = own.filter((id) => !goneIds.includes(id));
  endpoint.SubnetIds = (endpoint.SubnetIds ?? []).filter((id) => !subnetIds.includes(id));
}
