import { cidrProblem } from "./cidr-problem";
import { parseDestination, parseSource } from "./question-address";
import type { FlowQuestion } from "./flow-question";
import type { FlowDestination, FlowProtocol, PortRange } from "../../core/reachability/flow";

/** A question as it is typed. An empty protocol and port are those that the target is used on. */
export interface TypedQuestion {
  from: string;
  to: string;
  protocol: string;
  port: string;
}

export type QuestionField = keyof TypedQuestion;

export type ReadQuestion =
  | { kind: "incomplete" }
  | { kind: "invalid"; field: QuestionField; message: string }
  | { kind: "complete"; flow: FlowQuestion };

/** Traffic that a target is usually asked about; without a port it is every port. */
export type UsualTraffic = (destination: FlowDestination) => {
  protocol: FlowProtocol;
  port: number | PortRange | null;
};

/** Every port, where one is not meant. */
export const ANY_PORT = "any";

export function readQuestion(typed: TypedQuestion, usualTraffic: UsualTraffic): ReadQuestion {
  if (typed.from.trim() === "" || typed.to.trim() === "") return { kind: "incomplete" };
  const source = parseSource(typed.from);
  if (source === null)
    return { kind: "invalid", field: "from", message: "This names no place that packets start." };
  const destination = parseDestination(typed.to);
  if (destination === null) return { kind: "invalid", field: "to", message: whyUnread(typed.to.trim()) };
  for (const [field, end] of [
    ["from", source],
    ["to", destination],
  ] as const) {
    const problem = "cidr" in end ? cidrProblem(end.cidr) : null;
    if (problem !== null) return { kind: "invalid", field, message: `${typed[field].trim()} ${problem}.` };
  }
  const usual = usualTraffic(destination);
  const protocol = typed.protocol === "" ? usual.protocol : readProtocol(typed.protocol);
  if (protocol === null) {
    return {
      kind: "invalid",
      field: "protocol",
      message: `${typed.protocol} is not a protocol: a name, or 0 to 255.`,
    };
  }
  if (!hasPorts(protocol)) return { kind: "complete", flow: { source, destination, protocol } };
  const port = typed.port.trim() === "" ? (usual.port ?? ANY_PORT) : readPort(typed.port);
  if (port === null) {
    return {
      kind: "invalid",
      field: "port",
      message: "A port is 0 to 65535; a range is 1000-2000; any is every port.",
    };
  }
  return { kind: "complete", flow: { source, destination, protocol, ...(port !== ANY_PORT && { port }) } };
}

/** What people type into the second field that it does not take. */
function whyUnread(to: string): string {
  if (/^\d+(\.\d+){3}:\d+$/.test(to)) return "The port has a field of its own.";
  if (/^\w+:\/\/|^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(:\d+)?$/i.test(to)) {
    return "Names are not looked up. Choose Internet for what is out there, or type its address.";
  }
  return "Choose one of the suggestions, or type an address, a CIDR block, eni-… or i-….";
}

const NAMES = ["tcp", "udp", "icmp", "icmpv6", "all"] as const;

function readProtocol(text: string): FlowProtocol | null {
  const name = NAMES.find((known) => known === text.trim().toLowerCase());
  if (name !== undefined) return name;
  return /^\d{1,3}$/.test(text.trim()) && Number(text) <= 255 ? Number(text) : null;
}

export function hasPorts(protocol: FlowProtocol): boolean {
  return protocol === "tcp" || protocol === "udp" || protocol === 6 || protocol === 17;
}

/** A port as it is typed. */
export function formatPort(port: number | PortRange | null): string {
  if (port === null) return ANY_PORT;
  return typeof port === "number" ? String(port) : `${port.from}-${port.to}`;
}

function readPort(text: string): number | PortRange | typeof ANY_PORT | null {
  if (text.trim().toLowerCase() === ANY_PORT) return ANY_PORT;
  const [, first = "", last] = /^\s*(\d{1,5})\s*(?:[-–]\s*(\d{1,5})\s*)?$/.exec(text) ?? [];
  if (first === "") return null;
  const from = Number(first);
  const to = last === undefined ? from : Number(last);
  if (from > to || to > 65535) return null;
  return from === to ? from : { from, to };
}
