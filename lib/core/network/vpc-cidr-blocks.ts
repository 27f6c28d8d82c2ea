import type { Network } from "./network";

/** Every range of a VPC, the first one first; those being taken away are left out. */
export function vpcCidrBlocks({ vpcs }: Pick<Network, "vpcs">, vpcId: string): string[] {
  const { CidrBlock, CidrBlockAssociationSet, Ipv6CidrBlockAssociationSet } = vpcs.get(vpcId)?.resource ?? {};
  const others = (CidrBlockAssociationSet ?? [])
    .filter(({ CidrBlockState }) => isAssociated(CidrBlockState?.State))
    .map((association) => association.CidrBlock);
  const ipv6 = (Ipv6CidrBlockAssociationSet ?? [])
    .filter(({ Ipv6CidrBlockState }) => isAssociated(Ipv6CidrBlockState?.State))
    .map(({ Ipv6CidrBlock }) => Ipv6CidrBlock);
  const [first, ...rest] = [CidrBlock, ...others.sort(), ...ipv6.sort()].filter(
    (block) => block !== undefined,
  );
  return [...new Set(first === undefined ? rest : [first, ...rest])];
}

function isAssociated(state: string | undefined): boolean {
  return state === undefined || state.startsWith("associat");
}
