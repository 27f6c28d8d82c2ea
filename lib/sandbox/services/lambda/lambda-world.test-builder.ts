import type { SecurityGroup, Subnet, Vpc } from "@aws-sdk/client-ec2";
import type {
  CreateFunctionRequest,
  FunctionConfiguration,
  UpdateFunctionConfigurationRequest,
} from "@aws-sdk/client-lambda";
import { AwsError } from "../../aws-error";
import { createSandboxClock } from "../../clock";
import type { HandlerContext } from "../../handler";
import { createRegionWorld, createWorld } from "../../world/create-world";
import { getAccount } from "../../world/find-account";
import { createSeededIds } from "../../world/ids";
import { settleWorld } from "../../world/settle-world";
import type { Role } from "../../world/iam-world";
import type { LambdaFunction, RegionWorld, World } from "../../world/world";
import { createFunction } from "./functions/create-function";
import { updateFunctionConfiguration } from "./functions/update-function-configuration";
import { lambdaSettlers } from "./lambda-settlers";
import { getLatest } from "./names/get-function-version";

const ACCOUNT_ID = "123456789012";
const REGION = "eu-west-1";
export const START = Date.parse("2026-11-01T12:00:00Z");
/** Longer than any background phase of a function, shorter than the release of an interface. */
export const SETTLED_MS = 90_000;
export const DAY_MS = 24 * 60 * 60_000;
/** An empty archive: the end-of-directory record alone. */
export const EMPTY_ZIP = new Uint8Array([0x50, 0x4b, 0x05, 0x06, ...new Array<number>(18).fill(0)]);
export const VPC_ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/vpc-role`;
export const BASIC_ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/basic-role`;
export const UNTRUSTED_ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/ec2-role`;
/** Two zones, one group: the connection that most tests use. */
export const CONNECTION = { SubnetIds: ["subnet-0a", "subnet-0b"], SecurityGroupIds: ["sg-0app"] };

export interface LambdaWorld {
  world: World;
  regionWorld: RegionWorld;
  context: HandlerContext;
  /** Lets time pass and everything that is due in it happen. */
  elapse: (ms: number) => void;
  /** A function that exists and has settled. */
  givenFunction: (request?: Partial<CreateFunctionRequest>) => FunctionConfiguration;
  /** An update that has not settled yet. */
  update: (request: Partial<UpdateFunctionConfigurationRequest>) => FunctionConfiguration;
  latest: (functionName?: string) => FunctionConfiguration;
  lambdaInterfaces: () => { subnetId: string; status: string; id: string }[];
}

/** A small account: one ordinary VPC, and one each of what Lambda refuses. Time runs as on AWS unless told otherwise. */
export function buildLambdaWorld({ speed = 1 } = {}): LambdaWorld {
  let now = START;
  const clock = createSandboxClock({ speed, realNow: () => now });
  const world = createWorld("test", { accountId: ACCOUNT_ID, name: "Test" });
  const regionWorld = layOutAccount(world);
  const ids = createSeededIds("lambda-test");
  const context: HandlerContext = {
    world,
    account: getAccount(world, ACCOUNT_ID),
    regionWorld,
    region: REGION,
    accountId: ACCOUNT_ID,
    clock,
    ids,
    caller: { accountId: ACCOUNT_ID, arn: `arn:aws:iam::${ACCOUNT_ID}:root`, userId: ACCOUNT_ID },
    requestId: "6b4f1ad1-0000-4000-8000-000000000001",
  };
  const elapse = (ms: number) => {
    now += ms;
    settleWorld(lambdaSettlers, { world, clock, ids, regionWorld: () => regionWorld });
  };
  const latest = (functionName = "orders") => getLatest(getFunction(regionWorld, functionName));
  return {
    world,
    regionWorld,
    context,
    elapse,
    latest,
    givenFunction(request = {}) {
      createFunction(context, createRequest(request));
      elapse(SETTLED_MS);
      return structuredClone(latest(request.FunctionName));
    },
    update: (request) => updateFunctionConfiguration(context, { FunctionName: "orders", ...request }),
    lambdaInterfaces: () =>
      regionWorld.networkInterfaces.map((eni) => ({
        subnetId: String(eni.SubnetId),
        status: String(eni.Status),
        id: String(eni.NetworkInterfaceId),
      })),
  };
}

/** Lays the small account out in any world, and returns its region. */
export function layOutAccount(world: World): RegionWorld {
  const regionWorld: RegionWorld = { ...createRegionWorld(ACCOUNT_ID, REGION), ...network() };
  regionWorld.availabilityZones.push({ ZoneName: "eu-west-1-lim-1a", ZoneType: "local-zone" });
  const account = getAccount(world, ACCOUNT_ID);
  account.regions[REGION] = regionWorld;
  account.roles.push(
    role("vpc-role", "lambda.amazonaws.com", ["service-role/AWSLambdaVPCAccessExecutionRole"]),
    role("basic-role", "lambda.amazonaws.com", ["service-role/AWSLambdaBasicExecutionRole"]),
    role("ec2-role", "ec2.amazonaws.com", []),
  );
  return regionWorld;
}

/** A request that AWS accepts. */
export function createRequest(overrides: Partial<CreateFunctionRequest> = {}): CreateFunctionRequest {
  return {
    FunctionName: "orders",
    Runtime: "nodejs22.x",
    Handler: "index.handler",
    Role: VPC_ROLE,
    Code: { ZipFile: EMPTY_ZIP },
    ...overrides,
  };
}

/** What a handler refused with. Fails the test when it did not refuse. */
export function refusalOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return { code: error.code, message: error.message, httpStatus: error.httpStatus, members: error.members };
  }
  throw new Error("The handler accepted what it should have refused.");
}

export function getFunction(regionWorld: RegionWorld, functionName: string): LambdaFunction {
  const found = regionWorld.functions.find((fn) => getLatest(fn).FunctionName === functionName);
  if (found === undefined) throw new Error(`There is no function ${functionName}.`);
  return found;
}

function network(): Pick<RegionWorld, "vpcs" | "vpcAttributes" | "subnets" | "securityGroups"> {
  return {
    vpcs: [vpc("vpc-0main"), vpc("vpc-0other"), { ...vpc("vpc-0dedicated"), InstanceTenancy: "dedicated" }],
    vpcAttributes: { "vpc-0main": { enableDnsSupport: true, enableDnsHostnames: true } },
    subnets: [
      subnet("subnet-0a", "10.0.1.0/24", "eu-west-1a"),
      subnet("subnet-0b", "10.0.2.0/24", "eu-west-1b"),
      subnet("subnet-0tiny", "10.0.3.0/28", "eu-west-1a"),
      { ...subnet("subnet-0dual", "10.0.4.0/24", "eu-west-1a"), ...ipv6("2001:db8:0:4::/64") },
      subnet("subnet-0local", "10.0.5.0/24", "eu-west-1-lim-1a"),
      { ...subnet("subnet-0outpost", "10.0.6.0/24", "eu-west-1a"), OutpostArn: "arn:aws:outposts:op-0" },
      subnet("subnet-0other", "10.1.1.0/24", "eu-west-1a", "vpc-0other"),
      subnet("subnet-0dedicated", "10.2.1.0/24", "eu-west-1a", "vpc-0dedicated"),
    ],
    securityGroups: [
      group("sg-0app"),
      group("sg-0db"),
      group("sg-0other", "vpc-0other"),
      group("sg-0dedicated", "vpc-0dedicated"),
    ],
  };
}

function vpc(id: string): Vpc {
  return { VpcId: id, InstanceTenancy: "default" };
}

function subnet(id: string, cidrBlock: string, zone: string, vpcId = "vpc-0main"): Subnet {
  return {
    SubnetId: id,
    VpcId: vpcId,
    CidrBlock: cidrBlock,
    AvailabilityZone: zone,
    AvailabilityZoneId: `${zone}-id`,
  };
}

function ipv6(cidr: string): Pick<Subnet, "Ipv6CidrBlockAssociationSet"> {
  return {
    Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: cidr, Ipv6CidrBlockState: { State: "associated" } }],
  };
}

function group(id: string, vpcId = "vpc-0main"): SecurityGroup {
  return { GroupId: id, GroupName: id.replace("sg-0", ""), VpcId: vpcId };
}

function role(roleName: string, service: string, managedPolicies: string[]): Role {
  return {
    roleName,
    roleId: `AROA${roleName.toUpperCase()}`,
    arn: `arn:aws:iam::${ACCOUNT_ID}:role/${roleName}`,
    path: "/",
    createdAt: new Date(START),
    assumeRolePolicyDocument: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
    }),
    attachedPolicies: managedPolicies.map((path) => ({
      policyName: path.replace("service-role/", ""),
      policyArn: `arn:aws:iam::aws:policy/${path}`,
    })),
    inlinePolicies: {},
  };
}
