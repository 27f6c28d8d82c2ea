import type { CreateVpcEndpointCommandInput, ServiceDetail } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { RegionWorld } from "../../../world/world";
import { unknownService } from "./describe-vpc-endpoint-services";
import { invalid } from "./endpoint-ids";
import { isOfferedService, serviceDetails } from "./service-catalogue";

/** The types of endpoint that the sandbox makes. */
export type EndpointType = "Gateway" | "Interface" | "GatewayLoadBalancer";

const TYPES: readonly EndpointType[] = ["Gateway", "Interface", "GatewayLoadBalancer"];

function readType(asked: string | undefined): EndpointType {
  if (asked === undefined) return "Gateway";
  const type = TYPES.find((candidate) => candidate === asked);
  if (type !== undefined) return type;
  throw new AwsError("UnsupportedOperation", `The sandbox has no endpoints of type ${asked}.`);
}

/** What a service that somebody else offers looks like from here. */
function toOffered(name: string, type: EndpointType): ServiceDetail {
  const [, , , region = "", id = ""] = name.split(".");
  return {
    ServiceName: name,
    ServiceId: id,
    ServiceType: [{ ServiceType: type }],
    BaseEndpointDnsNames: [`${id}.${region}.vpce.amazonaws.com`],
  };
}

/** The service that a request names, as an endpoint of the type asked for reaches it. */
export function findService(
  regionWorld: RegionWorld,
  input: Pick<CreateVpcEndpointCommandInput, "ServiceName" | "VpcEndpointType" | "ServiceRegion">,
): { type: EndpointType; service: ServiceDetail } {
  const type = readType(input.VpcEndpointType);
  const { ServiceName: name, ServiceRegion: serviceRegion = regionWorld.region } = input;
  if (name === undefined) {
    throw new AwsError("MissingParameter", "The request must contain the parameter ServiceName");
  }
  if (serviceRegion !== regionWorld.region) {
    throw new AwsError("UnsupportedOperation", "The sandbox's endpoints reach services of their own region.");
  }
  if (isOfferedService(name, regionWorld.region) && type !== "Gateway") {
    return { type, service: toOffered(name, type) };
  }
  const known = serviceDetails(regionWorld).filter((service) => service.ServiceName === name);
  if (known.length === 0) throw unknownService(name);
  const types = known.flatMap((service) => service.ServiceType?.map((item) => item.ServiceType ?? "") ?? []);
  const service = known.find((candidate) => candidate.ServiceType?.[0]?.ServiceType === type);
  if (service !== undefined) return { type, service };
  throw invalid(`Endpoint type (${type}) does not match available service types ([${types.join(", ")}]).`);
}

/** The service of an endpoint that exists. */
export function serviceOf(
  regionWorld: RegionWorld,
  endpoint: { ServiceName?: string | undefined; VpcEndpointType?: string | undefined },
): ServiceDetail {
  const { ServiceName: name = "", VpcEndpointType: type } = endpoint;
  const known = serviceDetails(regionWorld).find(
    (service) => service.ServiceName === name && service.ServiceType?.[0]?.ServiceType === type,
  );
  return known ?? toOffered(name, "Interface");
}
