import { DescribeVpcsCommand, EC2Client } from "@aws-sdk/client-ec2";
import {
  AddUserToGroupCommand,
  AttachGroupPolicyCommand,
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateGroupCommand,
  CreateUserCommand,
  DeleteAccessKeyCommand,
  DeleteGroupCommand,
  DeleteGroupPolicyCommand,
  DeleteUserCommand,
  DeleteUserPermissionsBoundaryCommand,
  DeleteUserPolicyCommand,
  DetachGroupPolicyCommand,
  DetachUserPolicyCommand,
  GetGroupCommand,
  GetGroupPolicyCommand,
  GetUserCommand,
  GetUserPolicyCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListAttachedGroupPoliciesCommand,
  ListAttachedUserPoliciesCommand,
  ListGroupPoliciesCommand,
  ListGroupsCommand,
  ListGroupsForUserCommand,
  ListUserPoliciesCommand,
  ListUsersCommand,
  ListUserTagsCommand,
  PutGroupPolicyCommand,
  PutUserPermissionsBoundaryCommand,
  PutUserPolicyCommand,
  RemoveUserFromGroupCommand,
  TagUserCommand,
  UntagUserCommand,
  UpdateAccessKeyCommand,
} from "@aws-sdk/client-iam";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const UserName = "kim";
const GroupName = "network";
const READ_ONLY = "arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess";
const DENY_VPCS = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Action: "ec2:DescribeVpcs", Resource: "*" }],
});

let sandbox: TestSandbox;
let iam: IAMClient;

beforeAll(async () => {
  sandbox = await startSandbox({ scenario: "empty" });
  iam = new IAMClient(sandbox.clientConfig());
});
afterAll(() => sandbox.close());

function clientOf(accessKeyId: string): EC2Client {
  return new EC2Client({
    ...sandbox.clientConfig(),
    credentials: { accessKeyId, secretAccessKey: "any" },
  });
}

describe("a user with a key", () => {
  let key = "";
  const describeVpcs = () => clientOf(key).send(new DescribeVpcsCommand({}));

  it("is made, and calls as that user", async () => {
    const { User } = await iam.send(new CreateUserCommand({ UserName, Path: "/ops/" }));
    expect(User).toMatchObject({ Arn: "arn:aws:iam::123456789012:user/ops/kim" });
    await expect(iam.send(new CreateUserCommand({ UserName: "KIM" }))).rejects.toMatchObject({
      name: "EntityAlreadyExistsException",
      message: "User with name KIM already exists.",
    });
    const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
    expect(AccessKey).toMatchObject({ UserName, Status: "Active" });
    key = AccessKey?.AccessKeyId ?? "";
    await expect(describeVpcs()).rejects.toMatchObject({
      name: "UnauthorizedOperation",
      message:
        "You are not authorized to perform this operation. User: arn:aws:iam::123456789012:user/ops/kim is not authorized to perform: ec2:DescribeVpcs because no identity-based policy allows the ec2:DescribeVpcs action",
    });
    const own = new IAMClient({
      ...sandbox.clientConfig(),
      credentials: { accessKeyId: key, secretAccessKey: "any" },
    });
    await expect(own.send(new GetUserCommand({}))).rejects.toThrow(
      "not authorized to perform: iam:GetUser on resource: arn:aws:iam::123456789012:user/ops/kim",
    );
  });

  it("may do what its policies, its groups' and its boundary allow together", async () => {
    await iam.send(new AttachUserPolicyCommand({ UserName, PolicyArn: READ_ONLY }));
    await expect(describeVpcs()).resolves.toMatchObject({ Vpcs: [] });
    const inline = { UserName, PolicyName: "no-vpcs" };
    await iam.send(new PutUserPolicyCommand({ ...inline, PolicyDocument: DENY_VPCS }));
    await expect(describeVpcs()).rejects.toThrow("with an explicit deny in an identity-based policy");
    expect((await iam.send(new ListUserPoliciesCommand({ UserName }))).PolicyNames).toEqual(["no-vpcs"]);
    const got = await iam.send(new GetUserPolicyCommand(inline));
    expect(decodeURIComponent(got.PolicyDocument ?? "")).toBe(DENY_VPCS);
    await iam.send(new DeleteUserPolicyCommand(inline));
    const attached = await iam.send(new ListAttachedUserPoliciesCommand({ UserName }));
    expect(attached.AttachedPolicies).toEqual([
      { PolicyName: "AmazonEC2ReadOnlyAccess", PolicyArn: READ_ONLY },
    ]);
    const PermissionsBoundary = "arn:aws:iam::aws:policy/IAMReadOnlyAccess";
    await iam.send(new PutUserPermissionsBoundaryCommand({ UserName, PermissionsBoundary }));
    await expect(describeVpcs()).rejects.toThrow(
      "because no permissions boundary allows the ec2:DescribeVpcs action",
    );
    await iam.send(new DeleteUserPermissionsBoundaryCommand({ UserName }));
    await iam.send(new DetachUserPolicyCommand({ UserName, PolicyArn: READ_ONLY }));
    await expect(describeVpcs()).rejects.toMatchObject({ name: "UnauthorizedOperation" });
  });

  it("has its group's rights while it is a member", async () => {
    const { Group } = await iam.send(new CreateGroupCommand({ GroupName }));
    expect(Group?.Arn).toBe("arn:aws:iam::123456789012:group/network");
    await expect(iam.send(new CreateGroupCommand({ GroupName }))).rejects.toMatchObject({
      name: "EntityAlreadyExistsException",
    });
    await iam.send(new AttachGroupPolicyCommand({ GroupName, PolicyArn: READ_ONLY }));
    await iam.send(new AddUserToGroupCommand({ GroupName, UserName }));
    await expect(describeVpcs()).resolves.toMatchObject({ Vpcs: [] });
    const inline = { GroupName, PolicyName: "no-vpcs" };
    await iam.send(new PutGroupPolicyCommand({ ...inline, PolicyDocument: DENY_VPCS }));
    await expect(describeVpcs()).rejects.toThrow("explicit deny");
    expect((await iam.send(new GetGroupPolicyCommand(inline))).PolicyName).toBe("no-vpcs");
    expect((await iam.send(new ListGroupPoliciesCommand({ GroupName }))).PolicyNames).toEqual(["no-vpcs"]);
    const attached = await iam.send(new ListAttachedGroupPoliciesCommand({ GroupName }));
    expect(attached.AttachedPolicies).toHaveLength(1);
    expect((await iam.send(new GetGroupCommand({ GroupName }))).Users).toMatchObject([{ UserName }]);
    expect((await iam.send(new ListGroupsForUserCommand({ UserName }))).Groups).toMatchObject([
      { GroupName },
    ]);
    expect((await iam.send(new ListGroupsCommand({}))).Groups).toMatchObject([{ GroupName }]);
    const remove = () => iam.send(new DeleteGroupCommand({ GroupName }));
    await expect(remove()).rejects.toThrow("Cannot delete entity, must remove users from group first.");
    await expect(iam.send(new DeleteUserCommand({ UserName: "read-only" }))).rejects.toThrow(
      "must delete access keys first",
    );
    await iam.send(new RemoveUserFromGroupCommand({ GroupName, UserName }));
    await expect(describeVpcs()).rejects.toMatchObject({ name: "UnauthorizedOperation" });
    await expect(remove()).rejects.toThrow("Cannot delete entity, must detach all policies first.");
    await iam.send(new DetachGroupPolicyCommand({ GroupName, PolicyArn: READ_ONLY }));
    await expect(remove()).rejects.toThrow("Cannot delete entity, must delete policies first.");
    await iam.send(new DeleteGroupPolicyCommand(inline));
    await remove();
    await expect(iam.send(new GetGroupCommand({ GroupName }))).rejects.toMatchObject({
      name: "NoSuchEntityException",
      message: "The group with name network cannot be found.",
    });
  });

  it("has two keys at most, which can be turned off and deleted", async () => {
    const second = await iam.send(new CreateAccessKeyCommand({ UserName }));
    await expect(iam.send(new CreateAccessKeyCommand({ UserName }))).rejects.toMatchObject({
      name: "LimitExceededException",
      message: "Cannot exceed quota for AccessKeysPerUser: 2",
    });
    await iam.send(new UpdateAccessKeyCommand({ UserName, AccessKeyId: key, Status: "Inactive" }));
    await expect(describeVpcs()).rejects.toMatchObject({ name: "AuthFailure" });
    const { AccessKeyMetadata } = await iam.send(new ListAccessKeysCommand({ UserName }));
    expect(AccessKeyMetadata?.map(({ AccessKeyId, Status }) => [AccessKeyId, Status])).toEqual([
      [key, "Inactive"],
      [second.AccessKey?.AccessKeyId, "Active"],
    ]);
    await expect(iam.send(new DeleteUserCommand({ UserName }))).rejects.toMatchObject({
      name: "DeleteConflictException",
      message: "Cannot delete entity, must delete access keys first.",
    });
    for (const AccessKeyId of [key, second.AccessKey?.AccessKeyId]) {
      await iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId }));
    }
    await expect(iam.send(new DeleteAccessKeyCommand({ UserName, AccessKeyId: key }))).rejects.toMatchObject({
      name: "NoSuchEntityException",
      message: `The Access Key with id ${key} cannot be found.`,
    });
  });

  it("is tagged, listed and deleted", async () => {
    await iam.send(
      new TagUserCommand({
        UserName,
        Tags: [
          { Key: "team", Value: "ops" },
          { Key: "x", Value: "y" },
        ],
      }),
    );
    await iam.send(new UntagUserCommand({ UserName, TagKeys: ["x"] }));
    expect((await iam.send(new ListUserTagsCommand({ UserName }))).Tags).toEqual([
      { Key: "team", Value: "ops" },
    ]);
    const { Users } = await iam.send(new ListUsersCommand({}));
    expect(Users?.map((user) => user.UserName)).toEqual(["admin", "kim", "operator", "read-only"]);
    await iam.send(new DeleteUserCommand({ UserName }));
    await expect(iam.send(new GetUserCommand({ UserName }))).rejects.toMatchObject({
      name: "NoSuchEntityException",
      message: "The user with name kim cannot be found.",
    });
    expect((await iam.send(new GetUserCommand({}))).User?.UserName).toBe("admin");
  });
});
