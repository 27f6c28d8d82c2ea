import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import {
  AssociateSecurityGroupVpcCommand,
  CreateSecurityGroupCommand,
  DisassociateSecurityGroupVpcCommand,
} from "@aws-sdk/client-ec2";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { vpcSecurityGroupList } from "@/lib/contract/vpcs";
import { nameTag } from "@/lib/core/network/name-tag";
import type { RequestContext } from "@/lib/server/context";
import { aCapture } from "@/lib/testing/builders/snapshot";
import { storeSnapshot } from "@/lib/testing/stored-snapshot";
import { createTestContext } from "@/lib/testing/test-context";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { createAwsClients } from "../../aws/aws-clients";
import { toRecorded } from "../../collector/reading/to-recorded";
import { listVpcSecurityGroups } from "./list-vpc-security-groups";

/** What moto_server and many proxies answer with. */
const PAGE = `<!doctype html>
<html lang=en>
<title>500 Internal Server Error</title>
<h1>Internal Server Error</h1>
`;

withDatabase("the security groups that a VPC may use", (database) => {
  let sandbox: TestSandbox;
  let ctx: RequestContext;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "demo" });
    const { url: endpoint, region, credentials } = sandbox;
    const aws = createAwsClients({ mode: "sandbox", region, endpoint, credentials, maxAttempts: 1 });
    ctx = createTestContext({ database: database(), aws });
    const { vpcs, securityGroups } = structuredClone(sandbox.regionWorld());
    const capture = aCapture({ Vpcs: toRecorded(vpcs), SecurityGroups: toRecorded(securityGroups) });
    await storeSnapshot(database(), [{ ...capture, accountId: sandbox.world.homeAccountId }]);
  });
  afterEach(async () => {
    await sandbox.control("DELETE", "faults");
  });
  afterAll(async () => {
    ctx.aws.destroy();
    await sandbox.close();
  });

  const vpcId = (name: string) =>
    sandbox.regionWorld().vpcs.find((vpc) => nameTag(vpc) === name)?.VpcId ?? "";
  const list = async (overrides: Partial<RequestContext> = {}) =>
    vpcSecurityGroupList.parse(
      await listVpcSecurityGroups({ ctx: { ...ctx, ...overrides }, input: { vpcId: vpcId("prod-vpc") } }),
    );
  const ownNames = () =>
    sandbox
      .regionWorld()
      .securityGroups.filter((group) => group.VpcId === vpcId("prod-vpc"))
      .map(({ GroupName }) => GroupName)
      .sort();

  it("are those that AWS lists now, with their rules, one made since the snapshot too", async () => {
    const made = { GroupName: "made-since", Description: "new", VpcId: vpcId("prod-vpc") };
    await ctx.aws.ec2().send(new CreateSecurityGroupCommand(made));
    const { source, items, error } = await list();
    expect({ source, error }).toEqual({ source: "live", error: undefined });
    expect(items.map(({ groupName }) => groupName).sort()).toEqual(ownNames());
    expect(new Set(items.map(({ origin }) => origin))).toEqual(new Set(["own"]));
    expect(items.find(({ groupName }) => groupName === "made-since")).toMatchObject({
      rulesKnown: true,
      rules: [{ direction: "outbound", protocol: "all", peer: "0.0.0.0/0" }],
      vpcName: "prod-vpc",
      ownerId: sandbox.world.homeAccountId,
    });
  });

  it("include a group associated from another VPC, after the VPC's own and with where it comes from", async () => {
    const GroupId = sandbox
      .regionWorld()
      .securityGroups.find(({ GroupName }) => GroupName === "staging-functions")?.GroupId;
    const association = { GroupId, VpcId: vpcId("prod-vpc") };
    await ctx.aws.ec2().send(new AssociateSecurityGroupVpcCommand(association));
    await sandbox.control("POST", "advance", { seconds: 60 });
    const { items } = await list();
    expect(items.at(-1)).toMatchObject({
      groupName: "staging-functions",
      origin: "associated",
      vpcId: vpcId("staging-vpc"),
      vpcName: "staging-vpc",
      rulesKnown: true,
    });
    await ctx.aws.ec2().send(new DisassociateSecurityGroupVpcCommand(association));
  });

  it("say why the rules of one made since the snapshot could not be read", async () => {
    await sandbox.control("POST", "faults", { kind: "deny", operation: "ec2:DescribeSecurityGroups" });
    const { source, items, error } = await list();
    expect(source).toBe("live");
    expect(items.find(({ groupName }) => groupName === "made-since")).toMatchObject({ rulesKnown: false });
    expect(error).toMatchObject({
      code: "UnauthorizedOperation",
      missingPermission: "ec2:DescribeSecurityGroups",
    });
    await sandbox.control("DELETE", "faults");
  });

  it("are the snapshot's where AWS refuses, with its code and the permission that is missing", async () => {
    await sandbox.control("POST", "faults", { kind: "deny", operation: "ec2:GetSecurityGroupsForVpc" });
    const { source, items, error } = await list();
    expect(source).toBe("snapshot");
    expect(items.map(({ groupName }) => groupName).sort()).toEqual(
      ownNames().filter((name) => name !== "made-since"),
    );
    expect(error).toMatchObject({
      code: "UnauthorizedOperation",
      missingPermission: "ec2:GetSecurityGroupsForVpc",
    });
  });

  it("are the snapshot's where the endpoint answers with a page instead of AWS's protocol", async () => {
    const server: Server = createServer((_request, response) => {
      response.writeHead(500, { "content-type": "text/html" }).end(PAGE);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    // A server that listens on a port has an address of this form.
    const { port } = server.address() as AddressInfo;
    const endpoint = `http://127.0.0.1:${String(port)}`;
    const aws = createAwsClients({ mode: "sandbox", region: sandbox.region, endpoint, maxAttempts: 1 });
    try {
      const { source, items, error } = await list({ aws });
      expect(source).toBe("snapshot");
      expect(items.length).toBeGreaterThan(0);
      expect(error?.code).toBe("InvalidResponse");
      expect(error?.message).not.toContain("<");
    } finally {
      aws.destroy();
      server.close();
    }
  });

  it("are not found for a VPC that the snapshot lacks", async () => {
    await expect(listVpcSecurityGroups({ ctx, input: { vpcId: "vpc-0" } })).rejects.toMatchObject({
      code: "not_found",
      field: "vpcId",
    });
  });
});
