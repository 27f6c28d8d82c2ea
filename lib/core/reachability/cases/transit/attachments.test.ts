import { describe, expect, it } from "vitest";
import { ACCOUNT_ID } from "@/lib/testing/builders/snapshot";
import { routesTo, staticRoute, transitGateway } from "../joined-vpcs.test-builder";
import { ask, REACHABLE, unknown, unreachable } from "../ask-codes.test-builder";
import { openVpc, together } from "../open-vpc.test-builder";

const BY_TRANSIT = { TransitGatewayId: "tgw-1" };
const OF_2 = { destination: { cidr: "10.2.1.10/32" } };
const sender = openVpc(1, { routes: routesTo(2, BY_TRANSIT) });
const receiver = openVpc(2, { routes: routesTo(1, BY_TRANSIT) });
type Attachments = Parameters<typeof transitGateway>[0]["attachments"];
const joined = (attachments: Attachments, receiving = receiver) =>
  together(sender, receiving, transitGateway({ attachments }));

describe("a transit gateway's state", () => {
  it.each([
    ["available", REACHABLE],
    ["modifying", REACHABLE],
    [undefined, REACHABLE],
    ["pending", unreachable("BAD_STATE")],
    ["deleting", unreachable("BAD_STATE")],
    ["deleted", unreachable("BAD_STATE")],
  ] as const)("%s decides whether it carries anything", (State, answer) => {
    const { TransitGateways: [gateway = {}] = [], ...rest } = transitGateway({
      attachments: { 1: {}, 2: {} },
    });
    const network = together(sender, receiver, rest, { TransitGateways: [{ ...gateway, State }] });
    expect(ask(network, OF_2)).toEqual(answer);
  });
});

describe("the state of an attachment", () => {
  it.each([
    ["available", REACHABLE],
    ["modifying", REACHABLE],
    [undefined, REACHABLE],
    ["pendingAcceptance", unreachable("BAD_STATE_ATTACHMENT")],
    ["deleted", unreachable("BAD_STATE_ATTACHMENT")],
  ] as const)("%s decides whether it carries anything, near and far", (State, answer) => {
    expect(ask(joined({ 1: { State }, 2: {} }), OF_2)).toEqual(answer);
    expect(ask(joined({ 1: {}, 2: { State } }), OF_2)).toEqual(answer);
  });

  it.each([["deleted"], ["failed"], ["rejected"]] as const)(
    "does not count where another of the same VPC lives: one is %s",
    (State) => {
      const gone = {
        ...BY_TRANSIT,
        TransitGatewayAttachmentId: "tgw-1-attach-0",
        VpcId: "vpc-1",
        State,
        SubnetIds: ["subnet-1a"],
      };
      const network = together(joined({ 1: {}, 2: {} }), { TransitGatewayVpcAttachments: [gone] });
      expect(ask(network, OF_2)).toEqual(REACHABLE);
    },
  );
});

describe("the subnets of the sender's attachment", () => {
  const elsewhere = openVpc(1, {
    routes: routesTo(2, BY_TRANSIT),
    b: { subnet: { AvailabilityZone: "eu-west-1b" } },
  });
  const withSubnets = (SubnetIds: string[] | undefined, from = elsewhere) =>
    together(from, receiver, transitGateway({ attachments: { 1: { SubnetIds }, 2: {} } }));
  const UNREAD = unknown("NOT_EVALUATED_UNREAD");

  it("must have one in the sender's zone", () => {
    expect(ask(withSubnets(["subnet-1b", "subnet-1a"]), OF_2)).toEqual(REACHABLE);
    expect(ask(withSubnets(["subnet-1b"]), OF_2)).toEqual(unreachable("TGW_ROUTE_AZ_RESTRICTION"));
  });

  it.each([
    // Neither is it known where a reply comes in.
    [
      "which were not recorded",
      withSubnets(undefined),
      unknown("NOT_EVALUATED_UNREAD", "UNKNOWN_DESTINATION"),
    ],
    ["of which none was recorded", withSubnets([]), unknown("NOT_EVALUATED_UNREAD", "UNKNOWN_DESTINATION")],
    ["one of which was not read", withSubnets(["subnet-1b", "subnet-unread"]), UNREAD],
    [
      "while the sender's zone was not",
      withSubnets(
        ["subnet-1b"],
        openVpc(1, { routes: routesTo(2, BY_TRANSIT), a: { subnet: { AvailabilityZone: undefined } } }),
      ),
      UNREAD,
    ],
  ])("may have one there: %s", (_, network, answer) => {
    expect(ask(network, OF_2)).toEqual(answer);
  });
});

describe("a VPC at the far end of a transit gateway", () => {
  it("is unknown where it was not read", () => {
    const network = together(sender, transitGateway({ attachments: { 1: {}, 2: {} }, propagating: [1] }), {
      TransitGatewayRoutes: [
        {
          TransitGatewayRouteTableId: "tgw-1-rtb",
          Routes: [staticRoute("10.2.0.0/16", 2)],
        },
      ],
    });
    expect(ask(network, OF_2)).toEqual(unknown("UNKNOWN_DESTINATION"));
  });

  const short = (State: "available" | "deleted") => {
    const { TransitGatewayVpcAttachments: [near = {}] = [], ...rest } = transitGateway({
      attachments: { 1: {}, 2: {} },
    });
    return together(sender, receiver, rest, {
      TransitGatewayVpcAttachments: [near],
      TransitGatewayAttachments: [
        {
          ...BY_TRANSIT,
          TransitGatewayAttachmentId: "tgw-1-attach-2",
          ResourceType: "vpc",
          ResourceId: "vpc-2",
          State,
        },
      ],
    });
  };

  it("is unknown where only the short list names its attachment, and blocked where that one is gone", () => {
    expect(ask(short("available"), OF_2)).toEqual(unknown("UNKNOWN_DESTINATION"));
    expect(ask(short("deleted"), OF_2)).toEqual(unreachable("BAD_STATE_ATTACHMENT"));
  });

  it("may be entered by either of two subnets whose network ACLs were not read", () => {
    const both = {
      SubnetIds: ["subnet-2a", "subnet-2b"],
      Options: { ApplianceModeSupport: "enable" as const },
    };
    expect(ask(joined({ 1: {}, 2: both }), OF_2, ["DescribeNetworkAcls"])).toEqual(
      unknown("NOT_EVALUATED_UNREAD"),
    );
  });

  it("is entered alike by two subnets of one table and one network ACL", () => {
    const both = {
      SubnetIds: ["subnet-2a", "subnet-2b"],
      Options: { ApplianceModeSupport: "enable" as const },
    };
    const { NetworkAcls: [acl = {}] = [], ...rest } = receiver;
    const Associations = [{ SubnetId: "subnet-2a" }, { SubnetId: "subnet-2b" }];
    const network = joined({ 1: {}, 2: both }, { ...rest, NetworkAcls: [{ ...acl, Associations }] });
    expect(ask(network, OF_2)).toEqual(REACHABLE);
  });
});

describe("an attachment's route table", () => {
  const unassociated = ({ ownerId = ACCOUNT_ID, isEnding = false } = {}) => {
    const {
      TransitGateways: [gateway = {}] = [],
      TransitGatewayRouteTableAssociations: [table] = [],
      ...rest
    } = transitGateway({ attachments: { 1: {}, 2: {} } });
    const [near = {}, far = {}] = table?.Associations ?? [];
    return together(sender, receiver, rest, {
      TransitGateways: [{ ...gateway, OwnerId: ownerId }],
      TransitGatewayRouteTableAssociations: [
        {
          TransitGatewayRouteTableId: "tgw-1-rtb",
          Associations: isEnding ? [{ ...near, State: "disassociating" }, far] : [far],
        },
      ],
    });
  };
  const MISSING = unreachable("TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION");

  it("is told by its associations though it is not among the tables read itself", () => {
    expect(ask({ ...joined({ 1: {}, 2: {} }), TransitGatewayRouteTables: [] }, OF_2)).toEqual(REACHABLE);
  });

  it("is missing where the owner's account was read and none is associated", () => {
    expect(ask(unassociated(), OF_2)).toEqual(MISSING);
    expect(ask(unassociated({ isEnding: true }), OF_2)).toEqual(MISSING);
  });

  it("is not known where another account shares the transit gateway", () => {
    expect(ask(unassociated({ ownerId: "444455556666" }), OF_2)).toEqual(
      unknown("TGW_RTB_ROUTES_ARE_UNKNOWN"),
    );
  });

  it("is not known where no list of associations was read", () => {
    const unread = ["DescribeTransitGatewayAttachments", "GetTransitGatewayRouteTableAssociations"] as const;
    expect(ask(unassociated(), OF_2, unread)).toEqual(unknown("TGW_RTB_ROUTES_ARE_UNKNOWN"));
    const unlisted = { ...unassociated(), TransitGateways: [] };
    expect(ask(unlisted, OF_2, unread)).toEqual(unknown("TGW_RTB_ROUTES_ARE_UNKNOWN"));
  });
});
