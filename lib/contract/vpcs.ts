import { z } from "zod";
import { securityGroupDetail, subnetDetail } from "./functions";

export const vpcSummary = z
  .object({
    vpcId: z.string(),
    name: z.string().nullable(),
    accountId: z.string().nullable(),
    region: z.string().nullable(),
    cidrBlocks: z.array(z.string()),
    isDefault: z.boolean().nullable(),
    subnetCount: z.number().int(),
    functionCount: z.number().int(),
    /** Why Lambda cannot be attached to it (dedicated tenancy); absent when it can. */
    ineligibleReason: z.string().optional(),
  })
  .meta({ id: "Vpc" });
export type VpcSummary = z.infer<typeof vpcSummary>;

export const vpcList = z
  .object({ items: z.array(vpcSummary), snapshotId: z.string(), capturedAt: z.iso.datetime() })
  .meta({ id: "VpcList" });

/** What the wizard offers once a VPC is chosen. */
export const vpcDetail = vpcSummary
  .extend({
    subnets: z.array(subnetDetail),
    securityGroups: z.array(securityGroupDetail),
    gaps: z.array(z.object({ call: z.string(), message: z.string() })),
  })
  .meta({ id: "VpcDetail" });
export type VpcDetail = z.infer<typeof vpcDetail>;

const awsRefusal = z.object({
  code: z.string(),
  message: z.string(),
  missingPermission: z.string().optional(),
});

/** A group that interfaces of a VPC may have; `vpcId` is where it was made. */
export const offeredSecurityGroup = securityGroupDetail
  .extend({
    /** `Name` tag of the VPC it was made in; null where it has none or was not read. */
    vpcName: z.string().nullable(),
    ownerId: z.string().nullable(),
    /** `own`: made in this VPC; `associated`: in another one of this account; `shared`: by another account. */
    origin: z.enum(["own", "associated", "shared"]),
  })
  .meta({ id: "OfferedSecurityGroup" });
export type OfferedSecurityGroup = z.infer<typeof offeredSecurityGroup>;

export const vpcSecurityGroupList = z
  .object({
    items: z.array(offeredSecurityGroup),
    /** `live`: what GetSecurityGroupsForVpc says now; `snapshot`: the VPC's own groups, since AWS did not say. */
    source: z.enum(["live", "snapshot"]),
    /** Why AWS did not say; with `live`, why the rules of groups that the snapshot lacks could not be read. */
    error: awsRefusal.optional(),
  })
  .meta({ id: "VpcSecurityGroupList" });
export type VpcSecurityGroupList = z.infer<typeof vpcSecurityGroupList>;

/** Execution roles that Lambda may assume, for the create wizard. Read live from IAM. */
export const roleList = z
  .object({
    items: z.array(z.object({ roleName: z.string(), roleArn: z.string() })),
    /** Set where IAM refused: the role is then typed by hand. */
    error: awsRefusal.optional(),
  })
  .meta({ id: "RoleList" });
