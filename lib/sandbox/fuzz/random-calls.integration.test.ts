import { DescribeRouteTablesCommand, DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signedHeaders } from "@/lib/testing/signed-headers";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { getAccount } from "../world/find-account";
import { DOCUMENTED_CODES } from "./documented-codes";
import { findBrokenInvariants } from "./find-broken-invariants";
import { findBrokenLinks, findBrokenRights } from "./find-broken-links";
import { at, EC2_CALLS, IAM_CALLS, listKnownIds, type Choice } from "./random-operations";

let sandbox: TestSandbox;
let ec2: EC2Client;
beforeAll(async () => {
  // Time nearly stands still: what is under way stays so until a step waits.
  sandbox = await startSandbox({ scenario: "vpc-privatepublic", speed: 1 });
  ec2 = new EC2Client(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

const ALL = [...Object.keys(EC2_CALLS), ...Object.keys(IAM_CALLS)];
/** Others come to nothing without these: time, and routes that what is deleted must turn into blackholes. */
const WEIGHTY = ["wait", "wait", "wait", "moor", "CreateRoute", "CreateRoute", "CreateTransitGatewayRoute"];

/** Short in CI; `npm run sandbox:fuzz` for long. */
const RUNS = Math.ceil(Number(process.env["MOORING_FUZZ_RUNS"] ?? 150) / 50);
const CALLS = 200;
const SEED = 20_261_127;
/** Reads take most of the time: what only they show is looked at after so many calls, the rest after each. */
const READ_EVERY = 10;

type Step = readonly [operation: string, choice: Choice];
type FuzzedService = keyof typeof DOCUMENTED_CODES;

const VERSIONS = { ec2: "2016-11-15", iam: "2010-05-08" };

/** Calls, and returns AWS's error code, if it refused. */
async function call([operation, choice]: Step): Promise<{
  service: FuzzedService;
  code: string | undefined;
}> {
  const ids = known();
  if (operation === "moor") {
    const [a, b] = choice;
    const body = JSON.stringify({
      VpcConfig: { SubnetIds: [at(ids.subnets, a)], SecurityGroupIds: [at(ids.groups, b)] },
    });
    const url = `${sandbox.url}/2015-03-31/functions/my-function/configuration`;
    const headers = { "content-type": "application/json", ...signedHeaders({ service: "lambda" }) };
    const response = await fetch(url, { method: "PUT", headers, body });
    await response.text();
    return { service: "lambda", code: response.headers.get("x-amzn-errortype") ?? undefined };
  }
  const service = Object.hasOwn(IAM_CALLS, operation) ? "iam" : "ec2";
  const parameters = (service === "iam" ? IAM_CALLS : EC2_CALLS)[operation]?.(ids, choice);
  const response = await fetch(sandbox.url, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", ...signedHeaders({ service }) },
    body: new URLSearchParams({ Action: operation, Version: VERSIONS[service], ...parameters }).toString(),
  });
  return { service, code: /<Code>([^<]+)<\/Code>/.exec(await response.text())?.[1] };
}

async function findBreaches(): Promise<string[]> {
  const [subnets, tables] = await Promise.all([
    ec2.send(new DescribeSubnetsCommand({})),
    ec2.send(new DescribeRouteTablesCommand({})),
  ]);
  const shown = { subnets: subnets.Subnets ?? [], routeTables: tables.RouteTables ?? [] };
  return findBrokenInvariants(sandbox.regionWorld(), shown);
}

function findBreachesOfWorld(): string[] {
  const account = getAccount(sandbox.world, sandbox.world.homeAccountId);
  return [...findBrokenLinks(sandbox.regionWorld()), ...findBrokenRights(account), ...sandbox.logs];
}

/** What the random calls begin with: a second VPC, peered with the first, and a transit gateway that both are attached to. */
async function prepare(): Promise<void> {
  const send = async (operation: string, parameters: Record<string, string>) => {
    const body = new URLSearchParams({ Action: operation, Version: VERSIONS.ec2, ...parameters }).toString();
    const headers = {
      "content-type": "application/x-www-form-urlencoded",
      ...signedHeaders({ service: "ec2" }),
    };
    const response = await fetch(sandbox.url, { method: "POST", headers, body });
    if (!response.ok) throw new Error(`${operation}: ${await response.text()}`);
    await sandbox.control("POST", "advance", { seconds: 600 });
  };
  const first = at(known().vpcs, 0);
  await send("CreateVpc", { CidrBlock: "10.1.0.0/16" });
  const second = at(known().vpcs, 10);
  await send("CreateSubnet", { VpcId: second, CidrBlock: "10.1.0.0/28" });
  await send("CreateVpcPeeringConnection", { VpcId: first, PeerVpcId: second });
  await send("AcceptVpcPeeringConnection", { VpcPeeringConnectionId: at(known().peerings, 0) });
  await send("CreateTransitGateway", {});
  for (const VpcId of [first, second]) {
    const subnet = sandbox.regionWorld().subnets.find((candidate) => candidate.VpcId === VpcId);
    const TransitGatewayId = at(known().transitGateways, 0);
    await send("CreateTransitGatewayVpcAttachment", {
      TransitGatewayId,
      VpcId,
      "SubnetIds.1": subnet?.SubnetId ?? "",
    });
  }
}

const known = () => listKnownIds(sandbox.world, sandbox.regionWorld());

const taken = new Set<string>();

/** Plays the steps in a fresh world, and says what broke first: what they did, or left when all had come to its end. */
async function play(steps: readonly Step[]): Promise<string | undefined> {
  await sandbox.control("POST", "reset", { scenario: "vpc-privatepublic" });
  await prepare();
  for (const [index, step] of steps.entries()) {
    const [operation] = step;
    if (operation === "wait") await sandbox.control("POST", "advance", { seconds: 90 });
    else {
      const { service, code } = await call(step);
      if (code === undefined) taken.add(operation);
      else if (!DOCUMENTED_CODES[service].has(code)) return `${operation}: undocumented code ${code}`;
    }
    const [breach] = [
      ...findBreachesOfWorld(),
      ...(index % READ_EVERY === READ_EVERY - 1 ? await findBreaches() : []),
    ];
    if (breach !== undefined) return `after ${operation}: ${breach}`;
  }
  await sandbox.control("POST", "advance", { seconds: 7200 });
  const [breach] = [...findBreachesOfWorld(), ...(await findBreaches())];
  return breach === undefined ? undefined : `in the end: ${breach}`;
}

/** The shortest beginning of the steps after which something is broken, found by halving. Ids differ in each run. */
async function shortestFailing(steps: readonly Step[]): Promise<string> {
  let [good, bad] = [0, steps.length];
  let breach = await play(steps);
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    const found = await play(steps.slice(0, middle));
    if (found === undefined) good = middle;
    else [bad, breach] = [middle, found];
  }
  return `${breach ?? "not seen again"}\nafter these ${String(bad)} of ${String(steps.length)} steps:\n${JSON.stringify(steps.slice(0, bad))}`;
}

it(`any ${String(CALLS)} calls leave the world whole at every moment, and are refused in documented codes only`, async () => {
  const number = fc.nat(100_000);
  const step = fc.tuple(fc.constantFrom(...ALL, ...WEIGHTY, ...WEIGHTY), fc.tuple(number, number, number));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: CALLS, maxLength: CALLS, size: "max" }), async (steps) => {
      if ((await play(steps)) !== undefined) expect.fail(await shortestFailing(steps));
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  // A sequence in which nothing succeeds would prove nothing.
  expect(taken.size).toBeGreaterThan(40);
});
