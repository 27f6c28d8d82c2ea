interface ShapeException {
  paths: readonly string[];
  because: string;
}

/** Operations that were recorded of a service that the sandbox does not have. */
export const UNKNOWN_SERVICES = ["es.DescribeElasticsearchDomains"];

/** The differences that are allowed, by operation; each path must still differ. */
export const SHAPE_DIFFERENCES: Readonly<Record<string, readonly ShapeException[]>> = {
  "ec2.DescribeAddresses": [
    {
      paths: ["Addresses[].Tags", "Addresses[].Tags[]", "Addresses[].Tags[].Key", "Addresses[].Tags[].Value"],
      because: "the recorded addresses had no tags: SDK type Address.Tags",
    },
    {
      paths: ["Addresses[].SubnetId"],
      because: "newer than the recordings: SDK type Address.SubnetId",
    },
  ],
  "ec2.DescribeAvailabilityZones": [
    {
      paths: ["AvailabilityZones[].ZoneType"],
      because: "newer than the recordings: SDK type AvailabilityZone.ZoneType",
    },
  ],
  "ec2.DescribeInstances": [
    {
      paths: ["Reservations[].Instances[].KeyName"],
      because: "the sandbox lacks it: its instances have no key pair",
    },
    {
      paths: [
        "Reservations[].Instances[].IamInstanceProfile",
        "Reservations[].Instances[].IamInstanceProfile.Arn",
        "Reservations[].Instances[].IamInstanceProfile.Id",
      ],
      because: "the sandbox lacks it: its instances have no profile",
    },
    {
      paths: [
        "Reservations[].Instances[].StateReason",
        "Reservations[].Instances[].StateReason.Code",
        "Reservations[].Instances[].StateReason.Message",
      ],
      because: "only of instances that were stopped or terminated: SDK type Instance.StateReason",
    },
    {
      paths: ["Reservations[].RequesterId"],
      because: "only of instances that a service launched: SDK type Reservation.RequesterId",
    },
  ],
  "ec2.DescribeNatGateways": [
    {
      paths: [
        "NatGateways[].NatGatewayAddresses[].AssociationId",
        "NatGateways[].NatGatewayAddresses[].IsPrimary",
        "NatGateways[].NatGatewayAddresses[].Status",
        "NatGateways[].ConnectivityType",
      ],
      because: "newer than the recordings: SDK types NatGateway and NatGatewayAddress",
    },
  ],
  "ec2.DescribeNetworkInterfaces": [
    {
      paths: ["NetworkInterfaces[].AvailabilityZoneId"],
      because: "newer than the recordings: SDK type NetworkInterface.AvailabilityZoneId",
    },
    {
      paths: [
        "NetworkInterfaces[].PublicDnsName",
        "NetworkInterfaces[].PublicIpDnsNameOptions",
        "NetworkInterfaces[].PublicIpDnsNameOptions.DnsHostnameType",
        "NetworkInterfaces[].PublicIpDnsNameOptions.PublicIpv4DnsName",
      ],
      because: "the sandbox lacks it: names of public addresses are within Association only",
    },
  ],
  "ec2.DescribeSecurityGroups": [
    {
      paths: ["SecurityGroups[].SecurityGroupArn"],
      because: "newer than the recordings: SDK type SecurityGroup.SecurityGroupArn",
    },
    {
      paths: [
        "SecurityGroups[].IpPermissions[].PrefixListIds[].Description",
        "SecurityGroups[].IpPermissions[].UserIdGroupPairs[].Description",
        "SecurityGroups[].IpPermissions[].UserIdGroupPairs[].VpcId",
        "SecurityGroups[].IpPermissions[].UserIdGroupPairs[].VpcPeeringConnectionId",
        "SecurityGroups[].IpPermissions[].UserIdGroupPairs[].PeeringStatus",
      ],
      because:
        "the recorded rules had no descriptions and no pairs across a peering: SDK types PrefixListId and UserIdGroupPair",
    },
  ],
  "ec2.DescribeTransitGatewayVpcAttachments": [
    {
      paths: [
        "TransitGatewayVpcAttachments[].Options.SecurityGroupReferencingSupport",
        "TransitGatewayVpcAttachments[].Options.ApplianceModeSupport",
      ],
      because: "newer than the recordings: SDK type TransitGatewayVpcAttachmentOptions",
    },
  ],
  "ec2.DescribeTransitGateways": [
    {
      paths: [
        "TransitGateways[].Options.SecurityGroupReferencingSupport",
        "TransitGateways[].Options.MulticastSupport",
      ],
      because: "newer than the recordings: SDK type TransitGatewayOptions",
    },
  ],
  "ec2.DescribeVpcEndpoints": [
    {
      paths: [
        "VpcEndpoints[].ServiceRegion",
        "VpcEndpoints[].IpAddressType",
        "VpcEndpoints[].DnsOptions",
        "VpcEndpoints[].DnsOptions.DnsRecordIpType",
      ],
      because: "newer than the recordings: SDK type VpcEndpoint",
    },
  ],
  "ec2.DescribeVpcs": [
    {
      paths: [
        "Vpcs[].Ipv6CidrBlockAssociationSet",
        "Vpcs[].BlockPublicAccessStates",
        "Vpcs[].BlockPublicAccessStates.InternetGatewayBlockMode",
      ],
      because: "newer than the recordings, of which none is of a VPC with IPv6: SDK type Vpc",
    },
  ],
  "ec2.DescribeVpnConnections": [
    {
      paths: [
        "VpnConnections[].GatewayAssociationState",
        "VpnConnections[].Options.EnableAcceleration",
        "VpnConnections[].Options.LocalIpv4NetworkCidr",
        "VpnConnections[].Options.RemoteIpv4NetworkCidr",
        "VpnConnections[].Options.OutsideIpAddressType",
        "VpnConnections[].Options.TunnelInsideIpVersion",
        "VpnConnections[].Options.TunnelOptions",
        "VpnConnections[].Options.TunnelOptions[]",
        "VpnConnections[].Options.TunnelOptions[].OutsideIpAddress",
        "VpnConnections[].Options.TunnelOptions[].TunnelInsideCidr",
        "VpnConnections[].Options.TunnelOptions[].PreSharedKey",
        "VpnConnections[].VgwTelemetry",
        "VpnConnections[].VgwTelemetry[]",
        "VpnConnections[].VgwTelemetry[].AcceptedRouteCount",
        "VpnConnections[].VgwTelemetry[].LastStatusChange",
        "VpnConnections[].VgwTelemetry[].OutsideIpAddress",
        "VpnConnections[].VgwTelemetry[].Status",
        "VpnConnections[].VgwTelemetry[].StatusMessage",
        "VpnConnections[].CustomerGatewayConfiguration",
        "VpnConnections[].VpnGatewayId",
      ],
      because: "the recorded connection was deleted, and a deleted one keeps little: SDK type VpnConnection",
    },
  ],
  "ec2.GetManagedPrefixListEntries": [
    {
      paths: ["Entries[].Description"],
      because: "the recorded entries had no descriptions: SDK type PrefixListEntry.Description",
    },
  ],
  "lambda.ListFunctions": [
    {
      paths: [
        "Functions[].PackageType",
        "Functions[].Architectures",
        "Functions[].Architectures[]",
        "Functions[].EphemeralStorage",
        "Functions[].EphemeralStorage.Size",
        "Functions[].SnapStart",
        "Functions[].SnapStart.ApplyOn",
        "Functions[].SnapStart.OptimizationStatus",
        "Functions[].LoggingConfig",
        "Functions[].LoggingConfig.LogFormat",
        "Functions[].LoggingConfig.LogGroup",
        "Functions[].VpcConfig.Ipv6AllowedForDualStack",
      ],
      because: "newer than the recordings: SDK type FunctionConfiguration; aws-facts 2.1 and 2.7",
    },
  ],
  "rds.DescribeDBInstances": [
    {
      paths: [
        "DBInstances[].AllocatedStorage",
        "DBInstances[].DBSubnetGroup.DBSubnetGroupArn",
        "DBInstances[].DBSubnetGroup.SupportedNetworkTypes",
        "DBInstances[].DBSubnetGroup.SupportedNetworkTypes[]",
        "DBInstances[].TagList",
        "DBInstances[].NetworkType",
      ],
      because: "newer than the recordings, or cut from them: SDK types DBInstance and DBSubnetGroup",
    },
  ],
};
