import { describe, expect, it } from "vitest";
import { aListener, aLoadBalancer, aTargetGroup, targetsOf } from "@/lib/testing/builders/load-balancers";
import { aNetworkInterface, aRoute, aRouteTable, aSecurityGroup } from "@/lib/testing/builders/vpc-resources";
import { appInterface, aShop, ask, gateArn, gateInterface, groups, shopArn } from "./shop.test-builder";

const shop = { loadBalancerArn: shopArn };
const gate = { loadBalancerArn: gateArn };

describe("a target of a load balancer", () => {
  const behindShop = (id: string) =>
    aShop({
      TargetGroups: [aTargetGroup("app", { TargetType: "ip" })],
      TargetHealthDescriptions: [targetsOf("app", [id])],
    });

  it("is not known to be reached where it is no instance that was read", () => {
    const answer = ask(aShop({ TargetHealthDescriptions: [targetsOf("app", ["i-unread"])] }), shop, 80);
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([expect.stringContaining("it is not among the instances read")]);
  });

  it("is not known to be reached where it is a load balancer whose interfaces were not read", () => {
    const network = aShop({
      NetworkInterfaces: [gateInterface, appInterface],
      TargetGroups: [aTargetGroup("gate", { TargetType: "alb", Protocol: "TCP", Port: 80 })],
      TargetHealthDescriptions: [targetsOf("gate", [shopArn])],
    });
    const answer = ask(network, gate, 90);
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([expect.stringContaining("its interfaces are not among those read")]);
  });

  it("is not known to be reached where its address cannot be read", () => {
    const answer = ask(behindShop("10.0.3"), shop, 80);
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([expect.stringContaining("10.0.3 is not an address")]);
  });

  it("is not known to be reached where its group is of IPv6 and no such address of it was read", () => {
    const network = aShop({ TargetGroups: [aTargetGroup("app", { IpAddressType: "ipv6" })] });
    const answer = ask(network, shop, 80);
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([expect.stringContaining("no IPv6 address of it is among those read")]);
  });

  it("is not reached at an address that nobody has", () => {
    const answer = ask(behindShop("10.0.3.99"), shop, 80);
    expect(answer).toMatchObject({ verdict: "unreachable", codes: ["NO_POSSIBLE_DESTINATION"] });
  });

  it("is not known to be reached by IPv6 from a load balancer none of whose IPv6 addresses is known", () => {
    const answer = ask(behindShop("2600:1f18:100:1::10"), shop, 80);
    expect(answer.verdict).toBe("unknown");
    expect(answer.gaps).toEqual([expect.stringContaining("from which address is not known")]);
  });
});

describe("a load balancer that keeps the client's address, behind an appliance", () => {
  it("is not known to reach its target: what the appliance sends from is not known", () => {
    const fromAnywhere = [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
    const network = aShop({
      SecurityGroups: [
        ...Object.values(groups),
        aSecurityGroup({ GroupId: "sg-open", IpPermissions: fromAnywhere }),
      ],
      NetworkInterfaces: [
        gateInterface,
        appInterface,
        aNetworkInterface({
          NetworkInterfaceId: "eni-firewall",
          SubnetId: "subnet-fn",
          PrivateIpAddress: "10.0.1.77",
          SourceDestCheck: false,
          Groups: [{ GroupId: "sg-open" }],
        }),
      ],
      LoadBalancers: [aLoadBalancer({ LoadBalancerName: "gate", Type: "network" })],
      Listeners: [aListener(gateArn, "gate", { Protocol: "TCP", Port: 90 })],
      RouteTables: [
        aRouteTable({
          Routes: [
            aRoute(),
            aRoute({
              DestinationCidrBlock: "10.0.2.0/24",
              GatewayId: undefined,
              NetworkInterfaceId: "eni-firewall",
            }),
          ],
        }),
      ],
    });
    const answer = ask(network, gate, 90);
    expect(answer.gaps).toContainEqual(expect.stringContaining("from which address is not known"));
  });
});
