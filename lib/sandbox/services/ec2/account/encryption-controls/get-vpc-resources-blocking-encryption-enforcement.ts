import type {
  GetVpcResourcesBlockingEncryptionEnforcementCommandInput,
  GetVpcResourcesBlockingEncryptionEnforcementCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../../handler";
import { paginate } from "../../describe/paginate";
import { getKnown } from "../../requests/get-known";
import { vpcCollection } from "../../vpcs/describe-vpcs";
import { findBlockingResources } from "./blocking-resources";

/** What would have to go, or be excluded, before a VPC can enforce encryption. */
export const getVpcResourcesBlockingEncryptionEnforcement: Handler<
  GetVpcResourcesBlockingEncryptionEnforcementCommandInput,
  Answer<GetVpcResourcesBlockingEncryptionEnforcementCommandOutput>
> = ({ world, regionWorld, region }, input) => {
  const vpc = getKnown(regionWorld.vpcs, vpcCollection, input.VpcId, "vpcId");
  const blocking = findBlockingResources(world, regionWorld, vpc);
  const { items, ...page } = paginate(blocking, input, {
    question: `blocking-encryption/${region}/${vpc.VpcId ?? ""}`,
    keyOf: ({ Id: id }) => id,
  });
  return { NonCompliantResources: items, ...page };
};
