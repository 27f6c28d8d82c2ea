import type {
  DeleteEgressOnlyInternetGatewayCommandInput,
  DeleteEgressOnlyInternetGatewayCommandOutput,
} from "@aws-sdk/client-ec2";
import type { Answer, Handler } from "../../../handler";
import { getKnown } from "../requests/get-known";
import { setRoutesTo } from "../routes/set-routes-to";
import { egressOnlyInternetGatewayCollection } from "./describe-egress-only-internet-gateways";

/** Deletes an egress-only internet gateway at once: routes to it drop what they match. */
export const deleteEgressOnlyInternetGateway: Handler<
  DeleteEgressOnlyInternetGatewayCommandInput,
  Answer<DeleteEgressOnlyInternetGatewayCommandOutput>
> = ({ regionWorld }, input) => {
  const { egressOnlyInternetGateways: gateways } = regionWorld;
  const id = input.EgressOnlyInternetGatewayId;
  const gateway = getKnown(gateways, egressOnlyInternetGatewayCollection, id, "egressOnlyInternetGatewayId");
  regionWorld.egressOnlyInternetGateways = gateways.filter((candidate) => candidate !== gateway);
  setRoutesTo(regionWorld, id ?? "", "blackhole");
  return { ReturnCode: true };
};
