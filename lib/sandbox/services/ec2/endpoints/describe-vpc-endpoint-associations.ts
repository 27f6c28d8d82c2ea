import type {
  DescribeVpcEndpointAssociationsCommandInput,
  DescribeVpcEndpointAssociationsCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { createFilter } from "../describe/match-filters";
import { pickByIds } from "../describe/pick-by-ids";
import { paginate } from "../describe/paginate";
import { vpcEndpointIds } from "./endpoint-ids";

const FILTERS = [
  "vpc-endpoint-id",
  "associated-resource-accessibility",
  "association-id",
  "associated-resource-id",
  "service-network-arn",
  "resource-configuration-group-arn",
  "service-network-resource-association-id",
];

/** None: only endpoints of Lattice have associations, and the sandbox has no such endpoints. */
export const describeVpcEndpointAssociations: Handler<
  DescribeVpcEndpointAssociationsCommandInput,
  Answer<DescribeVpcEndpointAssociationsCommandOutput>
> = ({ regionWorld }, input) => {
  pickByIds(regionWorld.vpcEndpoints, input.VpcEndpointIds, {
    ...vpcEndpointIds,
    idOf: (endpoint) => endpoint.VpcEndpointId,
  });
  createFilter(input.Filters, Object.fromEntries(FILTERS.map((name) => [name, () => undefined])), () => []);
  paginate([], input, { question: "DescribeVpcEndpointAssociations", keyOf: () => undefined });
  return { VpcEndpointAssociations: [] };
};
