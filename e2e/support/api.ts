import { functionDetail, type FunctionDetail } from "@/lib/contract/functions";
import { vpcDetail, vpcList, type VpcDetail } from "@/lib/contract/vpcs";
import type { APIRequestContext } from "playwright/test";

/** What the API says of a function now, held against the contract. */
export async function getFunction(request: APIRequestContext, name: string): Promise<FunctionDetail> {
  return functionDetail.parse(await (await request.get(`/api/functions/${name}`)).json());
}

/** A VPC by its name, with its subnets and security groups. */
export async function getVpcByName(request: APIRequestContext, name: string): Promise<VpcDetail> {
  const { items } = vpcList.parse(await (await request.get("/api/vpcs")).json());
  const vpc = items.find((candidate) => candidate.name === name);
  if (vpc === undefined) throw new Error(`There is no VPC named ${name}.`);
  return vpcDetail.parse(await (await request.get(`/api/vpcs/${vpc.vpcId}`)).json());
}
