import { planInterfaceChanges } from "../../interface-changes";
import { count, inWords } from "../../name-and-id";
import { pass, type Check } from "../check";

/** A published version freezes its VpcConfig and keeps its interfaces (Lambda Developer Guide, "Configuring VPC"). */
export const pinnedInterfaces: Check = {
  code: "pinned-interfaces",
  title: "Old interfaces",
  evaluate: (facts) => {
    if (facts.before === null) return null;
    const { kept, released, uncertainty } = planInterfaceChanges(facts);
    if (uncertainty !== undefined && facts.users.status === "unread") {
      return { status: "unknown", message: uncertainty };
    }
    if (kept.length === 0) {
      return pass(
        released.length === 0
          ? "No interface is given up."
          : `Nothing else uses ${count(released.length, "interface")}: AWS deletes what is no longer used.`,
      );
    }
    const own = kept
      .flatMap(({ sharedBy }) => sharedBy)
      .filter((label) => label.startsWith(`${facts.functionName}:`));
    const versions = [...new Set(own)].sort();
    const evidence = kept.map(({ networkInterfaceId, subnetId, sharedBy }) => ({
      resourceId: networkInterfaceId ?? subnetId,
      fact: `used by ${inWords(sharedBy)}`,
    }));
    if (versions.length === 0) {
      return {
        ...pass(
          kept.length === 1
            ? "1 interface stays, because other functions use it."
            : `${kept.length} interfaces stay, because other functions use them.`,
        ),
        evidence,
      };
    }
    return {
      status: "warn",
      message: `Published versions keep their own VPC settings: ${inWords(versions)} still ${versions.length === 1 ? "uses" : "use"} ${count(kept.length, "interface")}, which therefore ${kept.length === 1 ? "stays, with its" : "stay, with their"} subnets and security groups.`,
      evidence,
      nextStep: "Delete the versions that are not needed any more to release the interfaces.",
    };
  },
};
