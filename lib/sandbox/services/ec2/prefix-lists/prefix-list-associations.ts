import type {
  DeleteManagedPrefixListCommandInput,
  DeleteManagedPrefixListCommandOutput,
  GetManagedPrefixListAssociationsCommandInput,
  GetManagedPrefixListAssociationsCommandOutput,
} from "@aws-sdk/client-ec2";
import { AwsError } from "../../../aws-error";
import type { Answer, Handler } from "../../../handler";
import type { RegionWorld } from "../../../world/world";
import { paginate } from "../describe/paginate";
import { beginChange, getOwnPrefixList, getPrefixList } from "./own-prefix-list";

/** The resources that name a prefix list: route tables, security groups, a transit gateway's route tables. */
function resourcesNaming(regionWorld: RegionWorld, id: string): string[] {
  return [
    ...regionWorld.securityGroupRules
      .filter((rule) => rule.PrefixListId === id)
      .flatMap((rule) => rule.GroupId ?? []),
    ...regionWorld.routeTables
      .filter((table) => table.Routes?.some((route) => route.DestinationPrefixListId === id))
      .flatMap((table) => table.RouteTableId ?? []),
    ...regionWorld.transit.prefixListReferences
      .filter((reference) => reference.prefixListId === id)
      .map((reference) => reference.routeTableId),
  ].filter((resource, index, all) => all.indexOf(resource) === index);
}

export const getManagedPrefixListAssociations: Handler<
  GetManagedPrefixListAssociationsCommandInput,
  Answer<GetManagedPrefixListAssociationsCommandOutput>
> = ({ regionWorld }, input) => {
  const id = input.PrefixListId ?? "";
  getPrefixList(regionWorld, id);
  const associations = resourcesNaming(regionWorld, id).map((ResourceId) => ({
    ResourceId,
    ResourceOwner: regionWorld.accountId,
  }));
  const { items, ...page } = paginate(associations, input, {
    question: JSON.stringify(["GetManagedPrefixListAssociations", id]),
    keyOf: ({ ResourceId }) => ResourceId,
  });
  return { PrefixListAssociations: items, ...page };
};

/** "You must first remove all references to the prefix list in your resources" (EC2 API reference). */
export const deleteManagedPrefixList: Handler<
  DeleteManagedPrefixListCommandInput,
  Answer<DeleteManagedPrefixListCommandOutput>
> = (context, input) => {
  const { regionWorld } = context;
  const id = input.PrefixListId ?? "";
  const list = getOwnPrefixList(regionWorld, id);
  if (resourcesNaming(regionWorld, id).length > 0) {
    throw new AwsError("DependencyViolation", `The prefix list '${id}' is referenced and cannot be deleted.`);
  }
  beginChange(context, list, "delete");
  return { PrefixList: list };
};
