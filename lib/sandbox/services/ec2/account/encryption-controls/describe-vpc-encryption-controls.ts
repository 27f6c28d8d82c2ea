import type {
  DescribeVpcEncryptionControlsCommandInput,
  DescribeVpcEncryptionControlsCommandOutput,
  VpcEncryptionControl,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../../handler";
import type { RegionWorld } from "../../../../world/world";
import { describeCollection, type Collection } from "../../describe/describe-collection";
import { pickByIds } from "../../describe/pick-by-ids";
import { vpcCollection } from "../../vpcs/describe-vpcs";

/** The encryption controls of a region's VPCs: each has one at most, and it stands with its VPC. */
export function listEncryptionControls({ vpcs }: RegionWorld): VpcEncryptionControl[] {
  return vpcs.flatMap((vpc) => vpc.EncryptionControl ?? []);
}

/** VPC encryption controls. The SDK names the filters in no list: these are its members'. */
export const encryptionControlCollection: Collection<VpcEncryptionControl> = {
  prefix: "vpcec",
  notFoundCode: "InvalidVpcEncryptionControlId.NotFound",
  notFoundMessage: "The vpcEncryptionControl ID '{id}' does not exist",
  malformedCode: "InvalidVpcEncryptionControlId.Malformed",
  list: ({ regionWorld }) => listEncryptionControls(regionWorld),
  idOf: (control) => control.VpcEncryptionControlId,
  tagsOf: (control) => control.Tags,
  filters: {
    mode: (control) => control.Mode,
    state: (control) => control.State,
    "vpc-encryption-control-id": (control) => control.VpcEncryptionControlId,
    "vpc-id": (control) => control.VpcId,
  },
};

export const describeVpcEncryptionControls: Handler<
  DescribeVpcEncryptionControlsCommandInput,
  Answer<DescribeVpcEncryptionControlsCommandOutput>
> = (context, input) => {
  const { VpcIds: vpcIds = [] } = input;
  pickByIds(context.regionWorld.vpcs, vpcIds, vpcCollection);
  const { items, ...page } = describeCollection(context, encryptionControlCollection, {
    ids: input.VpcEncryptionControlIds,
    Filters:
      vpcIds.length === 0 ? input.Filters : [...(input.Filters ?? []), { Name: "vpc-id", Values: vpcIds }],
    MaxResults: input.MaxResults,
    NextToken: input.NextToken,
  });
  return { VpcEncryptionControls: items, ...page };
};
