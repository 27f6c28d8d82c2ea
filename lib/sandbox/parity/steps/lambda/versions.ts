import { lambda, type Step } from "../../step";

const ORDERS = { FunctionName: "orders" };
const ABSENT = { FunctionName: "absent" };

/** Versions and aliases of a function, and the end of it. */
export const functionVersionSteps: readonly Step[] = [
  lambda("ListVersionsByFunction", ORDERS),
  lambda("PublishVersion", { ...ORDERS, Description: "first" }),
  lambda(
    "GetFunction",
    { ...ORDERS, Qualifier: "1" },
    { until: { at: "Configuration.State", is: "Active" } },
  ),
  lambda("GetFunction", { ...ORDERS, Qualifier: "7" }),
  lambda("PublishVersion", ABSENT),
  lambda("ListVersionsByFunction", ORDERS),
  lambda("ListVersionsByFunction", ABSENT),
  lambda("ListFunctions", { FunctionVersion: "ALL" }),
  lambda("CreateAlias", { ...ORDERS, Name: "live", FunctionVersion: "1", Description: "what customers use" }),
  lambda("CreateAlias", { ...ORDERS, Name: "live", FunctionVersion: "1" }),
  lambda("CreateAlias", { ...ORDERS, Name: "lost", FunctionVersion: "7" }),
  lambda("CreateAlias", { ...ABSENT, Name: "live", FunctionVersion: "1" }),
  lambda("GetAlias", { ...ORDERS, Name: "live" }),
  lambda("GetAlias", { ...ORDERS, Name: "lost" }),
  lambda("GetFunctionConfiguration", { ...ORDERS, Qualifier: "live" }),
  lambda("ListAliases", ORDERS),
  lambda("UpdateAlias", { ...ORDERS, Name: "live", Description: "what all use" }),
  lambda("UpdateAlias", { ...ORDERS, Name: "lost", Description: "x" }),
  lambda("ListAliases", { ...ORDERS, FunctionVersion: "1" }),
  lambda("DeleteAlias", { ...ORDERS, Name: "live" }),
  lambda("ListAliases", ORDERS),
  lambda("DeleteFunction", ORDERS),
  lambda("DeleteFunction", { FunctionName: "second" }),
  lambda("DeleteFunction", ABSENT),
  lambda("GetFunction", ORDERS),
  lambda("ListFunctions", {}),
];
