import { asked } from "./feature.test-builder";

const isIpv6 = (address: string) => address.includes(":");

/** Who asks, for what, and of which traffic. */
export const QUESTIONS = [
  asked("from a function that has no interface", ({ source }) => "subnetId" in source),
  asked("from a function in several subnets", ({ source }) => "places" in source),
  asked("from a function's interface", (one) => /-20$/.test(JSON.stringify(one.source).slice(0, -2))),
  asked("from an interface", ({ source }) => "networkInterfaceId" in source),
  asked("from an instance", ({ source }) => "instanceId" in source),
  asked("from the internet", ({ source }) => "outside" in source && source.outside === "8.8.4.4"),
  asked("from the internet by IPv6", ({ source }) => "outside" in source && isIpv6(source.outside)),
  asked("from a data centre", ({ source }) => "outside" in source && source.outside === "192.168.7.7"),
  asked("a function without IPv6", ({ source }) => "subnetId" in source && !source.ipv6AllowedForDualStack),
  asked("to an address", ({ destination }) => "address" in destination),
  asked("to an IPv6 address", ({ destination }) => "address" in destination && isIpv6(destination.address)),
  asked("to an interface", ({ destination }) => "networkInterfaceId" in destination),
  asked("to an instance", ({ destination }) => "instanceId" in destination),
  asked("to the internet at large", ({ destination }) => "internet" in destination),
  asked("to a service with a gateway endpoint", (one) => isService(one.destination, "s3")),
  asked("to a service with an interface endpoint", (one) => isService(one.destination, "secretsmanager")),
  asked("to a load balancer", ({ destination }) => "loadBalancerArn" in destination),
  asked("to a database", ({ destination }) => "dbInstanceIdentifier" in destination),
  asked("to a cache", ({ destination }) => "cacheClusterId" in destination),
  asked(
    "to the resolver",
    ({ destination }) => "address" in destination && destination.address === "169.254.169.253",
  ),
  asked("TCP", ({ protocol }) => protocol === 6),
  asked("UDP", ({ protocol }) => protocol === 17),
  asked("ICMP echo", ({ protocol, icmp }) => protocol === 1 && icmp.type === 8),
  asked("another ICMP type", ({ protocol, icmp }) => protocol === 1 && icmp.type === 3),
  asked("ICMPv6 echo", ({ protocol, icmp }) => protocol === 58 && icmp.type === 128),
  asked("another ICMPv6 type", ({ protocol, icmp }) => protocol === 58 && icmp.type === 2),
  asked("a protocol by number", ({ protocol }) => protocol === 50),
];

function isService(destination: object, service: string): boolean {
  return "service" in destination && destination.service === service;
}
