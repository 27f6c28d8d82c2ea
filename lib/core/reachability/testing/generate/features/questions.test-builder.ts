import type { GeneratedCase } from "../generate-case";
import { asked, type Feature } from "./feature.test-builder";

const isIpv6 = (address: string) => address.includes(":");
const lengthOf = (range: string) => Number(range.split("/")[1]);
const toRange = (name: string, isSo: (range: string) => boolean) =>
  asked(`to a range ${name}`, ({ destination }) => "range" in destination && isSo(destination.range));

/** Whether a question is asked from a subnet to an address of the same, which has a network ACL of its own. */
const withinSubnet: Feature = {
  name: "within one subnet that has a network ACL of its own",
  isIn: ({ captures, questions }) => {
    const subnets = captures.flatMap(({ resources }) => resources.Subnets ?? []);
    const acls = captures.flatMap(({ resources }) => resources.NetworkAcls ?? []);
    return questions.some(({ source, destination }) => {
      const subnet = subnets.find(
        ({ SubnetId = "" }) =>
          ("subnetId" in source && source.subnetId === SubnetId) ||
          ("networkInterfaceId" in source && source.networkInterfaceId.startsWith(`eni-${SubnetId}-`)),
      );
      const prefix = subnet?.CidrBlock?.replace("0/24", "");
      if (prefix === undefined || !("address" in destination)) return false;
      const isOwn = acls.some(({ NetworkAclId }) => NetworkAclId === `acl-${subnet?.SubnetId ?? ""}`);
      return isOwn && destination.address.startsWith(prefix);
    });
  },
};

/** A function that is asked about by its name, where Lambda has (or has not) made an interface for its groups. */
const byName = (name: string, isMade: boolean): Feature => ({
  name,
  isIn: ({ captures, questions }) =>
    questions.some(
      ({ source }) => "functionName" in source && hasInterface(captures, source.functionName) === isMade,
    ),
});

function hasInterface(captures: GeneratedCase["captures"], functionName: string): boolean {
  const all = captures.map(({ resources }) => resources);
  const found = all
    .flatMap(({ Functions }) => Functions ?? [])
    .find((one) => one.FunctionName === functionName);
  const groups = [...(found?.VpcConfig?.SecurityGroupIds ?? [])].sort().join();
  return all
    .flatMap(({ NetworkInterfaces }) => NetworkInterfaces ?? [])
    .some(
      ({ NetworkInterfaceId = "", SubnetId = "", Groups = [] }) =>
        NetworkInterfaceId.endsWith("-20") &&
        found?.VpcConfig?.SubnetIds?.includes(SubnetId) === true &&
        Groups.map(({ GroupId }) => GroupId)
          .sort()
          .join() === groups,
    );
}

/** Who asks, for what, and of which traffic. */
export const QUESTIONS = [
  asked("from a function that has no interface", ({ source }) => "subnetId" in source),
  asked("from a function in several subnets", ({ source }) => "places" in source),
  asked("from a function's interface", (one) => /-20$/.test(JSON.stringify(one.source).slice(0, -2))),
  byName("from a function by its name, that has no interface", false),
  byName("from a function by its name, that has an interface", true),
  asked("from an interface", ({ source }) => "networkInterfaceId" in source),
  asked("from an instance", ({ source }) => "instanceId" in source),
  asked("from the internet", ({ source }) => "outside" in source && source.outside === "8.8.4.4"),
  asked("from the internet by IPv6", ({ source }) => "outside" in source && isIpv6(source.outside)),
  asked("from a data centre", ({ source }) => "outside" in source && source.outside === "192.168.7.7"),
  asked(
    "from a range of the internet",
    ({ source }) => "outsideRange" in source && /^(8|2a)/.test(source.outsideRange),
  ),
  asked(
    "from a range of a data centre",
    ({ source }) => "outsideRange" in source && source.outsideRange.startsWith("192."),
  ),
  asked("a function without IPv6", ({ source }) => "subnetId" in source && !source.ipv6AllowedForDualStack),
  asked("to an address", ({ destination }) => "address" in destination),
  asked("to an IPv6 address", ({ destination }) => "address" in destination && isIpv6(destination.address)),
  toRange("in a subnet", (range) => range.startsWith("10.") && lengthOf(range) > 24),
  toRange("that is a subnet", (range) => range.startsWith("10.") && lengthOf(range) === 24),
  toRange("of several subnets", (range) => range.startsWith("10.") && lengthOf(range) < 24),
  toRange("of the internet", (range) => range.startsWith("8.")),
  toRange("of known public addresses", (range) => range.startsWith("203.0.113.")),
  toRange("of IPv6", isIpv6),
  withinSubnet,
  asked("to a function", ({ destination }) => "functionName" in destination),
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
