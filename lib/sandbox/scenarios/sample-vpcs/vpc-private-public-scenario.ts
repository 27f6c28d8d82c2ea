import { addInternetGateway, addNatGateway, routeToInternet } from "../build/add-gateways";
import { addRoute, addRouteTable } from "../build/add-route-table";
import { addSubnet } from "../build/add-subnet";
import type { Scenario } from "../scenario";
import { addPrivateSubnets, addSampleEndpoints, addSampleFunction, beginSampleStack } from "./sample-vpc";

const STACK = "lambda-vpc-privatepublic";

/** What `vpc-privatepublic.yaml` of the Lambda Developer Guide builds: one NAT gateway for both zones; and a function. */
export const vpcPrivatePublicScenario: Scenario = (context) => {
  const { builder, vpc } = beginSampleStack(context, { scenario: "vpc-privatepublic", stack: STACK });
  const publicSubnet = addSubnet(builder, vpc, {
    name: `${STACK}-public-subnet`,
    cidr: "172.31.0.0/24",
    zone: "a",
    isPublic: true,
  });
  const subnets = addPrivateSubnets(builder, vpc, `${STACK}-private-subnet`);
  const gatewayId = addInternetGateway(builder, vpc, `${STACK}-gateway`);
  routeToInternet(addRouteTable(builder, vpc, { subnets: [publicSubnet] }), gatewayId);
  const natGatewayId = addNatGateway(builder, publicSubnet, { publicIp: "52.48.106.77" });
  const privateTable = addRouteTable(builder, vpc, { subnets });
  addRoute(privateTable, "0.0.0.0/0", { NatGatewayId: natGatewayId });
  addSampleEndpoints(builder, vpc, privateTable);
  addSampleFunction(builder, vpc, subnets);
  return builder.world;
};
