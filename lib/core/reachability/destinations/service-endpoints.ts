import type { Located, Resource } from "../../network/network";
import type { Identified } from "../../network/resource-id";
import { parseServiceName } from "../../network/service-name";
import type { NetworkIndex } from "../index/network-index";
import { gapIn } from "../walk/unread";
import { endpointTargets, targetsIn } from "./endpoint-targets";
import type { Target } from "./target";

export type VpcEndpoint = Located<Identified<"VpcEndpoints">>;

/** Those of the service in the VPC's own Region, gateway endpoints too, in the order of their ids. */
export function endpointsFor(index: NetworkIndex, vpcId: string, service: string): readonly VpcEndpoint[] {
  return index
    .vpcEndpointsOfVpc(vpcId)
    .filter(({ resource, region }) => isService(resource.ServiceName, service, region));
}

const GONE: ReadonlySet<string> = new Set(["deleted", "deleting", "rejected", "expired", "failed"]);

/**
 * By its whole name, or by its short one, which means the service of the asker's own Region: an endpoint may be for that
 * of another. A list that somebody named so is no service's. Source: PrivateLink Guide, "Cross-region enabled services".
 */
export function isService(serviceName: string | undefined, asked: string, region: string | null): boolean {
  if (serviceName === undefined) return false;
  const parts = parseServiceName(serviceName);
  if (!parts) return false;
  const { region: own = region, service } = parts;
  return serviceName === asked || (service === asked && (own === region || region === null));
}

/** Those that may take the service's name though that was not read: where they may be, and why they may be there. */
export function unreadEndpoints(
  index: NetworkIndex,
  vpcId: string,
  service: string,
): { targets: Target[]; reason: string } | null {
  const gap = gapIn(index.network, "DescribeVpcEndpoints", vpcId);
  if (gap !== undefined) return { targets: unreadEndpointPlaces(index, vpcId), reason: gap };
  const untold = index
    .vpcEndpointsOfVpc(vpcId)
    .filter(
      ({ resource, region }) =>
        isInterfaceEndpoint(resource) &&
        (resource.ServiceName === undefined ||
          (resource.PrivateDnsEnabled === undefined && isService(resource.ServiceName, service, region))),
    );
  if (untold.length === 0) return null;
  const ids = untold.map(({ resource }) => resource.VpcEndpointId).join(", ");
  const reason = `of which service ${ids} is, or whether by its own name, was not told`;
  return { targets: untold.flatMap((one) => endpointTargets(index, one)), reason };
}

export function isInterfaceEndpoint({ VpcEndpointType, State }: Resource<"VpcEndpoints">): boolean {
  return VpcEndpointType === "Interface" && !GONE.has(State?.toLowerCase() ?? "");
}

/** An endpoint that nobody read may be in any subnet, with any groups; none where no subnet was read either. */
function unreadEndpointPlaces(index: NetworkIndex, vpcId: string): Target[] {
  const id = `an endpoint of ${vpcId}`;
  const subnetIds = index.subnetsOfVpc(vpcId).map(({ subnetId }) => subnetId);
  return targetsIn(index, subnetIds, { id, role: "vpc-endpoint", securityGroupIds: null });
}
