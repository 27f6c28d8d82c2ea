import type {
  ModifyVpcPeeringConnectionOptionsCommandInput,
  ModifyVpcPeeringConnectionOptionsCommandOutput,
  PeeringConnectionOptionsRequest,
  VpcPeeringConnection,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import { getPeering } from "./get-peering";
import { copiesOf, isPlaceOf } from "./peering-copies";

type SideMember = "RequesterVpcInfo" | "AccepterVpcInfo";

function toOptions(asked: PeeringConnectionOptionsRequest) {
  return {
    AllowDnsResolutionFromRemoteVpc: asked.AllowDnsResolutionFromRemoteVpc ?? false,
    AllowEgressFromLocalClassicLinkToRemoteVpc: false,
    AllowEgressFromLocalVpcToRemoteClassicLink: false,
  };
}

function readSides(
  input: ModifyVpcPeeringConnectionOptionsCommandInput,
): [SideMember, PeeringConnectionOptionsRequest][] {
  const { RequesterPeeringConnectionOptions: requester, AccepterPeeringConnectionOptions: accepter } = input;
  const sides: [SideMember, PeeringConnectionOptionsRequest | undefined][] = [
    ["RequesterVpcInfo", requester],
    ["AccepterVpcInfo", accepter],
  ];
  return sides.flatMap(([member, asked]) => (asked === undefined ? [] : [[member, asked]]));
}

function checkActive({ Status: status, VpcPeeringConnectionId: id = "" }: VpcPeeringConnection): void {
  if (status?.Code === "active") return;
  throw new AwsError(
    "OperationNotPermitted",
    `Peering ${id} is not active. Peering options can be added only to active peerings.`,
  );
}

/** Each side is changed where it is: of two accounts or regions, "each […] must initiate a separate request" (API). */
export const modifyVpcPeeringConnectionOptions: Handler<
  ModifyVpcPeeringConnectionOptionsCommandInput,
  Answer<ModifyVpcPeeringConnectionOptionsCommandOutput>
> = ({ world, regionWorld, accountId }, input) => {
  const id = input.VpcPeeringConnectionId ?? "";
  const peering = getPeering(regionWorld, id);
  checkActive(peering);
  const sides = readSides(input);
  if (sides.length === 0) {
    throw new AwsError(
      "MissingParameter",
      "The request must contain the parameter requesterPeeringConnectionOptions or accepterPeeringConnectionOptions",
    );
  }
  if (sides.some(([member]) => !isPlaceOf(peering[member], regionWorld))) {
    throw new AwsError(
      "OperationNotPermitted",
      `User (${accountId}) cannot modify the options of the other side of peering ${id}`,
    );
  }
  for (const { peering: copy } of copiesOf(world, id)) {
    for (const [member, asked] of sides) copy[member] = { ...copy[member], PeeringOptions: toOptions(asked) };
  }
  const optionsOf = (member: SideMember) =>
    sides.some(([name]) => name === member) ? peering[member]?.PeeringOptions : undefined;
  return {
    RequesterPeeringConnectionOptions: optionsOf("RequesterVpcInfo"),
    AccepterPeeringConnectionOptions: optionsOf("AccepterVpcInfo"),
  };
};
