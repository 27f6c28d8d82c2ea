import * as iam from "@aws-sdk/client-iam";
import * as lambda from "@aws-sdk/client-lambda";

/** Where a code of EC2 is on record -> the codes that calls about networks may meet. */
const EC2_CODES: Readonly<Record<string, readonly string[]>> = {
  "EC2 API reference: Error codes for the Amazon EC2 API": [
    "ActiveVpcPeeringConnectionPerVpcLimitExceeded",
    "AddressLimitExceeded",
    "CannotDelete",
    "DependencyViolation",
    "DuplicateSubnetsInSameZone",
    "Gateway.NotAttached",
    "IncorrectState",
    "InsufficientFreeAddressesInSubnet",
    "InternetGatewayLimitExceeded",
    "InvalidAllocationID.NotFound",
    "InvalidAssociationID.NotFound",
    "InvalidGatewayID.NotFound",
    "InvalidGroup.Duplicate",
    "InvalidGroup.NotFound",
    "InvalidGroupId.Malformed",
    "InvalidInternetGatewayId.Malformed",
    "InvalidInternetGatewayID.NotFound",
    "InvalidIPAddress.InUse",
    "InvalidNatGatewayID.NotFound",
    "InvalidNetworkAclId.Malformed",
    "InvalidNetworkAclID.NotFound",
    "InvalidNetworkInterface.InUse",
    "InvalidNetworkInterfaceId.Malformed",
    "InvalidNetworkInterfaceID.NotFound",
    "InvalidParameter",
    "InvalidParameterCombination",
    "InvalidParameterValue",
    "InvalidPermission.Duplicate",
    "InvalidRoute.NotFound",
    "InvalidRouteTableId.Malformed",
    "InvalidRouteTableID.NotFound",
    "InvalidStateTransition",
    "InvalidSubnet.Conflict",
    "InvalidSubnet.Range",
    "InvalidSubnetID.Malformed",
    "InvalidSubnetID.NotFound",
    "InvalidVpcEndpointId.Malformed",
    "InvalidVpcEndpointId.NotFound",
    "InvalidVpcID.Malformed",
    "InvalidVpcID.NotFound",
    "InvalidVpcPeeringConnectionId.Malformed",
    "InvalidVpcPeeringConnectionID.NotFound",
    "MissingParameter",
    "NatGatewayLimitExceeded",
    "NatGatewayMalformed",
    "NatGatewayNotFound",
    "OperationNotPermitted",
    "Resource.AlreadyAssociated",
    "RouteAlreadyExists",
    "RouteTableLimitExceeded",
    "RulesPerSecurityGroupLimitExceeded",
    "UnsupportedOperation",
    "VpcLimitExceeded",
    "VpcPeeringConnectionAlreadyExists",
  ],
  "aws-cloudformation-resource-providers-ec2-transitgateway: the codes that AWS's own handlers translate": [
    "InvalidTransitGatewayAttachmentID.Malformed",
    "InvalidTransitGatewayID.Malformed",
    "TransitGatewayLimitExceeded",
  ],
  "terraform-provider-aws: reports of its users, with EC2's answers": ["DuplicateTransitGatewayAttachment"],
  "terraform-provider-aws: internal/service/ec2/errors.go": [
    "InvalidAssociation.NotFound",
    "InvalidTransitGatewayAttachmentID.NotFound",
    "InvalidTransitGatewayID.NotFound",
  ],
};

/** What an SDK client exports for an error: `[-3, namespace, name, traits, …]`; a query service's code is a trait. */
function codesOfSdk(client: object): string[] {
  return Object.values(client).flatMap((value: unknown) => {
    if (!Array.isArray(value) || value[0] !== -3 || typeof value[2] !== "string") return [];
    const traits: unknown = value[3];
    const stated: unknown =
      typeof traits === "object" && traits !== null ? Reflect.get(traits, "awsQueryError") : undefined;
    return Array.isArray(stated) && typeof stated[0] === "string" ? [stated[0]] : [value[2]];
  });
}

/** The codes that a service's documents know. Lambda's and IAM's are the SDK's, and one of "Common errors" each. */
export const DOCUMENTED_CODES: Readonly<Record<"ec2" | "iam" | "lambda", ReadonlySet<string>>> = {
  ec2: new Set(Object.values(EC2_CODES).flat()),
  iam: new Set([...codesOfSdk(iam), "ValidationError"]),
  lambda: new Set([...codesOfSdk(lambda), "ValidationException"]),
};
