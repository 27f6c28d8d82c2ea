import type { Checkpoint } from "../filters/checkpoint";
import type { Path, ReturnLeg } from "../path/path";
import { coversPorts, intersectPorts, subtractPorts, type PortSet } from "../sets/port-set";
import {
  ALL_TRAFFIC,
  coversTraffic,
  intersectTraffic,
  isNoTraffic,
  NO_TRAFFIC,
  subtractTraffic,
  type Traffic,
} from "../sets/traffic";
import type { Verdict } from "../trace";
import { EPHEMERAL_PORTS, repliesTo, unansweredIcmp, type Asked } from "./asked";

/** What of a question gets through on one path. */
export interface Judgement {
  verdict: Verdict;
  /** Passes for certain, whichever port the sender uses. */
  always: Traffic;
  /** Passes for certain from some of the sender's ports at least. */
  sometimes: Traffic;
  /** May pass. */
  possible: Traffic;
  /** The sender's ports that replies come back to for certain, by protocol. */
  answeredPorts: { tcp: PortSet; udp: PortSet };
}

/** How replies of one protocol fare on all legs: whether for all of the ports in use, and whether for any. */
interface Answered {
  mustAll: boolean;
  mustSome: boolean;
  mayAll: boolean;
  maySome: boolean;
}

export function judgePath(path: Path, asked: Asked): Judgement {
  const there = passAll(path.checkpoints);
  // The way back is worked out only where there is something to answer.
  if (isNoTraffic(intersectTraffic(there.may, asked.traffic))) return NOTHING_PASSES;
  const back = path.returnLegs.map((leg) => ({ leg, passed: passAll(leg.checkpoints) }));
  const tcp = answered(back, "tcp", asked);
  const udp = answered(back, "udp", asked);
  const must = answeredPart(there.must, back, "must");
  const may = answeredPart(there.may, back, "may");
  const keep = (traffic: Traffic, tcpToo: boolean, udpToo: boolean) =>
    intersectTraffic(
      { ...traffic, tcp: tcpToo ? traffic.tcp : [], udp: udpToo ? traffic.udp : [] },
      asked.traffic,
    );
  const always = keep(must, tcp.mustAll, udp.mustAll);
  const sometimes = keep(must, tcp.mustSome, udp.mustSome);
  const possible = keep(may, tcp.maySome, udp.maySome);
  const isPartlyBlocked =
    !coversTraffic(possible, asked.traffic) ||
    (possible.tcp.length > 0 && !tcp.mayAll) ||
    (possible.udp.length > 0 && !udp.mayAll);
  return {
    verdict: decide(asked, always, sometimes, possible, isPartlyBlocked),
    always,
    sometimes,
    possible,
    answeredPorts: { tcp: answeredPorts(back, "tcp", asked), udp: answeredPorts(back, "udp", asked) },
  };
}

function decide(
  asked: Asked,
  always: Traffic,
  sometimes: Traffic,
  possible: Traffic,
  isPartlyBlocked: boolean,
): Verdict {
  if (isNoTraffic(possible)) return "unreachable";
  if (coversTraffic(always, asked.traffic)) return "reachable";
  // Some pass and some do not, both for certain: what is not known of the rest does not matter.
  return !isNoTraffic(sometimes) && isPartlyBlocked ? "mixed" : "unknown";
}

const MOST_IN_A_ROW = 32;

/** What passes all of them, for certain and perhaps. */
export function passAll(
  checkpoints: readonly Pick<Checkpoint, "must" | "may">[],
): Pick<Checkpoint, "must" | "may"> {
  // In halves: a load balancer may have a listener, and so a hole, at every second port.
  if (checkpoints.length > MOST_IN_A_ROW) {
    const half = Math.floor(checkpoints.length / 2);
    return passAll([passAll(checkpoints.slice(0, half)), passAll(checkpoints.slice(half))]);
  }
  let must = ALL_TRAFFIC;
  let may = ALL_TRAFFIC;
  for (const checkpoint of checkpoints) {
    must = intersectTraffic(must, checkpoint.must);
    may = intersectTraffic(may, checkpoint.may);
  }
  return { must, may };
}

export const NOTHING_PASSES: Judgement = {
  verdict: "unreachable",
  always: NO_TRAFFIC,
  sometimes: NO_TRAFFIC,
  possible: NO_TRAFFIC,
  answeredPorts: { tcp: [], udp: [] },
};

interface Back {
  leg: ReturnLeg;
  passed: Pick<Checkpoint, "must" | "may">;
}

function portsOf({ ports }: ReturnLeg, asked: Asked): PortSet {
  return ports === "of-a-nat-gateway" ? EPHEMERAL_PORTS : asked.sourcePorts;
}

function answered(back: readonly Back[], member: "tcp" | "udp", asked: Asked): Answered {
  const result = { mustAll: true, mustSome: true, mayAll: true, maySome: true };
  for (const { leg, passed } of back) {
    const ports = portsOf(leg, asked);
    result.mustAll &&= coversPorts(passed.must[member], ports);
    result.mayAll &&= coversPorts(passed.may[member], ports);
    result.mustSome &&= intersectPorts(passed.must[member], ports).length > 0;
    result.maySome &&= intersectPorts(passed.may[member], ports).length > 0;
  }
  return result;
}

function answeredPorts(back: readonly Back[], member: "tcp" | "udp", asked: Asked): PortSet {
  return back
    .filter(({ leg }) => leg.ports === "of-the-sender")
    .reduce((ports, { passed }) => intersectPorts(ports, passed.must[member]), asked.sourcePorts);
}

/** Without the ICMP requests and the other protocols whose replies do not come back. */
function answeredPart(there: Traffic, back: readonly Back[], which: "must" | "may"): Traffic {
  let { icmp, icmpv6, other } = there;
  for (const { passed } of back) {
    const replies = passed[which];
    icmp = subtractPorts(icmp, unansweredIcmp(replies.icmp, "icmp"));
    icmpv6 = subtractPorts(icmpv6, unansweredIcmp(replies.icmpv6, "icmpv6"));
    other = intersectPorts(other, replies.other);
  }
  return { ...there, icmp, icmpv6, other };
}

/** What of the question each checkpoint stops for certain. */
export function stoppedBy({ may }: Checkpoint, traffic: Traffic): Traffic {
  return subtractTraffic(traffic, may);
}

/** The replies of one leg: to the ports that its sender uses. */
export function repliesOf(leg: ReturnLeg, asked: Asked): Traffic {
  return repliesTo({ traffic: asked.traffic, sourcePorts: portsOf(leg, asked) });
}
