import type {
  ModifyVpcEncryptionControlCommandInput,
  VpcEncryptionControlExclusions,
} from "@aws-sdk/client-ec2";

/** Resource -> the request's member that excludes it. */
export const EXCLUSIONS = {
  ApiGatewayV2: "ApiGatewayV2Exclusion",
  EgressOnlyInternetGateway: "EgressOnlyInternetGatewayExclusion",
  ElasticFileSystem: "ElasticFileSystemExclusion",
  GlobalAccelerator: "GlobalAcceleratorExclusion",
  InternetGateway: "InternetGatewayExclusion",
  Lambda: "LambdaExclusion",
  NatGateway: "NatGatewayExclusion",
  VirtualPrivateGateway: "VirtualPrivateGatewayExclusion",
  VpcLattice: "VpcLatticeExclusion",
  VpcPeering: "VpcPeeringExclusion",
} as const satisfies Record<
  keyof VpcEncryptionControlExclusions,
  keyof ModifyVpcEncryptionControlCommandInput
>;

export type EncryptionResource = keyof typeof EXCLUSIONS;
export const ENCRYPTION_RESOURCES = Object.keys(EXCLUSIONS) as EncryptionResource[]; // of a constant just above
