import { describe, expect, it } from "vitest";
import { aCapture } from "@/lib/testing/builders/snapshot";
import { aVpc } from "@/lib/testing/builders/vpc-resources";
import { buildNetwork } from "./build-network";
import { vpcCidrBlocks } from "./vpc-cidr-blocks";

function blocksOf(overrides: Parameters<typeof aVpc>[0]): string[] {
  return vpcCidrBlocks(buildNetwork({ captures: [aCapture({ Vpcs: [aVpc(overrides)] })] }), "vpc-1");
}

describe("vpcCidrBlocks", () => {
  it("lists the first range, then the others, then IPv6, each once", () => {
    expect(
      blocksOf({
        CidrBlockAssociationSet: [
          { CidrBlock: "10.2.0.0/16" },
          { CidrBlock: "10.0.0.0/16", CidrBlockState: { State: "associated" } },
        ],
        Ipv6CidrBlockAssociationSet: [
          { Ipv6CidrBlock: "2001:db8::/56", Ipv6CidrBlockState: { State: "associated" } },
        ],
      }),
    ).toEqual(["10.0.0.0/16", "10.2.0.0/16", "2001:db8::/56"]);
  });

  it("leaves out ranges that are being or were taken away", () => {
    expect(
      blocksOf({
        CidrBlockAssociationSet: [{ CidrBlock: "10.2.0.0/16", CidrBlockState: { State: "disassociated" } }],
        Ipv6CidrBlockAssociationSet: [
          { Ipv6CidrBlock: "2001:db8::/56", Ipv6CidrBlockState: { State: "failed" } },
        ],
      }),
    ).toEqual(["10.0.0.0/16"]);
  });

  it("is empty where AWS gave none or the VPC was not read", () => {
    expect(blocksOf({ CidrBlock: undefined, CidrBlockAssociationSet: undefined })).toEqual([]);
    expect(vpcCidrBlocks({ vpcs: new Map() }, "vpc-9")).toEqual([]);
  });
});
