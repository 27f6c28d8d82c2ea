import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasAwsCli, runAws } from "@/lib/testing/aws-cli";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { EMPTY_ZIP } from "./services/lambda/lambda-world.test-builder";

const isInstalled = hasAwsCli();
if (!isInstalled)
  process.stdout.write("The aws CLI is not installed: its play of a sample VPC did not run.\n");

const TRUST = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
});
/** The CLI takes a second for a call, and several on a machine that is busy. */
const PATIENCE_MS = 150_000;
const VPC_ACCESS = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";

/** How much there is of everything: in the region, and of roles in the account. */
function countThings(sandbox: TestSandbox): Record<string, number> {
  const { world } = sandbox;
  const count = (value: unknown, name: string): [string, number][] => {
    if (Array.isArray(value)) return [[name, value.length]];
    if (typeof value !== "object" || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) => count(item, `${name}.${key}`));
  };
  return Object.fromEntries([
    ...count(sandbox.regionWorld(), "region"),
    ...count(world.accounts[world.homeAccountId]?.roles, "roles"),
  ]);
}

describe.skipIf(!isInstalled && process.env["CI"] !== "true")(
  "the aws CLI, making and taking down the developer guide's vpc-privatepublic",
  () => {
    let sandbox: TestSandbox;
    let folder: string;
    let before: Record<string, number>;
    /** What was made so far, by the name that the template gives it. */
    const made: Record<string, string> = {};

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "mooring-cli-"));
      await writeFile(join(folder, "code.zip"), EMPTY_ZIP);
      sandbox = await startSandbox({ scenario: "empty" });
      before = countThings(sandbox);
    });
    afterAll(async () => {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** One line of the CLI, `{name}` standing for what was made under that name. */
    const aws = (line: string, ...further: string[]) =>
      runAws(sandbox, [
        ...line
          .split(" ")
          .map((word) => word.replace(/\{(\w+)\}/g, (whole, name: string) => made[name] ?? whole)),
        ...further,
      ]);
    /** The same, keeping the one value that `--query` picks of the answer. */
    const make = async (name: string, line: string, ...further: string[]) => {
      const value = await aws(line, ...further);
      expect(value).toEqual(expect.any(String));
      made[name] = String(value);
    };
    const subnet = (name: string, cidr: string, zone: string) =>
      make(
        name,
        `ec2 create-subnet --vpc-id {vpc} --cidr-block ${cidr} --availability-zone ${zone} --query Subnet.SubnetId`,
      );
    const gatewayEndpoint = (name: string) =>
      make(
        name,
        `ec2 create-vpc-endpoint --vpc-id {vpc} --service-name com.amazonaws.eu-west-1.${name} --route-table-ids {privateTable} --query VpcEndpoint.VpcEndpointId`,
      );

    it(
      "makes the network, with a way out through the NAT gateway",
      async () => {
        await Promise.all([
          make("vpc", "ec2 create-vpc --cidr-block 172.31.0.0/16 --query Vpc.VpcId"),
          make("gateway", "ec2 create-internet-gateway --query InternetGateway.InternetGatewayId"),
          make("address", "ec2 allocate-address --domain vpc --query AllocationId"),
        ]);
        await Promise.all([
          subnet("publicSubnet", "172.31.0.0/24", "eu-west-1a"),
          subnet("privateSubnet1", "172.31.3.0/24", "eu-west-1a"),
          subnet("privateSubnet2", "172.31.2.0/24", "eu-west-1b"),
          make("publicTable", "ec2 create-route-table --vpc-id {vpc} --query RouteTable.RouteTableId"),
          make("privateTable", "ec2 create-route-table --vpc-id {vpc} --query RouteTable.RouteTableId"),
          aws("ec2 attach-internet-gateway --internet-gateway-id {gateway} --vpc-id {vpc}"),
        ]);
        const associate = (name: string, table: string, of: string) =>
          make(
            name,
            `ec2 associate-route-table --route-table-id {${table}} --subnet-id {${of}} --query AssociationId`,
          );
        await Promise.all([
          aws("ec2 modify-subnet-attribute --subnet-id {publicSubnet} --map-public-ip-on-launch"),
          aws(
            "ec2 create-route --route-table-id {publicTable} --destination-cidr-block 0.0.0.0/0 --gateway-id {gateway}",
          ),
          associate("publicAssociation", "publicTable", "publicSubnet"),
          associate("privateAssociation1", "privateTable", "privateSubnet1"),
          associate("privateAssociation2", "privateTable", "privateSubnet2"),
          make(
            "nat",
            "ec2 create-nat-gateway --subnet-id {publicSubnet} --allocation-id {address} --query NatGateway.NatGatewayId",
          ),
          gatewayEndpoint("s3"),
          gatewayEndpoint("dynamodb"),
        ]);
        // Its waiters ask again after 15 seconds: what they wait for is over before they begin.
        await sandbox.control("POST", "advance", { seconds: 600 });
        await aws("ec2 wait nat-gateway-available --nat-gateway-ids {nat}");
        await aws(
          "ec2 create-route --route-table-id {privateTable} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id {nat}",
        );
        const routes = await aws(
          "ec2 describe-route-tables --route-table-ids {privateTable} --query RouteTables[0].Routes[].[DestinationCidrBlock,GatewayId,NatGatewayId,State]",
        );
        expect(routes).toHaveLength(4);
        expect(routes).toEqual(
          expect.arrayContaining([
            ["172.31.0.0/16", "local", null, "active"],
            ["0.0.0.0/0", null, made["nat"], "active"],
            [null, made["s3"], null, "active"],
            [null, made["dynamodb"], null, "active"],
          ]),
        );
      },
      PATIENCE_MS,
    );

    it(
      "makes a role and a function in the private subnets, and calls it",
      async () => {
        await make(
          "role",
          "iam create-role --role-name orders --query Role.Arn --assume-role-policy-document",
          TRUST,
        );
        await Promise.all([
          aws(`iam attach-role-policy --role-name orders --policy-arn ${VPC_ACCESS}`),
          make(
            "group",
            "ec2 describe-security-groups --filters Name=vpc-id,Values={vpc} Name=group-name,Values=default --query SecurityGroups[0].GroupId",
          ),
        ]);
        const created = await aws(
          "lambda create-function --function-name orders --runtime nodejs22.x --handler index.handler --role {role} --vpc-config SubnetIds={privateSubnet1},{privateSubnet2},SecurityGroupIds={group} --zip-file",
          `fileb://${join(folder, "code.zip")}`,
        );
        expect(created).toMatchObject({ State: "Pending", VpcConfig: { VpcId: made["vpc"] } });
        await aws("lambda wait function-active-v2 --function-name orders");
        const payload = join(folder, "payload.json");
        expect(await aws("lambda invoke --function-name orders", payload)).toMatchObject({ StatusCode: 200 });
        expect(JSON.parse(await readFile(payload, "utf8"))).toBeDefined();
        expect(
          await aws(
            "ec2 describe-network-interfaces --filters Name=interface-type,Values=lambda --query NetworkInterfaces[].SubnetId",
          ),
        ).toEqual(expect.arrayContaining([made["privateSubnet1"], made["privateSubnet2"]]));
      },
      PATIENCE_MS,
    );

    it(
      "may not take down what the function still uses",
      async () => {
        await Promise.all([
          expect(aws("ec2 delete-subnet --subnet-id {privateSubnet1}")).rejects.toThrow(
            /\(DependencyViolation\)/,
          ),
          expect(aws("ec2 delete-vpc --vpc-id {vpc}")).rejects.toThrow(/\(DependencyViolation\)/),
        ]);
      },
      PATIENCE_MS,
    );

    it(
      "detaches the function, waits for its interfaces to be gone, and deletes it all",
      async () => {
        await aws(
          "lambda update-function-configuration --function-name orders --vpc-config SubnetIds=[],SecurityGroupIds=[]",
        );
        await Promise.all([
          aws("lambda wait function-updated-v2 --function-name orders"),
          aws("ec2 delete-vpc-endpoints --vpc-endpoint-ids {s3} {dynamodb}"),
          aws("ec2 delete-nat-gateway --nat-gateway-id {nat}"),
        ]);
        await sandbox.control("POST", "advance", { seconds: 600 });
        await Promise.all([
          aws("ec2 wait nat-gateway-deleted --nat-gateway-ids {nat}"),
          aws("lambda delete-function --function-name orders"),
        ]);
        await sandbox.control("POST", "advance", { seconds: 3600 });
        await Promise.all([
          aws("ec2 release-address --allocation-id {address}"),
          aws(`iam detach-role-policy --role-name orders --policy-arn ${VPC_ACCESS}`),
          aws("ec2 delete-subnet --subnet-id {publicSubnet}"),
          aws("ec2 delete-subnet --subnet-id {privateSubnet1}"),
          aws("ec2 delete-subnet --subnet-id {privateSubnet2}"),
          aws("ec2 detach-internet-gateway --internet-gateway-id {gateway} --vpc-id {vpc}"),
        ]);
        await Promise.all([
          aws("ec2 delete-route-table --route-table-id {publicTable}"),
          aws("ec2 delete-route-table --route-table-id {privateTable}"),
          aws("ec2 delete-internet-gateway --internet-gateway-id {gateway}"),
          aws("iam delete-role --role-name orders"),
        ]);
        await aws("ec2 delete-vpc --vpc-id {vpc}");
      },
      PATIENCE_MS,
    );

    it("leaves nothing behind", async () => {
      await sandbox.control("POST", "advance", { seconds: 7200 });
      // The first VPC of a region brings the region's DHCP options, which stay, as on AWS.
      expect(countThings(sandbox)).toEqual({ ...before, "region.dhcpOptions": 1 });
      expect(sandbox.world.scheduled).toEqual([]);
    });
  },
);
