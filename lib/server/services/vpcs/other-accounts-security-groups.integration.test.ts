import { CreateSecurityGroupCommand } from "@aws-sdk/client-ec2";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { nameTag } from "@/lib/core/network/name-tag";
import type { RequestContext } from "@/lib/server/context";
import { HYBRID_ACCOUNTS } from "@/lib/sandbox/scenarios/hybrid/hybrid-accounts";
import { aCapture } from "@/lib/testing/builders/snapshot";
import { storeSnapshot } from "@/lib/testing/stored-snapshot";
import { createTestContext } from "@/lib/testing/test-context";
import { withDatabase } from "@/lib/testing/with-database";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";
import { createAwsClients, type AwsClients } from "../../aws/aws-clients";
import { toRecorded } from "../../collector/reading/to-recorded";
import { listVpcSecurityGroups } from "./list-vpc-security-groups";

withDatabase("the security groups that a VPC of another account may use", (database) => {
  let sandbox: TestSandbox;
  let byRole: AwsClients;
  let without: AwsClients;
  beforeAll(async () => {
    sandbox = await startSandbox({ scenario: "hybrid" });
    const { url: endpoint, region, credentials } = sandbox;
    const options = { mode: "sandbox", region, endpoint, credentials, maxAttempts: 1 } as const;
    byRole = createAwsClients({ ...options, readRole: { name: "mooring-read" } });
    without = createAwsClients(options);
    const captures = [HYBRID_ACCOUNTS.workload, HYBRID_ACCOUNTS.shared].map((accountId) => {
      const { vpcs, securityGroups } = structuredClone(sandbox.regionWorld({ accountId }));
      const capture = aCapture({ Vpcs: toRecorded(vpcs), SecurityGroups: toRecorded(securityGroups) });
      return { ...capture, accountId };
    });
    await storeSnapshot(database(), captures);
  });
  afterEach(() => sandbox.control("DELETE", "faults"));
  afterAll(async () => {
    byRole.destroy();
    without.destroy();
    await sandbox.close();
  });

  const vpcOf = (accountId: string, name: string) =>
    sandbox.regionWorld({ accountId }).vpcs.find((vpc) => nameTag(vpc) === name)?.VpcId ?? "";
  const list = (aws: AwsClients, vpcId: string) => {
    const ctx: RequestContext = createTestContext({ database: database(), aws });
    return listVpcSecurityGroups({ ctx, input: { vpcId } });
  };
  const sharedVpc = () => vpcOf(HYBRID_ACCOUNTS.shared, "shared-vpc");

  it("are listed as that account by its role, with the rules of one made since", async () => {
    const accountId = HYBRID_ACCOUNTS.shared;
    const entered = await byRole.inAccount(accountId);
    const made = { GroupName: "made-since", Description: "new", VpcId: sharedVpc() };
    // The role may only look: AWS refuses it the very write that its administrator makes.
    await expect(entered.ec2().send(new CreateSecurityGroupCommand(made))).rejects.toMatchObject({
      name: "UnauthorizedOperation",
    });
    entered.destroy();
    const { securityGroups } = sandbox.regionWorld({ accountId });
    securityGroups.push({
      GroupId: "sg-00000000000000001",
      GroupName: "made-since",
      OwnerId: accountId,
      VpcId: sharedVpc(),
    });
    const { source, items, error } = await list(byRole, sharedVpc());
    expect({ source, error }).toEqual({ source: "live", error: undefined });
    expect(items.find(({ groupName }) => groupName === "made-since")).toMatchObject({
      rulesKnown: true,
      ownerId: accountId,
      origin: "own",
    });
  });

  it("are the snapshot's where no role is named, and say that", async () => {
    const { source, items, error } = await list(without, sharedVpc());
    expect(source).toBe("snapshot");
    expect(items.length).toBeGreaterThan(0);
    expect(items.map(({ groupName }) => groupName)).not.toContain("made-since");
    expect(error?.code).toBe("NoReadRoleError");
    expect(error?.message).toContain(HYBRID_ACCOUNTS.shared);
  });

  it("are the snapshot's where the role cannot be assumed, with AWS's code", async () => {
    await sandbox.control("POST", "faults", { kind: "deny", operation: "sts:AssumeRole" });
    const { source, error } = await list(byRole, sharedVpc());
    expect(source).toBe("snapshot");
    expect(error).toMatchObject({ code: "AccessDenied", missingPermission: "sts:AssumeRole" });
  });

  it("of a group that another account shares, the rules are read as that account, or are unknown with the reason", async () => {
    const shared = {
      GroupId: "sg-00000000000000002",
      GroupName: "shared-in",
      OwnerId: HYBRID_ACCOUNTS.shared,
      VpcId: sharedVpc(),
    };
    const home = vpcOf(HYBRID_ACCOUNTS.workload, "prod-vpc");
    // Resource Access Manager is not in the sandbox: its account lists the group, the owner's has its rules.
    const { securityGroups, securityGroupVpcAssociations } = sandbox.regionWorld();
    securityGroups.push(shared);
    securityGroupVpcAssociations.push({ GroupId: shared.GroupId, VpcId: home, State: "associated" });
    const owners = sandbox.regionWorld({ accountId: HYBRID_ACCOUNTS.shared });
    owners.securityGroups.push({ ...shared, Description: "as its owner has it" });
    const find = async (aws: AwsClients) => {
      const { source, items, error } = await list(aws, home);
      expect(source).toBe("live");
      return { error, group: items.find(({ groupName }) => groupName === "shared-in") };
    };
    expect(await find(byRole)).toMatchObject({
      error: undefined,
      group: { rulesKnown: true, origin: "shared", description: "as its owner has it" },
    });
    expect(await find(without)).toMatchObject({
      error: { code: "NoReadRoleError" },
      group: { rulesKnown: false, rules: [] },
    });
    await sandbox.control("POST", "faults", { kind: "deny", operation: "ec2:DescribeSecurityGroups" });
    expect(await find(byRole)).toMatchObject({
      error: { code: "UnauthorizedOperation", missingPermission: "ec2:DescribeSecurityGroups" },
      group: { rulesKnown: false, rules: [] },
    });
  });
});
