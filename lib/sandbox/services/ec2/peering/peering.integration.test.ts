import {
  AcceptVpcPeeringConnectionCommand,
  CreateRouteCommand,
  CreateVpcPeeringConnectionCommand,
  type CreateVpcPeeringConnectionCommandInput,
  DeleteVpcPeeringConnectionCommand,
  DescribeRouteTablesCommand,
  DescribeStaleSecurityGroupsCommand,
  DescribeVpcPeeringConnectionsCommand,
  EC2Client,
  ModifyVpcPeeringConnectionOptionsCommand,
  RejectVpcPeeringConnectionCommand,
  type VpcPeeringConnection,
} from "@aws-sdk/client-ec2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addOtherAccount, OTHER_ACCOUNT as PARTNER, OTHER_KEY } from "@/lib/testing/add-other-account";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

const PARTNER_REGION = "eu-central-1";

let sandbox: TestSandbox;
let ec2: EC2Client;
/** Of another account, in another region. */
let partner: EC2Client;
let prod: string;
let staging: string;
let data: string;

/** A VPC as it is found, wherever it is. */
function addVpc(place: { accountId: string; region: string }, VpcId: string, CidrBlock: string): string {
  sandbox.regionWorld(place).vpcs.push({
    VpcId,
    CidrBlock,
    OwnerId: place.accountId,
    CidrBlockAssociationSet: [{ CidrBlock, CidrBlockState: { State: "associated" } }],
  });
  return VpcId;
}

beforeAll(async () => {
  sandbox = await startSandbox({ speed: 1 });
  ec2 = new EC2Client(sandbox.clientConfig());
  [prod = "", staging = "", data = ""] = sandbox.regionWorld().vpcs.map((vpc) => vpc.VpcId ?? "");
  addOtherAccount(sandbox.world);
  partner = new EC2Client({
    ...sandbox.clientConfig(),
    region: PARTNER_REGION,
    credentials: { accessKeyId: OTHER_KEY, secretAccessKey: "any" },
  });
});
afterAll(() => sandbox.close());

const later = (seconds: number) => sandbox.control("POST", "advance", { seconds });

async function create(input: Partial<CreateVpcPeeringConnectionCommandInput>): Promise<string> {
  const answer = await ec2.send(new CreateVpcPeeringConnectionCommand({ VpcId: staging, ...input }));
  expect(answer.VpcPeeringConnection?.Status?.Code).toBe("initiating-request");
  await later(10);
  return answer.VpcPeeringConnection?.VpcPeeringConnectionId ?? "none";
}

async function read(id: string, client = ec2): Promise<VpcPeeringConnection | undefined> {
  const VpcPeeringConnectionIds = [id];
  const answer = await client.send(new DescribeVpcPeeringConnectionsCommand({ VpcPeeringConnectionIds }));
  return answer.VpcPeeringConnections?.[0];
}

async function codeOf(id: string, client = ec2): Promise<string | undefined> {
  return (await read(id, client))?.Status?.Code;
}

describe("peering within an account", () => {
  it("is asked for, accepted and ended; routes to it become black holes", async () => {
    const id = await create({
      PeerVpcId: data,
      TagSpecifications: [{ ResourceType: "vpc-peering-connection", Tags: [{ Key: "Name", Value: "new" }] }],
    });
    const pending = await read(id);
    expect(pending).toMatchObject({
      Status: { Code: "pending-acceptance", Message: `Pending Acceptance by ${sandbox.world.homeAccountId}` },
      Tags: [{ Key: "Name", Value: "new" }],
    });
    expect(pending?.AccepterVpcInfo).not.toHaveProperty("CidrBlock");
    expect(pending?.RequesterVpcInfo).toMatchObject({ CidrBlock: "10.30.0.0/16", PeeringOptions: {} });
    const accepted = await ec2.send(new AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId: id }));
    expect(accepted.VpcPeeringConnection).toMatchObject({
      Status: { Code: "provisioning" },
      RequesterVpcInfo: { CidrBlock: "10.30.0.0/16" },
      AccepterVpcInfo: { CidrBlock: "10.40.0.0/16" },
    });
    await later(10);
    expect(await read(id)).toMatchObject({
      Status: { Code: "active", Message: "Active" },
      RequesterVpcInfo: { CidrBlock: "10.30.0.0/16", CidrBlockSet: [{ CidrBlock: "10.30.0.0/16" }] },
      AccepterVpcInfo: {
        CidrBlock: "10.40.0.0/16",
        PeeringOptions: { AllowDnsResolutionFromRemoteVpc: false },
      },
    });
    const table = sandbox.regionWorld().routeTables.find((item) => item.VpcId === staging);
    await ec2.send(
      new CreateRouteCommand({
        RouteTableId: table?.RouteTableId,
        DestinationCidrBlock: "10.40.0.0/16",
        VpcPeeringConnectionId: id,
      }),
    );
    await expect(create({ PeerVpcId: data })).rejects.toMatchObject({
      name: "VpcPeeringConnectionAlreadyExists",
    });
    await ec2.send(new DeleteVpcPeeringConnectionCommand({ VpcPeeringConnectionId: id }));
    expect(await read(id)).toMatchObject({ Status: { Code: "deleted" } });
    expect((await read(id))?.RequesterVpcInfo).not.toHaveProperty("CidrBlock");
    const Filters = [{ Name: "route.vpc-peering-connection-id", Values: [id] }];
    const { RouteTables } = await ec2.send(new DescribeRouteTablesCommand({ Filters }));
    expect(RouteTables?.[0]?.Routes?.find((route) => route.VpcPeeringConnectionId === id)?.State).toBe(
      "blackhole",
    );
    await later(3 * 3600);
    await expect(read(id)).rejects.toMatchObject({ name: "InvalidVpcPeeringConnectionID.NotFound" });
  });

  it("fails for addresses in common, and then cannot be accepted", async () => {
    const place = { accountId: sandbox.world.homeAccountId, region: sandbox.region };
    const id = await create({ PeerVpcId: addVpc(place, "vpc-0aaaaaaaaaaaaaaaa", "10.30.128.0/17") });
    expect(await read(id)).toMatchObject({
      Status: {
        Code: "failed",
        Message: "Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range",
      },
    });
    await expect(
      ec2.send(new AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId: id })),
    ).rejects.toMatchObject({
      name: "InvalidStateTransition",
      message: `VpcPeeringConnectionID ${id} is not in the correct state for the request.`,
    });
  });

  it("needs VPCs that exist, and a region", async () => {
    const unknown = "vpc-0123456789abcdef0";
    const ask = (input: Partial<CreateVpcPeeringConnectionCommandInput>) =>
      ec2.send(new CreateVpcPeeringConnectionCommand({ VpcId: staging, PeerVpcId: prod, ...input }));
    await expect(ask({ VpcId: unknown })).rejects.toMatchObject({ name: "InvalidVpcID.NotFound" });
    await expect(ask({ PeerVpcId: unknown })).rejects.toMatchObject({ name: "InvalidVpcID.NotFound" });
    await expect(ask({ PeerVpcId: undefined })).rejects.toMatchObject({ name: "MissingParameter" });
    await expect(ask({ PeerRegion: "moon-1" })).rejects.toMatchObject({ name: "InvalidParameterValue" });
  });

  it("makes rules stale that name the other side's groups", async () => {
    const [peering] = sandbox.regionWorld().vpcPeeringConnections;
    const VpcPeeringConnectionId = peering?.VpcPeeringConnectionId;
    const stale = async () =>
      (await ec2.send(new DescribeStaleSecurityGroupsCommand({ VpcId: data }))).StaleSecurityGroupSet;
    expect(await stale()).toEqual([]);
    await ec2.send(new DeleteVpcPeeringConnectionCommand({ VpcPeeringConnectionId }));
    expect(await stale()).toMatchObject([
      {
        GroupName: "orders-db",
        StaleIpPermissions: [
          { FromPort: 5432, UserIdGroupPairs: [{ VpcPeeringConnectionId, PeeringStatus: "deleted" }] },
        ],
      },
    ]);
  });
});

describe("peering between accounts and regions", () => {
  const there = { PeerOwnerId: PARTNER, PeerRegion: PARTNER_REGION };
  let count = 0;
  async function ask(): Promise<string> {
    count += 1;
    const vpcId = addVpc(
      { accountId: PARTNER, region: PARTNER_REGION },
      `vpc-0bbbbbbbbbbbbbbb${String(count)}`,
      `10.${String(200 + count)}.0.0/16`,
    );
    return create({ ...there, PeerVpcId: vpcId });
  }

  it("is seen by both sides, answered by the other one and where it stands", async () => {
    const id = await ask();
    expect(await codeOf(id, partner)).toBe("pending-acceptance");
    const accept = new AcceptVpcPeeringConnectionCommand({ VpcPeeringConnectionId: id });
    await expect(ec2.send(accept)).rejects.toMatchObject({
      name: "OperationNotPermitted",
      message: `User (${sandbox.world.homeAccountId}) cannot accept peering ${id}`,
    });
    const options = { VpcPeeringConnectionId: id, AccepterPeeringConnectionOptions: {} };
    await expect(partner.send(new ModifyVpcPeeringConnectionOptionsCommand(options))).rejects.toMatchObject({
      name: "OperationNotPermitted",
      message: `Peering ${id} is not active. Peering options can be added only to active peerings.`,
    });
    await partner.send(accept);
    await later(10);
    expect([await codeOf(id), await codeOf(id, partner)]).toEqual(["active", "active"]);
    const AccepterPeeringConnectionOptions = { AllowDnsResolutionFromRemoteVpc: true };
    const modify = new ModifyVpcPeeringConnectionOptionsCommand({
      VpcPeeringConnectionId: id,
      AccepterPeeringConnectionOptions,
    });
    await expect(ec2.send(modify)).rejects.toMatchObject({ name: "OperationNotPermitted" });
    await partner.send(modify);
    expect((await read(id, partner))?.AccepterVpcInfo?.PeeringOptions).toMatchObject(
      AccepterPeeringConnectionOptions,
    );
    expect((await read(id))?.AccepterVpcInfo).not.toHaveProperty("PeeringOptions");
    await partner.send(new DeleteVpcPeeringConnectionCommand({ VpcPeeringConnectionId: id }));
    await later(3 * 3600);
    await expect(read(id, partner)).rejects.toMatchObject({ name: "InvalidVpcPeeringConnectionID.NotFound" });
    expect(await read(id)).toMatchObject({ Status: { Code: "deleted", Message: `Deleted by ${PARTNER}` } });
  });

  it("can be rejected, by the other side only", async () => {
    const id = await ask();
    const reject = new RejectVpcPeeringConnectionCommand({ VpcPeeringConnectionId: id });
    await expect(ec2.send(reject)).rejects.toMatchObject({ name: "OperationNotPermitted" });
    await partner.send(reject);
    expect(await read(id)).toMatchObject({ Status: { Code: "rejected", Message: `Rejected by ${PARTNER}` } });
    await expect(
      ec2.send(new DeleteVpcPeeringConnectionCommand({ VpcPeeringConnectionId: id })),
    ).rejects.toMatchObject({ name: "InvalidStateTransition" });
  });

  it("expires after seven days without an answer, and can be withdrawn before", async () => {
    const [forgotten, withdrawn] = [await ask(), await ask()];
    await ec2.send(new DeleteVpcPeeringConnectionCommand({ VpcPeeringConnectionId: withdrawn }));
    expect(await codeOf(withdrawn, partner)).toBe("deleted");
    await later(7 * 86_400);
    expect([await codeOf(forgotten), await codeOf(forgotten, partner)]).toEqual(["expired", "expired"]);
  });

  it("fails for a VPC that the other account does not have", async () => {
    const id = await create({ ...there, PeerVpcId: "vpc-0cccccccccccccccc" });
    expect(await codeOf(id)).toBe("failed");
    await expect(read(id, partner)).rejects.toMatchObject({ name: "InvalidVpcPeeringConnectionID.NotFound" });
  });
});
