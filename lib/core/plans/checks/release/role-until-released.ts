import { planInterfaceChanges } from "../../interface-changes";
import { count } from "../../name-and-id";
import { pass, type Check } from "../check";

/** Lambda deletes interfaces with the function's role, up to 20 minutes later (Lambda Developer Guide). */
export const roleUntilReleased: Check = {
  code: "role-until-released",
  title: "Role until the interfaces are gone",
  evaluate: (facts) => {
    if (facts.before === null) return null;
    const { released, uncertainty } = planInterfaceChanges(facts);
    if (released.length === 0 && uncertainty === undefined) return pass("No interface has to be deleted.");
    return {
      status: "warn",
      message: `AWS deletes ${released.length === 0 ? "interfaces that nothing uses any more" : count(released.length, "interface")} with the execution role's rights, up to 20 minutes later (longer has been seen). Until then the subnets and security groups cannot be deleted.`,
      nextStep: "Keep the role and its ec2 rights until the interfaces are gone.",
    };
  },
};
