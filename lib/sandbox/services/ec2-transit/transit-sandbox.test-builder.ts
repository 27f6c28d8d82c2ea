import {
  CreateTransitGatewayCommand,
  EC2Client,
  type TransitGatewayRequestOptions,
} from "@aws-sdk/client-ec2";
import { createSandboxClock } from "@/lib/sandbox/clock";
import { addSubnet, type BuiltSubnet } from "@/lib/sandbox/scenarios/build/add-subnet";
import { addVpc, type BuiltVpc } from "@/lib/sandbox/scenarios/build/add-vpc";
import { createRandomIds } from "@/lib/sandbox/world/ids";
import { addOtherAccount, OTHER_KEY } from "@/lib/testing/add-other-account";
import { startSandbox, type TestSandbox } from "@/lib/testing/with-sandbox";

export interface TransitSandbox {
  sandbox: TestSandbox;
  /** The home account's administrator, in the scenarios' region or another. */
  client: (region?: string) => EC2Client;
  /** Another account's administrator. */
  otherClient: (region?: string) => EC2Client;
  /** A VPC with a subnet in zones a and b, and a second subnet in zone a. */
  addNetwork: (cidr: string, place?: { accountId?: string; region?: string }) => TransitNetwork;
  /** A transit gateway of the home account that is available. */
  addGateway: (options?: TransitGatewayRequestOptions, region?: string) => Promise<TransitGatewayRef>;
  /** Lets everything that is under way come to its end. */
  settle: (seconds?: number) => Promise<void>;
}

/** The ids of a transit gateway and of its default table, empty where it has none. */
export interface TransitGatewayRef {
  id: string;
  tableId: string;
}

export interface TransitNetwork {
  vpc: BuiltVpc;
  a: BuiltSubnet;
  b: BuiltSubnet;
  secondA: BuiltSubnet;
}

/** An empty sandbox with two accounts. Time stands nearly still: what takes AWS a minute waits for `settle`. */
export async function startTransitSandbox(): Promise<TransitSandbox> {
  const sandbox = await startSandbox({ scenario: "empty", speed: 1 });
  const { world } = sandbox;
  addOtherAccount(world);
  const context = { world, clock: createSandboxClock({ speed: 1 }), ids: createRandomIds() };
  const client = (region = sandbox.region) => new EC2Client({ ...sandbox.clientConfig(), region });
  const settle = async (seconds = 600) => {
    await sandbox.control("POST", "advance", { seconds });
  };
  return {
    sandbox,
    client,
    settle,
    addGateway: async (Options, region) => {
      const { TransitGateway } = await client(region).send(new CreateTransitGatewayCommand({ Options }));
      await settle();
      return {
        id: TransitGateway?.TransitGatewayId ?? "",
        tableId: TransitGateway?.Options?.AssociationDefaultRouteTableId ?? "",
      };
    },
    otherClient: (region = sandbox.region) =>
      new EC2Client({
        ...sandbox.clientConfig(),
        region,
        credentials: { accessKeyId: OTHER_KEY, secretAccessKey: "any" },
      }),
    addNetwork: (cidr, place) => {
      const builder = { ...context, regionWorld: sandbox.regionWorld(place) };
      const vpc = addVpc(builder, { name: `vpc-${cidr}`, cidr });
      const start = cidr.split(".").slice(0, 2).join(".");
      const subnet = (third: number, zone: string) =>
        addSubnet(builder, vpc, {
          name: `subnet-${String(third)}`,
          cidr: `${start}.${String(third)}.0/24`,
          zone,
        });
      return { vpc, a: subnet(0, "a"), b: subnet(1, "b"), secondA: subnet(2, "a") };
    },
  };
}
