import { EC2Client, paginateDescribeSubnets } from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { heldInterfaceKeys } from "../../lambda-interfaces/interface-users";

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "large" });
});
afterAll(() => sandbox.close());

describe("the large scenario", () => {
  it("has the sizes that it promises", () => {
    const { vpcs, subnets, securityGroups, securityGroupRules, networkInterfaces, functions } =
      sandbox.regionWorld();
    const connections = functions.flatMap(({ versions }) => {
      const config = versions[0]?.VpcConfig;
      return config === undefined ? [] : [JSON.stringify([config.SubnetIds, config.SecurityGroupIds])];
    });
    expect({
      vpcs: vpcs.length,
      subnets: subnets.length,
      securityGroups: securityGroups.length,
      rules: securityGroupRules.length,
      networkInterfaces: networkInterfaces.length,
      functions: functions.length,
      connections: new Set(connections).size,
    }).toEqual({
      vpcs: 500,
      subnets: 3000,
      securityGroups: 5000,
      rules: 50_000,
      networkInterfaces: 20_000,
      functions: 10_000,
      connections: 200,
    });
  });

  it("gives every held (subnet, groups) one Lambda interface, and no two interfaces one address", () => {
    const world = sandbox.regionWorld();
    const interfaces = world.networkInterfaces;
    expect(interfaces.filter((eni) => eni.InterfaceType === "lambda")).toHaveLength(
      heldInterfaceKeys(world).size,
    );
    const addresses = interfaces.map((eni) => `${eni.VpcId ?? ""} ${eni.PrivateIpAddress ?? ""}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("is read by pages, each item once", async () => {
    const client = new EC2Client(sandbox.clientConfig());
    const subnetIds: string[] = [];
    let pages = 0;
    for await (const page of paginateDescribeSubnets({ client, pageSize: 1000 }, {})) {
      pages += 1;
      subnetIds.push(...(page.Subnets ?? []).flatMap((subnet) => subnet.SubnetId ?? []));
    }
    expect({ pages, subnets: subnetIds.length, distinct: new Set(subnetIds).size }).toEqual({
      pages: 3,
      subnets: 3000,
      distinct: 3000,
    });
  });

  it("lets thousands of idle functions fall asleep, and their interfaces go, while somebody waits for it", async () => {
    const days = 16;
    await sandbox.control("POST", "advance", { seconds: days * 24 * 60 * 60 });
    const { functions, networkInterfaces } = sandbox.regionWorld();
    const attached = functions.filter(({ versions }) => (versions[0]?.VpcConfig?.SubnetIds ?? []).length > 0);
    expect(attached.length).toBeGreaterThan(8_000);
    const awake = attached.filter(({ versions }) => versions[0]?.State === "Active");
    expect(awake).toEqual([]);
    const left = networkInterfaces.filter((eni) => eni.InterfaceType === "lambda");
    expect(left).toEqual([]);
  }, 30_000);
});
