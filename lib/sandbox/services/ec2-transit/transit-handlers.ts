import {
  acceptTransitGatewayVpcAttachment,
  rejectTransitGatewayVpcAttachment,
} from "./attachments/answer-vpc-attachment";
import { createTransitGatewayVpcAttachment } from "./attachments/create-transit-gateway-vpc-attachment";
import { deleteTransitGatewayVpcAttachment } from "./attachments/delete-transit-gateway-vpc-attachment";
import { describeTransitGatewayAttachments } from "./attachments/describe-transit-gateway-attachments";
import { describeTransitGatewayVpcAttachments } from "./attachments/describe-transit-gateway-vpc-attachments";
import { modifyTransitGatewayVpcAttachment } from "./attachments/modify-transit-gateway-vpc-attachment";
import { createTransitGateway } from "./gateways/create-transit-gateway";
import { deleteTransitGateway } from "./gateways/delete-transit-gateway";
import { describeTransitGateways } from "./gateways/describe-transit-gateways";
import { modifyTransitGateway } from "./gateways/modify-transit-gateway";
import {
  acceptTransitGatewayPeeringAttachment,
  rejectTransitGatewayPeeringAttachment,
} from "./peering/answer-transit-gateway-peering";
import { createTransitGatewayPeeringAttachment } from "./peering/create-transit-gateway-peering-attachment";
import { deleteTransitGatewayPeeringAttachment } from "./peering/delete-transit-gateway-peering-attachment";
import { describeTransitGatewayPeeringAttachments } from "./peering/describe-transit-gateway-peering-attachments";
import {
  associateTransitGatewayRouteTable,
  disassociateTransitGatewayRouteTable,
} from "./route-tables/change-association";
import {
  disableTransitGatewayRouteTablePropagation,
  enableTransitGatewayRouteTablePropagation,
} from "./route-tables/change-propagation";
import { createTransitGatewayRouteTable } from "./route-tables/create-transit-gateway-route-table";
import { deleteTransitGatewayRouteTable } from "./route-tables/delete-transit-gateway-route-table";
import { describeTransitGatewayRouteTables } from "./route-tables/describe-transit-gateway-route-tables";
import {
  getTransitGatewayAttachmentPropagations,
  getTransitGatewayRouteTableAssociations,
  getTransitGatewayRouteTablePropagations,
} from "./route-tables/get-table-links";
import {
  createTransitGatewayPrefixListReference,
  deleteTransitGatewayPrefixListReference,
  modifyTransitGatewayPrefixListReference,
} from "./routes/change-prefix-list-reference";
import {
  createTransitGatewayRoute,
  deleteTransitGatewayRoute,
  replaceTransitGatewayRoute,
} from "./routes/change-transit-gateway-route";
import { getTransitGatewayPrefixListReferences } from "./routes/get-transit-gateway-prefix-list-references";
import { searchTransitGatewayRoutes } from "./routes/search-transit-gateway-routes";

/** Transit gateways: what is attached to them, and how they route. */
export const transitHandlers = {
  AcceptTransitGatewayPeeringAttachment: acceptTransitGatewayPeeringAttachment,
  AcceptTransitGatewayVpcAttachment: acceptTransitGatewayVpcAttachment,
  AssociateTransitGatewayRouteTable: associateTransitGatewayRouteTable,
  CreateTransitGateway: createTransitGateway,
  CreateTransitGatewayPeeringAttachment: createTransitGatewayPeeringAttachment,
  CreateTransitGatewayPrefixListReference: createTransitGatewayPrefixListReference,
  CreateTransitGatewayRoute: createTransitGatewayRoute,
  CreateTransitGatewayRouteTable: createTransitGatewayRouteTable,
  CreateTransitGatewayVpcAttachment: createTransitGatewayVpcAttachment,
  DeleteTransitGateway: deleteTransitGateway,
  DeleteTransitGatewayPeeringAttachment: deleteTransitGatewayPeeringAttachment,
  DeleteTransitGatewayPrefixListReference: deleteTransitGatewayPrefixListReference,
  DeleteTransitGatewayRoute: deleteTransitGatewayRoute,
  DeleteTransitGatewayRouteTable: deleteTransitGatewayRouteTable,
  DeleteTransitGatewayVpcAttachment: deleteTransitGatewayVpcAttachment,
  DescribeTransitGatewayAttachments: describeTransitGatewayAttachments,
  DescribeTransitGatewayPeeringAttachments: describeTransitGatewayPeeringAttachments,
  DescribeTransitGatewayRouteTables: describeTransitGatewayRouteTables,
  DescribeTransitGatewayVpcAttachments: describeTransitGatewayVpcAttachments,
  DescribeTransitGateways: describeTransitGateways,
  DisableTransitGatewayRouteTablePropagation: disableTransitGatewayRouteTablePropagation,
  DisassociateTransitGatewayRouteTable: disassociateTransitGatewayRouteTable,
  EnableTransitGatewayRouteTablePropagation: enableTransitGatewayRouteTablePropagation,
  GetTransitGatewayAttachmentPropagations: getTransitGatewayAttachmentPropagations,
  GetTransitGatewayPrefixListReferences: getTransitGatewayPrefixListReferences,
  GetTransitGatewayRouteTableAssociations: getTransitGatewayRouteTableAssociations,
  GetTransitGatewayRouteTablePropagations: getTransitGatewayRouteTablePropagations,
  ModifyTransitGateway: modifyTransitGateway,
  ModifyTransitGatewayPrefixListReference: modifyTransitGatewayPrefixListReference,
  ModifyTransitGatewayVpcAttachment: modifyTransitGatewayVpcAttachment,
  RejectTransitGatewayPeeringAttachment: rejectTransitGatewayPeeringAttachment,
  RejectTransitGatewayVpcAttachment: rejectTransitGatewayVpcAttachment,
  ReplaceTransitGatewayRoute: replaceTransitGatewayRoute,
  SearchTransitGatewayRoutes: searchTransitGatewayRoutes,
};
