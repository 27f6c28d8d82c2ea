import { addRouteTable } from "../build/add-route-table";
import type { Scenario } from "../scenario";
import { addPrivateSubnets, addSampleEndpoints, addSampleFunction, beginSampleStack } from "./sample-vpc";

const STACK = "lambda-vpc-private";

/** What `vpc-private.yaml` of the Lambda Developer Guide builds: no way out but S3 and DynamoDB; and a function. */
export const vpcPrivateScenario: Scenario = (context) => {
  const { builder, vpc } = beginSampleStack(context, { scenario: "vpc-private", stack: STACK });
  const subnets = addPrivateSubnets(builder, vpc, `${STACK}-subnet`);
  addSampleEndpoints(builder, vpc, addRouteTable(builder, vpc, { subnets }));
  addSampleFunction(builder, vpc, subnets);
  return builder.world;
};
