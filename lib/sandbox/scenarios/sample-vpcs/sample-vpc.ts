import type { RouteTable } from "@aws-sdk/client-ec2";
import { addGatewayEndpoint } from "../build/add-endpoints";
import { addFunction } from "../build/add-function";
import { addExecutionRole } from "../build/add-role";
import { addSubnet, type BuiltSubnet } from "../build/add-subnet";
import { addVpc, type BuiltVpc } from "../build/add-vpc";
import { createBuilder, type Builder } from "../build/builder";
import { addCallers } from "../callers";
import type { ScenarioContext } from "../scenario";

/** An account in which one stack of the Lambda Developer Guide was deployed, in the VPC that both have. */
export function beginSampleStack(
  context: ScenarioContext,
  place: { scenario: string; stack: string },
): { builder: Builder; vpc: BuiltVpc } {
  const builder = createBuilder(context, {
    scenario: place.scenario,
    accountId: "123456789012",
    accountName: "Harbor & Pine",
    region: "eu-west-1",
  });
  addCallers(builder.world);
  return { builder, vpc: addVpc(builder, { name: place.stack, cidr: "172.31.0.0/16", dnsHostnames: false }) };
}

/** The two private subnets of both templates. `prefix` is what their names begin with. */
export function addPrivateSubnets(builder: Builder, vpc: BuiltVpc, prefix: string): BuiltSubnet[] {
  return [
    addSubnet(builder, vpc, { name: `${prefix}-a`, cidr: "172.31.3.0/24", zone: "a" }),
    addSubnet(builder, vpc, { name: `${prefix}-b`, cidr: "172.31.2.0/24", zone: "b" }),
  ];
}

/** S3's and DynamoDB's gateway endpoints, on the private table only, with the policies of the templates. */
export function addSampleEndpoints(builder: Builder, vpc: BuiltVpc, privateTable: RouteTable): void {
  for (const service of ["s3", "dynamodb"] as const) {
    const policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: "*", Action: [`${service}:*`], Resource: ["*"] }],
    });
    addGatewayEndpoint(builder, vpc, { service, routeTables: [privateTable], policy });
  }
}

/** A function in the private subnets, under the group that the stacks export: the VPC's default one. */
export function addSampleFunction(builder: Builder, vpc: BuiltVpc, subnets: readonly BuiltSubnet[]): void {
  const roleArn = addExecutionRole(builder, {
    name: "lambda-vpc-role",
    managed: ["AWSLambdaVPCAccessExecutionRole"],
  });
  addFunction(builder, {
    name: "my-function",
    description: "Moored in the private subnets",
    roleArn,
    connection: { subnets, groups: [vpc.defaultSecurityGroup] },
  });
}
