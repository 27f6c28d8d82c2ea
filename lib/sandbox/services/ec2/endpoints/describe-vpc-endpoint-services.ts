import type {
  DescribeVpcEndpointServicesCommandInput,
  DescribeVpcEndpointServicesCommandOutput,
  ServiceDetail,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { createFilter, type FilterTable } from "../describe/match-filters";
import { paginate } from "../describe/paginate";
import { serviceDetails } from "./service-catalogue";

const filters: FilterTable<ServiceDetail> = {
  owner: (service) => service.Owner,
  "service-name": (service) => service.ServiceName,
  "service-region": (service) => service.ServiceRegion,
  "service-type": (service) => service.ServiceType?.map((type) => type.ServiceType) ?? [],
  "supported-ip-address-types": (service) => service.SupportedIpAddressTypes ?? [],
};

/** The error for a service that the region does not have. */
export function unknownService(name: string): AwsError {
  return new AwsError("InvalidServiceName", `The Vpc Endpoint Service '${name}' does not exist`);
}

/** The services that endpoints of the region reach, by name and in detail. */
export const describeVpcEndpointServices: Handler<
  DescribeVpcEndpointServicesCommandInput,
  Answer<DescribeVpcEndpointServicesCommandOutput>
> = ({ regionWorld, region }, input) => {
  const names = input.ServiceNames ?? [];
  const all = serviceDetails(regionWorld);
  const unknown = names.find((name) => !all.some((service) => service.ServiceName === name));
  if (unknown !== undefined) throw unknownService(unknown);
  const passes = createFilter(input.Filters, filters, (service) => service.Tags);
  const found = all.filter(
    (service) => (names.length === 0 || names.includes(service.ServiceName ?? "")) && passes(service),
  );
  const { items, ...page } = paginate(found, input, {
    question: JSON.stringify(["DescribeVpcEndpointServices", region, names, input.Filters ?? []]),
    keyOf: ({ ServiceId, ServiceName }) => `${ServiceName ?? ""} ${ServiceId ?? ""}`,
  });
  return {
    ServiceNames: [...new Set(items.flatMap((service) => service.ServiceName ?? []))],
    ServiceDetails: items,
    ...page,
  };
};
