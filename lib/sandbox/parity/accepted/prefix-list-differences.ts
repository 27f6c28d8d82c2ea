import type { DifferenceRow } from "../accepted-difference";
import { ERROR_CODES, recorded } from "./sources";

/** Where moto's prefix lists and endpoints are not AWS's. */
export const prefixListDifferences: readonly DifferenceRow[] = [
  {
    reason: "moto-is-instant",
    in: ["CreateManagedPrefixList", "ModifyManagedPrefixList", "DeleteManagedPrefixList"],
    at: "output.PrefixList.State",
    moto: /^(?:create|modify|delete)-complete$/,
    sandbox: /^(?:create|modify|delete)-in-progress$/,
    because: "a list is changed in AWS's own time",
    source: "SDK type ManagedPrefixList.State",
  },
  {
    reason: "moto-lacks",
    at: ["output.PrefixList.PrefixListName", "output.PrefixLists[].PrefixListName"],
    moto: undefined,
    sandbox: "offices",
    because: "a list keeps its name when it is changed",
    source: "SDK type ModifyManagedPrefixListRequest.PrefixListName",
  },
  {
    reason: "moto-lets-pass",
    in: ["DescribeManagedPrefixLists", "GetManagedPrefixListEntries"],
    at: "error",
    moto: "200",
    sandbox: "400 InvalidPrefixListID.NotFound",
    because: "ids are strict",
    source: `${ERROR_CODES}: InvalidPrefixListID.NotFound; aws-facts 8.4`,
  },
  {
    reason: "moto-crashes",
    in: ["ModifyManagedPrefixList", "DeleteManagedPrefixList"],
    at: "error",
    moto: "500 Error",
    sandbox: "400 InvalidPrefixListID.NotFound",
    because: "the code of a list that does not exist",
    source: `${ERROR_CODES}: InvalidPrefixListID.NotFound`,
  },
  {
    reason: "moto-lacks",
    in: ["DescribeManagedPrefixLists"],
    at: "output.PrefixLists[]",
    moto: undefined,
    sandbox: /"PrefixListName":"offices"/,
    because: "moto has forgotten the name, and so does not find the list by it",
    source: "SDK type DescribeManagedPrefixListsRequest.Filters",
  },
  {
    reason: "moto-lacks",
    in: ["DescribePrefixLists"],
    at: "output.PrefixLists[].Cidrs",
    moto: undefined,
    sandbox: /^\["ip#\d+\/\d+"/,
    because: "AWS lists the service's addresses",
    source: recorded("batfish/test-vpc-endpoint-gateway/us-east-1/DescribePrefixLists.json"),
  },
  {
    reason: "moto-lets-pass",
    in: ["CreateVpcEndpoint"],
    at: "error",
    moto: "200",
    sandbox: "400 InvalidServiceName",
    because: "an endpoint is of a service that exists",
    source: `${ERROR_CODES}: InvalidServiceName`,
  },
];
