import type { Network } from "../network/network";
import { assembleGraph } from "./assemble-graph";
import type { GraphPart } from "./graph";
import { vpcScope } from "./scope";
import { connections } from "./stages/connections";
import { containers } from "./stages/containers";
import { databases } from "./stages/databases";
import { endpoints } from "./stages/endpoints";
import { gateways } from "./stages/gateways";
import { interfaces } from "./stages/interfaces";
import { links } from "./stages/links";
import { overview } from "./stages/overview";
import { routes } from "./stages/routes";

/**
 * The diagram of one VPC, or of all of them where none is named, as plain data. The same network gives the same
 * diagram whatever the order in which AWS answered. Routes come last: what only a route names is drawn as not read.
 */
export function buildGraph(network: Network, vpcId?: string): GraphPart {
  if (vpcId === undefined) return overview(network);
  const scope = vpcScope(network, vpcId);
  const stages = [containers, gateways, endpoints, links, databases, interfaces, connections, routes];
  return assembleGraph(stages.map((stage) => stage(scope)));
}
