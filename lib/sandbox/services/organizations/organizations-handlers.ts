import type {
  Account,
  DescribeAccountRequest,
  DescribeAccountResponse,
  DescribeOrganizationCommandInput,
  DescribeOrganizationResponse,
  ListAccountsRequest,
  ListAccountsResponse,
} from "@aws-sdk/client-organizations";
import { AwsError } from "../../aws-error";
import type { Handler, HandlerContext, HandlerTable } from "../../handler";
import type { AccountWorld, World } from "../../world/world";
import { paginateByToken } from "../paginate-by-token";
import { findOrganizationId } from "./find-organization-id";

/** Scenarios' accounts are as old as their resources. */
const JOINED = new Date("2025-03-14T09:26:53Z");

function organizationId({ world }: HandlerContext): string {
  const id = findOrganizationId(world);
  if (id === undefined) {
    throw new AwsError(
      "AWSOrganizationsNotInUseException",
      "Your account is not a member of an organization.",
    );
  }
  return id;
}

function checkIsManagement({ world, accountId }: HandlerContext): void {
  if (accountId === world.homeAccountId) return;
  throw new AwsError("AccessDeniedException", "You don't have permissions to access this resource.");
}

function emailOf({ accountId }: AccountWorld): string {
  return `aws+${accountId}@example.com`;
}

function toAccount(world: World, organization: string, account: AccountWorld): Account {
  return {
    Id: account.accountId,
    Arn: `arn:aws:organizations::${world.homeAccountId}:account/${organization}/${account.accountId}`,
    Email: emailOf(account),
    Name: account.name,
    Status: "ACTIVE",
    State: "ACTIVE",
    JoinedMethod: account.accountId === world.homeAccountId ? "INVITED" : "CREATED",
    JoinedTimestamp: JOINED,
  };
}

/** The accounts of the organization, for its management account. */
const listAccounts: Handler<ListAccountsRequest, ListAccountsResponse> = (context, input) => {
  const { world } = context;
  const organization = organizationId(context);
  checkIsManagement(context);
  const { items, NextToken } = paginateByToken(Object.values(world.accounts), input, {
    max: 20,
    usual: 20,
    invalidCode: "InvalidInputException",
  });
  return { Accounts: items.map((account) => toAccount(world, organization, account)), NextToken };
};

/** One account of the organization. */
const describeAccount: Handler<DescribeAccountRequest, DescribeAccountResponse> = (context, input) => {
  const organization = organizationId(context);
  checkIsManagement(context);
  const account = context.world.accounts[input.AccountId ?? ""];
  if (account === undefined) {
    throw new AwsError("AccountNotFoundException", "You specified an account that doesn't exist.");
  }
  return { Account: toAccount(context.world, organization, account) };
};

/** The organization that the caller's account is in; every member may ask. */
const describeOrganization: Handler<DescribeOrganizationCommandInput, DescribeOrganizationResponse> = (
  context,
) => {
  const { world } = context;
  const id = organizationId(context);
  const management = world.accounts[world.homeAccountId];
  return {
    Organization: {
      Id: id,
      Arn: `arn:aws:organizations::${world.homeAccountId}:organization/${id}`,
      FeatureSet: "ALL",
      MasterAccountArn: `arn:aws:organizations::${world.homeAccountId}:account/${id}/${world.homeAccountId}`,
      MasterAccountId: world.homeAccountId,
      MasterAccountEmail: management === undefined ? "" : emailOf(management),
      AvailablePolicyTypes: [],
    },
  };
};

/** The Organizations operations that the sandbox knows. */
export const organizationsHandlers = {
  DescribeAccount: describeAccount,
  DescribeOrganization: describeOrganization,
  ListAccounts: listAccounts,
} satisfies HandlerTable;
