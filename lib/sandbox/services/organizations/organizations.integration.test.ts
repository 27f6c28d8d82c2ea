import {
  DescribeAccountCommand,
  DescribeOrganizationCommand,
  ListAccountsCommand,
  OrganizationsClient,
  paginateListAccounts,
} from "@aws-sdk/client-organizations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAccountWorld } from "@/lib/sandbox/world/create-world";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const OTHER = "210987654321";

let sandbox: TestSandbox;
let organizations: OrganizationsClient;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
  organizations = new OrganizationsClient(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

describe("Organizations, through the real SDK", () => {
  it("is not in use where an account is alone", async () => {
    await expect(organizations.send(new ListAccountsCommand({}))).rejects.toMatchObject({
      name: "AWSOrganizationsNotInUseException",
      message: "Your account is not a member of an organization.",
    });
  });

  it("lists the accounts of a world that has several, to the one that manages them", async () => {
    sandbox.world.accounts[OTHER] = createAccountWorld(OTHER, "Network");
    const ids: (string | undefined)[] = [];
    for await (const page of paginateListAccounts({ client: organizations, pageSize: 1 }, {})) {
      ids.push(...(page.Accounts ?? []).map((account) => account.Id));
    }
    expect(ids).toEqual(["123456789012", OTHER]);
    const { Organization } = await organizations.send(new DescribeOrganizationCommand({}));
    expect(Organization).toMatchObject({ MasterAccountId: "123456789012", FeatureSet: "ALL" });
    const { Account } = await organizations.send(new DescribeAccountCommand({ AccountId: OTHER }));
    expect(Account).toMatchObject({
      Name: "Network",
      Status: "ACTIVE",
      Arn: `arn:aws:organizations::123456789012:account/${Organization?.Id ?? ""}/${OTHER}`,
      JoinedTimestamp: new Date("2025-03-14T09:26:53Z"),
    });
    await expect(
      organizations.send(new DescribeAccountCommand({ AccountId: "000000000000" })),
    ).rejects.toMatchObject({ name: "AccountNotFoundException" });
    await expect(organizations.send(new ListAccountsCommand({ MaxResults: 21 }))).rejects.toMatchObject({
      name: "InvalidInputException",
    });
  });

  it("refuses the list to a member", async () => {
    const user = {
      userName: "member",
      userId: "AIDAMEMBER0000000000A",
      arn: `arn:aws:iam::${OTHER}:user/member`,
      path: "/",
      createdAt: new Date(),
      attachedPolicies: [
        { policyName: "AdministratorAccess", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
      ],
      inlinePolicies: {},
    };
    sandbox.world.accounts[OTHER]?.users.push(user);
    sandbox.world.accessKeys["AKIAMEMBER0000000000"] = { accountId: OTHER, userName: "member" };
    const member = new OrganizationsClient({
      ...sandbox.clientConfig(),
      credentials: { accessKeyId: "AKIAMEMBER0000000000", secretAccessKey: "any" },
    });
    await expect(member.send(new ListAccountsCommand({}))).rejects.toMatchObject({
      name: "AccessDeniedException",
    });
    await expect(member.send(new DescribeOrganizationCommand({}))).resolves.toBeDefined();
  });
});
