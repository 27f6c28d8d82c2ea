import type { FunctionDetail } from "@/lib/contract/functions";
import { functionsOfInterface, sharerName } from "@/lib/core/network/connections/functions-of-interface";
import { interfacesOfConnection } from "@/lib/core/network/connections/interfaces-of-connection";
import { interfaceSecurityGroupIds } from "@/lib/core/network/connections/lambda-interface";
import { coverageOf } from "@/lib/core/network/coverage-of";
import type { LocatedFunction, Network, Resource } from "@/lib/core/network/network";

type InterfaceSummary = NonNullable<FunctionDetail["networkInterfaces"]>[number];

/** The Hyperplane interfaces that serve a function, with who shares them; null where interfaces were not read. */
export function toFunctionInterfaces(network: Network, located: LocatedFunction): InterfaceSummary[] | null {
  if (!located.attachment) return [];
  if (coverageOf(network, "DescribeNetworkInterfaces", located).status !== "ok") return null;
  return interfacesOfConnection(network, located.attachment).map(({ resource }) =>
    toSummary(network, resource),
  );
}

function toSummary(network: Network, resource: Resource<"NetworkInterfaces">): InterfaceSummary {
  const { functions, versions } = functionsOfInterface(network, resource);
  return {
    networkInterfaceId: resource.NetworkInterfaceId ?? "",
    subnetId: resource.SubnetId ?? null,
    status: resource.Status ?? null,
    privateIpAddress: resource.PrivateIpAddress ?? null,
    description: resource.Description ?? null,
    securityGroupIds: interfaceSecurityGroupIds(resource),
    sharedBy: [...functions, ...versions].map(sharerName).sort(),
  };
}
