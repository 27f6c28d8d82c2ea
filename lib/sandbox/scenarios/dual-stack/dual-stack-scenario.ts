import { defaultEntries, denyAll } from "../../services/ec2/network-acls/default-entries";
import { addFunction, type ConnectionSpec } from "../build/add-function";
import { addEgressOnlyInternetGateway } from "../build/add-gateways";
import { addNetworkAcl } from "../build/add-network-acl";
import { addExecutionRole } from "../build/add-role";
import { addRoute, addRouteTable } from "../build/add-route-table";
import { addSecurityGroup, type BuiltSecurityGroup } from "../build/add-security-group";
import { addSubnet, type BuiltSubnet } from "../build/add-subnet";
import { addVpc, type BuiltVpc } from "../build/add-vpc";
import { createBuilder, type Builder } from "../build/builder";
import { addCallers } from "../callers";
import type { Scenario } from "../scenario";

/**
 * A VPC whose only way out is IPv6, by an egress-only internet gateway: with a function that may use it, one that nobody
 * allowed to, and one in a subnet whose network ACL knows IPv4 only.
 */
export const dualStackScenario: Scenario = (context) => {
  const builder = createBuilder(context, {
    scenario: "dual-stack",
    accountId: "123456789012",
    accountName: "Harbor & Pine",
    region: "eu-west-1",
  });
  addCallers(builder.world);
  const vpc = addVpc(builder, { name: "weather-vpc", cidr: "10.60.0.0/16", hasIpv6: true });
  const [a, b, c] = (["a", "b", "c"] as const).map((zone, index) => addDualSubnet(builder, vpc, zone, index));
  if (!a || !b || !c) throw new Error("There are three zones.");
  const table = addRouteTable(builder, vpc, { name: "weather-private", subnets: [a, b, c] });
  const gatewayId = addEgressOnlyInternetGateway(builder, vpc, "weather-egress");
  addRoute(table, "::/0", { EgressOnlyInternetGatewayId: gatewayId });
  // Somebody wrote it while there was IPv4 only.
  addNetworkAcl(builder, c, {
    name: "weather-ipv4-only",
    entries: [...defaultEntries(4), denyAll(false, 6), denyAll(true, 6)],
  });
  addFunctions(builder, vpc, { a, b, c });
  return builder.world;
};

function addDualSubnet(builder: Builder, vpc: BuiltVpc, zone: "a" | "b" | "c", index: number): BuiltSubnet {
  return addSubnet(builder, vpc, {
    name: `weather-private-${zone}`,
    cidr: `10.60.${index + 1}.0/24`,
    ipv6Cidr: (vpc.ipv6Cidr ?? "").replace(/00::\/56$/, `0${index + 1}::/64`),
    zone,
  });
}

function addFunctions(
  builder: Builder,
  vpc: BuiltVpc,
  { a, b, c }: Record<"a" | "b" | "c", BuiltSubnet>,
): void {
  const roleArn = addExecutionRole(builder, {
    name: "weather-role",
    managed: ["AWSLambdaVPCAccessExecutionRole"],
  });
  const groupOf = (name: string): BuiltSecurityGroup =>
    addSecurityGroup(builder, vpc, {
      name,
      description: "HTTPS out, over either family",
      egress: ["0.0.0.0/0", "::/0"].map((cidr) => ({ from: { cidr }, ports: 443 })),
    });
  const dual = (name: string, subnets: BuiltSubnet[]) => ({
    groups: [groupOf(name)],
    subnets,
    ipv6AllowedForDualStack: true,
  });
  const add = (name: string, description: string, connection: ConnectionSpec) =>
    addFunction(builder, { name, description, roleArn, connection });
  add("weather-feed", "Fetches forecasts over IPv6", dual("weather-feed", [a, b]));
  add(
    "weather-radar",
    "Fetches radar images, from two zones sometimes in vain",
    dual("weather-radar", [a, c]),
  );
  const legacy = { subnets: [a, b], groups: [groupOf("weather-legacy")] };
  add("weather-legacy", "Fetches forecasts, and was never allowed IPv6", legacy);
}
