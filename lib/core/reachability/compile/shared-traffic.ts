import type { IpPermission } from "@aws-sdk/client-ec2";
import type { Recorded } from "../../network/resources";
import type { Traffic } from "../sets/traffic";
import { trafficOfPermission } from "./traffic-of-rule";

type Allowed = Pick<Recorded<IpPermission>, "IpProtocol" | "FromPort" | "ToPort">;

/** One object for all permissions that allow the same, which are often many. */
export class SharedTraffic {
  readonly #byPorts = new Map<string | undefined, Map<number, Traffic>>();
  readonly #byText = new Map<string, Traffic>();

  of(permission: Allowed): Traffic {
    const { IpProtocol, FromPort, ToPort } = permission;
    if (!isPort(FromPort) || !isPort(ToPort)) {
      return this.#shared(this.#byText, `${IpProtocol} ${FromPort} ${ToPort}`, permission);
    }
    const own = this.#byPorts.get(IpProtocol) ?? new Map<number, Traffic>();
    this.#byPorts.set(IpProtocol, own);
    // A million texts take a second, and so do numbers that do not fit into 32 bits.
    return this.#shared(own, (FromPort << 16) | ToPort, permission);
  }

  #shared<Key>(known: Map<Key, Traffic>, key: Key, permission: Allowed): Traffic {
    const traffic = known.get(key);
    if (traffic !== undefined) return traffic;
    const made = trafficOfPermission(permission);
    known.set(key, made);
    return made;
  }
}

function isPort(number: number | undefined): number is number {
  return number !== undefined && Number.isInteger(number) && number >= 0 && number <= 65535;
}
