import { z } from "zod";
import { endpoint } from "./endpoint";
import { functionStates, functionStatesInput } from "../function-states";
import { functionDetail, functionList, functionListQuery } from "../functions";
import { apiPaths } from "../paths";
import { topology } from "../topology";
import { roleList, vpcDetail, vpcList, vpcSecurityGroupList } from "../vpcs";
import { noBody, noQuery, ofSnapshot, read } from "./endpoint-parts";

/** What a snapshot holds: functions, VPCs, the diagram. */
export const networkEndpoints = {
  listFunctions: endpoint({
    ...read,
    id: "listFunctions",
    path: apiPaths.functions,
    summary: "List functions",
    permission: "functions:read",
    query: functionListQuery,
    body: noBody,
    response: functionList,
  }),

  getFunction: endpoint({
    ...read,
    id: "getFunction",
    path: apiPaths.function,
    summary: "One function and how it is connected",
    permission: "functions:read",
    query: ofSnapshot,
    body: noBody,
    response: functionDetail,
  }),

  readFunctionStates: endpoint({
    id: "readFunctionStates",
    method: "POST",
    status: 200,
    path: apiPaths.functionStates,
    isRead: true,
    summary: "Read the states of some functions now, as those on screen (ListFunctions gives none)",
    permission: "functions:read",
    query: noQuery,
    body: functionStatesInput,
    response: functionStates,
  }),

  listVpcs: endpoint({
    ...read,
    id: "listVpcs",
    path: apiPaths.vpcs,
    summary: "List VPCs",
    permission: "topology:read",
    query: ofSnapshot,
    body: noBody,
    response: vpcList,
  }),

  getVpc: endpoint({
    ...read,
    id: "getVpc",
    path: apiPaths.vpc,
    summary: "A VPC's subnets and security groups",
    permission: "topology:read",
    query: ofSnapshot,
    body: noBody,
    response: vpcDetail,
  }),

  listVpcSecurityGroups: endpoint({
    ...read,
    id: "listVpcSecurityGroups",
    path: apiPaths.vpcSecurityGroups,
    summary: "Security groups that interfaces in a VPC may have, read live",
    permission: "plans:create",
    query: noQuery,
    body: noBody,
    response: vpcSecurityGroupList,
  }),

  listRoles: endpoint({
    ...read,
    id: "listRoles",
    path: apiPaths.roles,
    summary: "Execution roles that Lambda may assume",
    permission: "plans:create",
    query: noQuery,
    body: noBody,
    response: roleList,
  }),

  getTopology: endpoint({
    ...read,
    id: "getTopology",
    path: apiPaths.topology,
    summary: "The diagram of a VPC as nodes and edges",
    permission: "topology:read",
    query: ofSnapshot.extend({ vpcId: z.string().optional() }),
    body: noBody,
    response: topology,
  }),
} as const;
