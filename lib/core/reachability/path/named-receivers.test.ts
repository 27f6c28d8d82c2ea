import { describe, expect, it } from "vitest";
import { aNatGateway } from "@/lib/testing/builders/gateways";
import { aLambdaInterface } from "@/lib/testing/builders/vpc-resources";
import { ask, unreachable } from "../cases/ask-codes.test-builder";
import { openVpc, together, type Permission } from "../cases/open-vpc.test-builder";

it("a receiver that is named and that nothing leads to refuses the sender's address, unless a NAT gateway changed it", () => {
  const from = (CidrIp: string) => [{ IpProtocol: "-1", IpRanges: [{ CidrIp }] }];
  const asked = { destination: { networkInterfaceId: "eni-2a" } };
  const alone = (CidrIp: string) => together(openVpc(1), openVpc(2, { inbound: from(CidrIp) }));
  expect(ask(alone("10.1.1.10/32"), asked)).toEqual(unreachable("NO_ROUTE_TO_DESTINATION"));
  expect(ask(alone("10.1.1.11/32"), asked)).toEqual(
    unreachable("NO_ROUTE_TO_DESTINATION", "ENI_SG_RULES_MISMATCH"),
  );
  const behindNat = together(
    openVpc(1, { a: { routes: [{ DestinationCidrBlock: "10.2.0.0/16", NatGatewayId: "nat-1" }] } }),
    openVpc(2, { inbound: from("10.1.1.10/32") }),
    {
      NatGateways: [
        aNatGateway({
          SubnetId: "subnet-1b",
          ConnectivityType: "private",
          NatGatewayAddresses: [{ PrivateIp: "10.1.2.20" }],
        }),
      ],
    },
  );
  expect(ask(behindNat, asked)).toEqual(unreachable("NO_ROUTE_TO_DESTINATION"));
});

describe("a sender's rule that names a group", () => {
  const toGroup: Permission[] = [{ IpProtocol: "-1", UserIdGroupPairs: [{ GroupId: "sg-1" }] }];
  const NAMED = { destination: { networkInterfaceId: "eni-1b" } };

  it("lets packets out to a receiver in it that is named, though they do not arrive", () => {
    const gone = {
      DestinationCidrBlock: "10.1.2.0/24",
      NetworkInterfaceId: "eni-gone",
      State: "blackhole",
    } as const;
    const network = openVpc(1, { outbound: toGroup, a: { routes: [gone] } });
    expect(ask(network, NAMED)).toEqual(unreachable("BAD_STATE_ROUTE"));
  });

  it("lets none out to an address that nobody has", () => {
    expect(ask(openVpc(1, { outbound: toGroup }), { destination: { cidr: "10.1.2.99/32" } })).toEqual(
      unreachable("ENI_SG_RULES_MISMATCH", "NO_POSSIBLE_DESTINATION"),
    );
  });
});

it("the groups of a function's interface say nothing of what never gets in", () => {
  const { InterfaceType, Description } = aLambdaInterface();
  const eni = { InterfaceType, Description, Groups: [{ GroupId: "sg-none" }] };
  const network = together(openVpc(1, { b: { eni } }), {
    SecurityGroups: [{ GroupId: "sg-none", VpcId: "vpc-1", IpPermissions: [], IpPermissionsEgress: [] }],
  });
  expect(ask(network, { destination: { networkInterfaceId: "eni-1b" } })).toEqual(
    unreachable("LAMBDA_ACCEPTS_NO_INBOUND"),
  );
});

it("who has a public address refuses too, where nothing leads to it from the internet", () => {
  const network = openVpc(1, { inbound: [], b: { eni: { Association: { PublicIp: "203.0.113.60" } } } });
  expect(ask(network, { source: { cidr: "8.8.4.4/32" }, destination: { cidr: "203.0.113.60/32" } })).toEqual(
    unreachable("DISCONNECTED_VPCS", "SG_HAS_NO_RULES"),
  );
});
