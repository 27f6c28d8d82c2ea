import type { ToldPorts, ToldTraffic } from "./told-answer";

const LAST_PORT = 65535;

/** What gets through, in words, one line for each protocol; `Nothing` where nothing does. */
export function describeAllowed(allowed: readonly ToldTraffic[]): string[] {
  if (allowed.length === 0) return ["Nothing"];
  return allowed.map(({ protocol, ports, sourcePorts, icmpTypes }) => {
    const name = /^\d/.test(protocol) ? `IP protocol ${protocol}` : protocol.toUpperCase();
    const what = ports ? ` ${spans(ports)}` : "";
    const from = sourcePorts ? `, from source ports ${spans(sourcePorts)} only` : "";
    const types = icmpTypes?.map(({ type, code }) => `type ${type}${code === null ? "" : ` code ${code}`}`);
    return `${name}${what}${from}${types ? ` ${types.join(", ")}` : ""}`;
  });
}

function spans(ports: readonly ToldPorts[]): string {
  const [only] = ports;
  if (ports.length === 1 && only?.from === 0 && only.to === LAST_PORT) return "on any port";
  return ports.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}
