import type { Runtime } from "@aws-sdk/client-lambda";
import { addFunction, type ConnectionSpec } from "../build/add-function";
import { addExecutionRole } from "../build/add-role";
import type { Builder } from "../build/builder";
import type { LargeNetwork } from "./large-networks";
import type { Random } from "./random";

const FUNCTIONS = 10_000;
const CONNECTIONS = 200;
const ROLES = 100;
/** One function in five is moored nowhere. */
const UNMOORED_OF = 5;
const RUNTIMES: readonly Runtime[] = ["nodejs22.x", "nodejs20.x", "python3.13", "python3.12", "java21"];
const MAX_IDLE_DAYS = 13;

/** Each in a VPC of its own, in two or three private zones, under one or two groups. */
function toConnection(network: LargeNetwork, random: Random): ConnectionSpec {
  const [, functions, ...others] = network.groups;
  if (functions === undefined) throw new Error("Every VPC has a group for functions.");
  return {
    subnets: network.privateSubnets.slice(0, 2 + random.below(2)),
    groups: random.below(3) === 0 ? [functions, random.pick(others)] : [functions],
  };
}

/** 10,000 functions that share 200 connections, every fifth without one. */
export function buildLargeFunctions(
  builder: Builder,
  networks: readonly LargeNetwork[],
  random: Random,
): void {
  const connections = networks.slice(0, CONNECTIONS).map((network) => toConnection(network, random));
  const roles = Array.from({ length: ROLES }, (_none, index) =>
    addExecutionRole(builder, {
      name: `functions-role-${String(index).padStart(3, "0")}`,
      managed: ["AWSLambdaVPCAccessExecutionRole"],
    }),
  );
  for (let index = 0; index < FUNCTIONS; index += 1) {
    const network = networks[index % CONNECTIONS];
    const connection =
      index % UNMOORED_OF === 0 && index >= CONNECTIONS ? undefined : connections[index % CONNECTIONS];
    addFunction(builder, {
      name: `${network?.vpc.name ?? "shared"}-function-${String(index).padStart(5, "0")}`,
      description: `Function ${String(index)} of the large scenario`,
      roleArn: random.pick(roles),
      runtime: random.pick(RUNTIMES),
      idleDays: random.below(MAX_IDLE_DAYS),
      tags: { stage: network?.vpc.name.split("-").at(-1) ?? "" },
      ...(connection === undefined ? {} : { connection }),
    });
  }
}
