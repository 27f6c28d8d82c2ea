import { addPostgres } from "../build/add-postgres";
import { addInterfaceEndpoint } from "../build/add-endpoints";
import { addInstance } from "../build/add-instance";
import { addInterface } from "../build/add-interface";
import type { BuiltSubnet } from "../build/add-subnet";
import type { Builder } from "../build/builder";
import type { LargeNetwork } from "./large-networks";
import type { Random } from "./random";

const INTERFACES = 20_000;
/** VPCs with a database, VPCs with an interface endpoint, and instances in each of the first 500. */
const DATABASES = 200;
const ENDPOINTS = 100;
const INSTANCES_PER_VPC = 2;
/** Where tasks begin in a subnet: below lie the addresses that the builders look for themselves. */
const FIRST_TASK_ADDRESS = 256;

function nthAddress(subnet: BuiltSubnet, offset: number): string {
  const [first = 0, second = 0, third = 0] = subnet.cidr.split(/[./]/).map(Number);
  return [first, second, third + Math.floor(offset / 256), offset % 256].join(".");
}

/** Databases, endpoints and instances, and then as many interfaces of containers as it takes. */
export function buildLargeInterfaces(
  builder: Builder,
  networks: readonly LargeNetwork[],
  random: Random,
): void {
  networks.slice(0, DATABASES).forEach((network) => {
    const [, , , , databases = network.vpc.defaultSecurityGroup] = network.groups;
    addPostgres(builder, {
      name: `${network.vpc.name}-db`,
      subnets: network.privateSubnets,
      group: databases,
    });
  });
  networks.slice(0, ENDPOINTS).forEach(({ vpc, privateSubnets, groups }) => {
    addInterfaceEndpoint(builder, vpc, {
      service: "secretsmanager",
      name: `${vpc.name}-secretsmanager`,
      subnets: privateSubnets,
      groups: [random.pick(groups)],
    });
  });
  for (const { vpc, privateSubnets, groups } of networks) {
    for (let index = 0; index < INSTANCES_PER_VPC; index += 1) {
      addInstance(builder, {
        name: `${vpc.name}-worker-${String(index)}`,
        subnet: random.pick(privateSubnets),
        groups: [random.pick(groups)],
      });
    }
  }
  fillWithTasks(builder, networks, random);
}

/** Interfaces of Fargate tasks, as ECS makes them, in turns through every VPC. */
function fillWithTasks(builder: Builder, networks: readonly LargeNetwork[], random: Random): void {
  const { regionWorld, ids } = builder;
  const { region, accountId, networkInterfaces } = regionWorld;
  for (let index = 0; networkInterfaces.length < INTERFACES; index += 1) {
    const network = networks[index % networks.length];
    const round = Math.floor(index / networks.length);
    const subnet = network?.privateSubnets[round % network.privateSubnets.length];
    if (network === undefined || subnet === undefined) throw new Error("There is no VPC to fill.");
    addInterface(builder, {
      subnet,
      groups: [random.pick(network.groups)],
      type: "interface",
      description: `arn:aws:ecs:${region}:${accountId}:attachment/${ids.uuid()}`,
      requesterId: `AROAMOORINGSANDBOXECS:ecs-eni-provisioning`,
      address: nthAddress(subnet, FIRST_TASK_ADDRESS + round),
    });
  }
}
