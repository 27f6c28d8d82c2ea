import * as ec2 from "@aws-sdk/client-ec2";
import * as elbv2 from "@aws-sdk/client-elastic-load-balancing-v2";
import * as lambda from "@aws-sdk/client-lambda";
import * as rds from "@aws-sdk/client-rds";

/** Where a sandbox listens, and for whom. */
interface ClientConfig {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
}

interface Client {
  send(command: never): Promise<object>;
  destroy(): void;
}

/** The services of the recordings that the sandbox has: the SDK's module, and a client of it. */
const SERVICES: Readonly<
  Record<string, { module: Readonly<Record<string, unknown>>; create: (config: ClientConfig) => Client }>
> = {
  ec2: { module: ec2, create: (config) => new ec2.EC2Client(config) },
  elbv2: { module: elbv2, create: (config) => new elbv2.ElasticLoadBalancingV2Client(config) },
  lambda: { module: lambda, create: (config) => new lambda.LambdaClient(config) },
  rds: { module: rds, create: (config) => new rds.RDSClient(config) },
};

/** Operations that must be told whom to ask about: each list id that another operation gives. */
const SUBJECTS: Readonly<
  Record<string, { from: string; list: string; id: string; as: string; with?: object }>
> = {
  "ec2.GetManagedPrefixListEntries": {
    from: "ec2.DescribeManagedPrefixLists",
    list: "PrefixLists",
    id: "PrefixListId",
    as: "PrefixListId",
  },
  "ec2.GetTransitGatewayRouteTablePropagations": {
    from: "ec2.DescribeTransitGatewayRouteTables",
    list: "TransitGatewayRouteTables",
    id: "TransitGatewayRouteTableId",
    as: "TransitGatewayRouteTableId",
  },
  "ec2.SearchTransitGatewayRoutes": {
    from: "ec2.DescribeTransitGatewayRouteTables",
    list: "TransitGatewayRouteTables",
    id: "TransitGatewayRouteTableId",
    as: "TransitGatewayRouteTableId",
    with: { Filters: [{ Name: "state", Values: ["active", "blackhole"] }] },
  },
};

/** Whether the sandbox has the service of an operation such as `ec2.DescribeVpcs`. */
export function isAskable(operation: string): boolean {
  return Object.hasOwn(SERVICES, operation.split(".")[0] ?? "");
}

/** Every answer of a sandbox to an operation: about all there is, or about each of its subjects. */
export async function askSandbox(config: ClientConfig, operation: string): Promise<object[]> {
  const subject = SUBJECTS[operation];
  if (subject === undefined) return [await ask(config, operation, {})];
  const [listing] = await askSandbox(config, subject.from);
  const items: unknown = listing === undefined ? [] : Reflect.get(listing, subject.list);
  const answers: object[] = [];
  for (const item of Array.isArray(items) ? (items as object[]) : []) {
    const id: unknown = Reflect.get(item, subject.id);
    answers.push(await ask(config, operation, { [subject.as]: id, ...subject.with }));
  }
  return answers;
}

async function ask(config: ClientConfig, operation: string, input: object): Promise<object> {
  const [serviceName = "", name = ""] = operation.split(".");
  const service = SERVICES[serviceName];
  const Command = service?.module[`${name}Command`];
  if (service === undefined || typeof Command !== "function") throw new Error(`No ${operation} in the SDK.`);
  const client = service.create(config);
  try {
    // The name and the recordings are AWS's: the SDK's command of that name is the one to send.
    const answer = await client.send(Reflect.construct(Command, [input]) as never);
    return Object.fromEntries(Object.entries(answer).filter(([key]) => key !== "$metadata"));
  } finally {
    client.destroy();
  }
}
