import { z } from "zod";
import { MAX_SECURITY_GROUPS, MAX_SUBNETS } from "../limits";
import { cidrProblem } from "./cidr-problem";

/** Long enough for every id and ARN of AWS. What is not the id of anything is told when it is looked for: 404. */
const resourceName = z.string().min(1).max(300);

/** A block as AWS demands it; an address is a /32 or /128. */
const cidr = z
  .string()
  .min(1)
  .max(50)
  .refine((text) => cidrProblem(text) === null, {
    error: ({ input }) => `it ${cidrProblem(String(input)) ?? ""}`,
  });

const connection = z.strictObject({
  subnetIds: z.array(resourceName).min(1).max(MAX_SUBNETS),
  securityGroupIds: z.array(resourceName).min(1).max(MAX_SECURITY_GROUPS),
  ipv6AllowedForDualStack: z.boolean().exactOptional(),
});

type OneOf<Members> = { [Name in keyof Members]: Pick<Members, Name> }[keyof Members];

/** An object with just one of these members. A union would not tell which member of what was sent is wrong. */
function oneOf<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape).join(", ");
  return (
    z
      .strictObject(shape)
      .partial()
      .meta({ minProperties: 1, maxProperties: 1 })
      .refine((given) => Object.keys(given).length === 1, { error: `it must name one of ${names}` })
      // The refinement has seen to it that there is one.
      .transform((given) => given as OneOf<z.output<z.ZodObject<Shape>>>)
  );
}

/** Where packets start. A `connection` is a function that is not attached yet; a `cidr` is traffic from outside. */
export const flowSource = oneOf({
  functionName: resourceName,
  networkInterfaceId: resourceName,
  instanceId: resourceName,
  connection,
  cidr,
});

const destinationMembers = {
  cidr,
  internet: z.literal(true),
  service: z
    .string()
    .max(200)
    .regex(/^[a-z0-9][a-z0-9._-]*$/),
  networkInterfaceId: resourceName,
  instanceId: resourceName,
  dbInstanceIdentifier: resourceName,
  cacheClusterId: resourceName,
  loadBalancerArn: resourceName,
  functionName: resourceName,
};

/** Where packets go. A service is named as in its endpoints: `s3`, `secretsmanager`. */
export const flowDestination = oneOf(destinationMembers);

/** The same in an answer. */
export const shownDestination = z.strictObject(destinationMembers).partial().meta({ id: "Destination" });

const byte = z.int().min(0).max(255);
const port = z.int().min(0).max(65_535);

/** One port, or a range with both ends included. */
export const flowPorts = z.union([
  port,
  z
    .strictObject({ from: port, to: port })
    .refine(({ from, to }) => from <= to, { error: "the range is reversed" }),
]);

/** A name, or an IP protocol number. */
export const flowProtocol = z.union([z.enum(["tcp", "udp", "icmp", "icmpv6", "all"]), byte]);

/** `tcp` or `udp` without `port` asks about every port; `icmp` without a type about echo and its reply. */
export const flowQuestion = z
  .strictObject({
    /** The newest live snapshot where absent. */
    snapshotId: z.string().exactOptional(),
    source: flowSource,
    destination: flowDestination,
    protocol: flowProtocol,
    port: flowPorts.exactOptional(),
    /** The ports that the sender may use: 1024 to 65535 where absent. */
    sourcePort: flowPorts.exactOptional(),
    icmp: z.strictObject({ type: byte, code: byte.exactOptional() }).exactOptional(),
  })
  .meta({ id: "FlowQuestion" });
export type FlowQuestion = z.output<typeof flowQuestion>;
