import type { Network } from "./network";

/** Every range of a VPC, the first one first; those being taken away are left out. */
export function vpcCidrBlocks({ vpcs }: Pick<Network, "vpcs">, vpcId: string): string[] {
  const { CidrBlock, CidrBlockAssociationSet, Ipv6CidrBlockAssociationSet } = vpcs.get(vpcId)?.resource ?? {};
  const others = (CidrBlockAssociationSet ?? [])
    .filter(({ CidrBlockState }) => isAssociated(CidrBlockState))
    .map((association) => association.CidrBlock);
  const ipv6 = (Ipv6CidrBlockAssociationSet ?? [])
    .filter(({ Ipv6CidrBlockState }) => isAssociated(Ipv6CidrBlockState))
    .map(({ Ipv6CidrBlock }) => Ipv6CidrBlock);
  const [first, ...rest] = [CidrBlock, ...others.sort(), ...ipv6.sort()].filter(
    (block) => block !== undefined,
  );
  return [...new Set(first === undefined ? rest : [first, ...rest])];
}

/** Of a VPC's or a subnet's range: in use, or about to be. */
export function isAssociated(block: { State?: string | undefined } | undefined): boolean {
  return block?.State === undefined || block.State.startsWith("associat");
}
