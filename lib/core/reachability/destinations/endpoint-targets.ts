import { interfaceSecurityGroupIds } from "../../network/connections/lambda-interface";
import type { Located } from "../../network/network";
import type { Identified } from "../../network/resource-id";
import type { Endpoint } from "../index/endpoint";
import type { NetworkIndex } from "../index/network-index";
import type { SubnetPlace } from "../index/subnet-place";
import { targetsOf, type Target } from "./target";

/** The interfaces of an interface endpoint; where they were not read, one somewhere in each of its subnets. */
export function endpointTargets(
  index: NetworkIndex,
  endpoint: Located<Identified<"VpcEndpoints">>,
): Target[] {
  const { VpcEndpointId, NetworkInterfaceIds = [], SubnetIds = [], Groups = [] } = endpoint.resource;
  const known = [...NetworkInterfaceIds].sort().flatMap((id) => index.endpoint(id) ?? []);
  if (known.length > 0 && known.length === NetworkInterfaceIds.length) {
    return known.flatMap((one) => targetsOf({ ...one, role: "vpc-endpoint" }, 4));
  }
  const groups = interfaceSecurityGroupIds({ Groups });
  return targetsIn(index, [...SubnetIds].sort(), {
    id: VpcEndpointId,
    role: "vpc-endpoint",
    // It has the VPC's default one where none was chosen: none where they were not read.
    securityGroupIds: groups.length === 0 ? null : groups,
  });
}

/** Somewhere in each of these subnets that was read. */
export function targetsIn(index: NetworkIndex, subnetIds: readonly string[], what: Somebody): Target[] {
  return subnetIds
    .flatMap((subnetId) => somewhereIn(index, subnetId, what) ?? [])
    .flatMap((one) => targetsOf(one, 4));
}

type Somebody = Pick<Endpoint, "id" | "role" | "securityGroupIds">;

/** What would be an interface: its subnet and groups are known, its address is not. */
export function somewhereIn(index: NetworkIndex, subnetId: string, what: Somebody): Endpoint | null {
  const subnet = index.subnet(subnetId);
  return subnet && somewhereInSubnet(subnet, what);
}

export function somewhereInSubnet(subnet: SubnetPlace, { id, role, securityGroupIds }: Somebody): Endpoint {
  return {
    id,
    networkInterfaceId: null,
    instanceId: null,
    role,
    vpcId: subnet.vpcId,
    subnetId: subnet.subnetId,
    // Copies: a question divides its own ranges only.
    addresses: subnet.ranges.map((range) => ({
      range: { ...range },
      publicRange: range.family === 6 ? range : null,
    })),
    securityGroupIds,
    sourceDestCheck: true,
    status: null,
    interfaceType: null,
    description: "",
  };
}
