import { DescribeRouteTablesCommand, DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signedHeaders } from "@/lib/testing/signed-headers";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { findBrokenInvariants } from "./find-broken-invariants";

let sandbox: TestSandbox;
let ec2: EC2Client;
beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "vpc-privatepublic" });
  ec2 = new EC2Client(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

/** Short in CI; `npm run sandbox:fuzz` for long. */
const RUNS = Math.ceil(Number(process.env["MOORING_FUZZ_RUNS"] ?? 150) / 50);
const CALLS = 200;
const SEED = 20_261_127;

/** Codes of EC2's and Lambda's documents that these calls may meet; "Error codes for the Amazon EC2 API" and the SDK's errors. */
const DOCUMENTED =
  /^(DependencyViolation|IncorrectState|OperationNotPermitted|MissingParameter|CannotDelete|NatGatewayNotFound|NatGatewayMalformed|RouteAlreadyExists|VPCIdNotSpecified|InsufficientFreeAddressesInSubnet|AddressLimitExceeded|InternetGatewayLimitExceeded|VpcLimitExceeded|SubnetLimitExceeded|NatGatewayLimitExceeded|RulesPerSecurityGroupLimitExceeded|SecurityGroupLimitExceeded|NetworkAclLimitExceeded|RouteTableLimitExceeded|VpcEndpointLimitExceeded|AuthFailure|Gateway\.NotAttached|Resource\.AlreadyAssociated|NetworkAclEntryAlreadyExists|Invalid[A-Za-z]+(\.(NotFound|Malformed|Duplicate|Conflict|Range|InUse))?|InvalidParameter(Value|Combination)|ResourceConflictException|InvalidParameterValueException|ResourceNotFoundException|TooManyRequestsException|ValidationException)$/;

/** Three numbers that choose what a call is about. */
type Choice = readonly [number, number, number];
type Parameters = Record<string, string>;

function at(items: readonly (string | undefined)[], index: number): string {
  // Now and then something that does not exist.
  return items[index % (items.length + 1)] ?? "none-0123456789abcdef0";
}

const ids = () => {
  const region = sandbox.regionWorld();
  return {
    vpcs: region.vpcs.map((item) => item.VpcId),
    subnets: region.subnets.map((item) => item.SubnetId),
    groups: region.securityGroups.map((item) => item.GroupId),
    gateways: region.internetGateways.map((item) => item.InternetGatewayId),
    tables: region.routeTables.map((item) => item.RouteTableId),
    interfaces: region.networkInterfaces.map((item) => item.NetworkInterfaceId),
    nats: region.natGateways.map((item) => item.NatGatewayId),
    addresses: region.addresses.map((item) => item.AllocationId),
    acls: region.networkAcls.map((item) => item.NetworkAclId),
    aclAssociations: region.networkAcls.flatMap((item) =>
      (item.Associations ?? []).map((link) => link.NetworkAclAssociationId),
    ),
    tableAssociations: region.routeTables.flatMap((item) =>
      (item.Associations ?? []).map((link) => link.RouteTableAssociationId),
    ),
    endpoints: region.vpcEndpoints.map((item) => item.VpcEndpointId),
  };
};

const CALLABLE: Readonly<Record<string, (known: ReturnType<typeof ids>, choice: Choice) => Parameters>> = {
  CreateVpc: (_known, [a]) => ({ CidrBlock: `10.${String(a % 3)}.0.0/16` }),
  DeleteVpc: ({ vpcs }, [a]) => ({ VpcId: at(vpcs, a) }),
  CreateSubnet: ({ vpcs }, [a, b, c]) => ({
    VpcId: at(vpcs, a),
    CidrBlock: `${b % 2 === 0 ? "172.31" : "10.1"}.${String(c % 9)}.0/28`,
  }),
  DeleteSubnet: ({ subnets }, [a]) => ({ SubnetId: at(subnets, a) }),
  CreateSecurityGroup: ({ vpcs }, [a, b]) => ({
    VpcId: at(vpcs, a),
    GroupName: `g${String(b % 5)}`,
    GroupDescription: "d",
  }),
  DeleteSecurityGroup: ({ groups }, [a]) => ({ GroupId: at(groups, a) }),
  AuthorizeSecurityGroupIngress: ({ groups }, [a, b, c]) => ({
    GroupId: at(groups, a),
    "IpPermissions.1.IpProtocol": "tcp",
    "IpPermissions.1.FromPort": String(c % 70_000),
    "IpPermissions.1.ToPort": String(c % 70_000),
    "IpPermissions.1.Groups.1.GroupId": at(groups, b),
  }),
  CreateInternetGateway: () => ({}),
  AttachInternetGateway: ({ gateways, vpcs }, [a, b]) => ({
    InternetGatewayId: at(gateways, a),
    VpcId: at(vpcs, b),
  }),
  DetachInternetGateway: ({ gateways, vpcs }, [a, b]) => ({
    InternetGatewayId: at(gateways, a),
    VpcId: at(vpcs, b),
  }),
  DeleteInternetGateway: ({ gateways }, [a]) => ({ InternetGatewayId: at(gateways, a) }),
  CreateRouteTable: ({ vpcs }, [a]) => ({ VpcId: at(vpcs, a) }),
  DeleteRouteTable: ({ tables }, [a]) => ({ RouteTableId: at(tables, a) }),
  AssociateRouteTable: ({ tables, subnets }, [a, b]) => ({
    RouteTableId: at(tables, a),
    SubnetId: at(subnets, b),
  }),
  DisassociateRouteTable: ({ tableAssociations }, [a]) => ({ AssociationId: at(tableAssociations, a) }),
  CreateRoute: ({ tables, gateways, nats, interfaces }, [a, b, c]) => ({
    RouteTableId: at(tables, a),
    DestinationCidrBlock: b % 2 === 0 ? "0.0.0.0/0" : "192.168.0.0/16",
    ...[
      { GatewayId: at(gateways, c) },
      { NatGatewayId: at(nats, c) },
      { NetworkInterfaceId: at(interfaces, c) },
    ][b % 3],
  }),
  DeleteRoute: ({ tables }, [a]) => ({ RouteTableId: at(tables, a), DestinationCidrBlock: "0.0.0.0/0" }),
  CreateNetworkInterface: ({ subnets, groups }, [a, b]) => ({
    SubnetId: at(subnets, a),
    "SecurityGroupId.1": at(groups, b),
  }),
  DeleteNetworkInterface: ({ interfaces }, [a]) => ({ NetworkInterfaceId: at(interfaces, a) }),
  AllocateAddress: () => ({ Domain: "vpc" }),
  ReleaseAddress: ({ addresses }, [a]) => ({ AllocationId: at(addresses, a) }),
  CreateNatGateway: ({ subnets, addresses }, [a, b]) => ({
    SubnetId: at(subnets, a),
    AllocationId: at(addresses, b),
  }),
  DeleteNatGateway: ({ nats }, [a]) => ({ NatGatewayId: at(nats, a) }),
  CreateNetworkAcl: ({ vpcs }, [a]) => ({ VpcId: at(vpcs, a) }),
  DeleteNetworkAcl: ({ acls }, [a]) => ({ NetworkAclId: at(acls, a) }),
  ReplaceNetworkAclAssociation: ({ acls, aclAssociations }, [a, b]) => ({
    NetworkAclId: at(acls, a),
    AssociationId: at(aclAssociations, b),
  }),
  DeleteVpcEndpoints: ({ endpoints }, [a]) => ({ "VpcEndpointId.1": at(endpoints, a) }),
};

function headers(service: string): Record<string, string> {
  return {
    "content-type": service === "ec2" ? "application/x-www-form-urlencoded" : "application/json",
    ...signedHeaders({ service }),
  };
}

/** Calls, and returns AWS's error code, if it refused. */
async function call(operation: string, choice: Choice): Promise<string | undefined> {
  const known = ids();
  if (operation === "wait") {
    await sandbox.control("POST", "advance", { seconds: 90 });
    return undefined;
  }
  if (operation === "moor") {
    const [a, b] = choice;
    const body = JSON.stringify({
      VpcConfig: { SubnetIds: [at(known.subnets, a)], SecurityGroupIds: [at(known.groups, b)] },
    });
    const url = `${sandbox.url}/2015-03-31/functions/my-function/configuration`;
    const response = await fetch(url, { method: "PUT", headers: headers("lambda"), body });
    await response.text();
    return response.headers.get("x-amzn-errortype") ?? undefined;
  }
  const parameters = { Action: operation, Version: "2016-11-15", ...CALLABLE[operation]?.(known, choice) };
  const body = new URLSearchParams(parameters).toString();
  const response = await fetch(sandbox.url, { method: "POST", headers: headers("ec2"), body });
  return /<Code>([^<]+)<\/Code>/.exec(await response.text())?.[1];
}

it(`any ${String(CALLS)} calls leave the world whole, and are refused in AWS's documented codes only`, async () => {
  const number = fc.nat(100_000);
  const step = fc.tuple(
    fc.constantFrom(...Object.keys(CALLABLE), "wait", "moor", "moor"),
    fc.tuple(number, number, number),
  );
  const taken = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: CALLS, maxLength: CALLS, size: "max" }), async (steps) => {
      await sandbox.control("POST", "reset", { scenario: "vpc-privatepublic" });
      for (const [operation, choice] of steps) {
        const code = await call(operation, choice);
        if (code === undefined) taken.add(operation);
        else
          expect(`${operation}: ${code}`).toMatch(new RegExp(`^${operation}: ${DOCUMENTED.source.slice(1)}`));
      }
      // Whatever is still going on comes to its end, so that what is read next and the world are of one moment.
      await sandbox.control("POST", "advance", { seconds: 7200 });
      const [subnets, tables] = await Promise.all([
        ec2.send(new DescribeSubnetsCommand({})),
        ec2.send(new DescribeRouteTablesCommand({})),
      ]);
      const shown = { subnets: subnets.Subnets ?? [], routeTables: tables.RouteTables ?? [] };
      expect(findBrokenInvariants(sandbox.regionWorld(), shown)).toEqual([]);
      expect(sandbox.logs).toEqual([]);
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  // A sequence in which nothing succeeds would prove nothing.
  expect(taken.size).toBeGreaterThan(20);
});
