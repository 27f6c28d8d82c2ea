import type { CreateVpcCommandInput, CreateVpcCommandOutput } from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler, HandlerContext } from "../../../handler";
import { configureEncryption } from "../account/encryption-controls/configure-encryption";
import { missingParameter } from "../requests/get-known";
import { scheduleInRegion } from "../requests/schedule-in-region";
import { specifiedTags } from "../requests/specified-tags";
import { readVpcCidr } from "./check-vpc-cidr";
import { makeVpc } from "./make-vpc";

/** "VPCs per Region" (VPC user guide: Amazon VPC quotas). */
const VPCS_PER_REGION = 5;
/** AWS gives no figure: about a second. */
const PENDING_MS = 1_000;

function checkQuota({ regionWorld }: HandlerContext): void {
  if (regionWorld.vpcs.length < VPCS_PER_REGION) return;
  throw new AwsError("VpcLimitExceeded", "The maximum number of VPCs has been reached.");
}

function readTenancy(tenancy: string | undefined): "default" | "dedicated" {
  if (tenancy === undefined || tenancy === "default") return "default";
  if (tenancy === "dedicated") return "dedicated";
  // `host` is a value of the SDK's enum that this operation does not take.
  throw new AwsError("UnsupportedTenancy", `The tenancy value ${tenancy} is not supported.`);
}

/** A pool of IP Address Manager, or of addresses that the account brought: the sandbox has none of either. */
function refusePools(input: CreateVpcCommandInput): void {
  const pool = input.Ipv4IpamPoolId ?? input.Ipv6IpamPoolId;
  if (pool !== undefined) {
    throw new AwsError("InvalidIpamPoolId.NotFound", `The ipam-pool ID '${pool}' does not exist`);
  }
  if (input.Ipv6Pool !== undefined) {
    throw new AwsError("InvalidIpv6PoolId.NotFound", `The ipv6Pool ID '${input.Ipv6Pool}' does not exist`);
  }
}

/** Makes a VPC and what comes with it. */
export const createVpc: Handler<CreateVpcCommandInput, Answer<CreateVpcCommandOutput>> = (context, input) => {
  refusePools(input);
  if (input.CidrBlock === undefined || input.CidrBlock === "") throw missingParameter("cidrBlock");
  const cidr = readVpcCidr(input.CidrBlock);
  const tenancy = readTenancy(input.InstanceTenancy);
  const tags = specifiedTags(input.TagSpecifications, "vpc");
  checkQuota(context);
  const hasIpv6 = input.AmazonProvidedIpv6CidrBlock ?? false;
  const { vpc } = makeVpc(context, { cidr: cidr.canonical, hasIpv6, tenancy, state: "pending", tags });
  const subject = vpc.VpcId ?? "";
  scheduleInRegion(context, { kind: "vpc-available", subject, afterMs: PENDING_MS });
  if (input.VpcEncryptionControl !== undefined) configureEncryption(context, vpc, input.VpcEncryptionControl);
  return { Vpc: structuredClone(vpc) };
};
