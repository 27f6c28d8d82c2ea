import type {
  CustomerGateway,
  NetworkInsightsAnalysis,
  NetworkInsightsPath,
  Tag,
  TransitGateway,
  TransitGatewayAssociationState,
  TransitGatewayAttachmentState,
  TransitGatewayPeeringAttachment,
  TransitGatewayPropagationState,
  TransitGatewayRouteTable,
  TransitGatewayVpcAttachment,
  VpnConnection,
  VpnGateway,
} from "@aws-sdk/client-ec2";

/** What an account has in a region of ways to other networks, in AWS's shapes and with what AWS keeps to itself. */
export interface TransitWorld {
  gateways: TransitGateway[];
  /** Own transit gateway id -> the accounts that it is shared with, as Resource Access Manager would keep them. */
  sharedWith: Record<string, string[]>;
  /** Of the account's own VPCs, whoever owns the transit gateway. */
  vpcAttachments: TransitGatewayVpcAttachment[];
  /** This side's record of each peering: both sides have one of the same id. */
  peeringAttachments: TransitGatewayPeeringAttachment[];
  vpnAttachments: VpnAttachment[];
  routeTables: TransitGatewayRouteTable[];
  associations: TransitAssociation[];
  propagations: TransitPropagation[];
  staticRoutes: TransitStaticRoute[];
  prefixListReferences: TransitPrefixListReference[];
  vpnGateways: VpnGateway[];
  vpnConnections: VpnConnection[];
  /** VPN connection id -> what the device at its other end announces by BGP. */
  announcedCidrs: Record<string, string[]>;
  customerGateways: CustomerGateway[];
  insightsPaths: NetworkInsightsPath[];
  insightsAnalyses: NetworkInsightsAnalysis[];
  /** What analyses answer: the sandbox never computes whether something is reachable. */
  insightsResults: DeclaredInsightsResult[];
}

/** A VPN connection's attachment to a transit gateway: made and deleted with the connection. */
export interface VpnAttachment {
  attachmentId: string;
  transitGatewayId: string;
  vpnConnectionId: string;
  state: TransitGatewayAttachmentState;
  createdAt: Date;
  Tags: Tag[];
}

export interface TransitAssociation {
  routeTableId: string;
  attachmentId: string;
  state: TransitGatewayAssociationState;
}

export interface TransitPropagation {
  routeTableId: string;
  attachmentId: string;
  state: TransitGatewayPropagationState;
}

/** Without an attachment the route drops what it matches, as it was asked to. */
export interface TransitStaticRoute {
  routeTableId: string;
  cidr: string;
  attachmentId?: string;
}

export interface TransitPrefixListReference {
  routeTableId: string;
  prefixListId: string;
  attachmentId?: string;
  state: "available" | "deleting" | "modifying" | "pending";
}

/** What the analysis of a path answers when its source, destination, protocol and port are these. */
export interface DeclaredInsightsResult {
  source: string;
  /** A resource's id or ARN, or an IPv4 address. */
  destination: string;
  protocol: "tcp" | "udp";
  /** Without one: any port. */
  destinationPort?: number | undefined;
  answer: Pick<
    NetworkInsightsAnalysis,
    | "NetworkPathFound"
    | "ForwardPathComponents"
    | "ReturnPathComponents"
    | "Explanations"
    | "AlternatePathHints"
    | "SuggestedAccounts"
    | "WarningMessage"
  >;
}

/** Nothing of it. */
export function createTransitWorld(): TransitWorld {
  return {
    gateways: [],
    sharedWith: {},
    vpcAttachments: [],
    peeringAttachments: [],
    vpnAttachments: [],
    routeTables: [],
    associations: [],
    propagations: [],
    staticRoutes: [],
    prefixListReferences: [],
    vpnGateways: [],
    vpnConnections: [],
    announcedCidrs: {},
    customerGateways: [],
    insightsPaths: [],
    insightsAnalyses: [],
    insightsResults: [],
  };
}
