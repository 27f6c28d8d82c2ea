import { coverageOf, describeGap } from "@/lib/core/network/coverage-of";
import type { Located, Network, Resource } from "@/lib/core/network/network";
import { ApiError } from "../../http/api-error";

/** The VPC of that id. Throws ApiError `not_found`, and says so where VPCs could not be read at all. */
export function requireVpc(network: Network, vpcId: string): Located<Resource<"Vpcs">> {
  const vpc = network.vpcs.get(vpcId);
  if (vpc) return vpc;
  const gap = describeGap("DescribeVpcs", coverageOf(network, "DescribeVpcs"));
  throw new ApiError("not_found", `${vpcId} is not among the VPCs of this snapshot.`, {
    field: "vpcId",
    nextStep: gap === undefined ? "Look at GET /api/vpcs, or refresh the snapshot." : `${gap}.`,
  });
}
