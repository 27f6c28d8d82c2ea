import { z } from "zod";
import { flowSummary } from "./matrix";
import { flowDestination } from "./flow-question";

/** What AWS takes for one analysis of its Reachability Analyzer. Source: Amazon VPC pricing. */
export const CROSS_CHECK_PRICE_USD = 0.1;

const port = z.int().min(0).max(65_535);

/** AWS's analyzer answers for TCP and UDP, IPv4 and one port, from one interface of the function. */
export const crossCheckQuestion = z
  .strictObject({
    functionName: z.string().min(1).max(300),
    /** Which of the function's interfaces to ask about: the one in this subnet, or the first. */
    subnetId: z.string().min(1).max(300).exactOptional(),
    destination: flowDestination,
    protocol: z.enum(["tcp", "udp"]),
    port,
  })
  .meta({
    id: "CrossCheckQuestion",
    description: `Runs an analysis in the AWS account, which costs ${CROSS_CHECK_PRICE_USD} USD, and takes about a minute.`,
  });
export type CrossCheckQuestion = z.output<typeof crossCheckQuestion>;

export const crossCheck = z
  .object({
    snapshotId: z.string(),
    functionArn: z.string(),
    networkInterfaceId: z.string(),
    subnetId: z.string().nullable(),
    /** What AWS was asked to reach: a resource, or an address. */
    awsDestination: z.string(),
    priceUsd: z.number(),
    /** Mooring's own answer for that interface. */
    mooring: flowSummary,
    aws: z.object({
      /** `running`: it took longer than this call waits. */
      status: z.enum(["succeeded", "failed", "running"]),
      statusMessage: z.string().optional(),
      networkPathFound: z.boolean().nullable(),
      explanations: z.array(
        z.object({
          code: z.string().nullable(),
          direction: z.string().nullable(),
          /** The resources that it names, by AWS's name of their part in it: `SecurityGroup`, `Acl`. */
          components: z.array(z.object({ role: z.string(), id: z.string() })),
        }),
      ),
      /** The way that was found. */
      forward: z.array(z.string()),
      return: z.array(z.string()),
    }),
    /** Null where either of the two does not know, or ours is `mixed`. */
    agrees: z.boolean().nullable(),
    /** What was made in the account and could not be deleted again. */
    leftover: z.array(z.string()),
  })
  .meta({ id: "CrossCheck" });
export type CrossCheck = z.infer<typeof crossCheck>;
