import { planInterfaceChanges } from "../../interface-changes";
import { count } from "../../name-and-id";
import { pass, type Check } from "../check";

/** Lambda quotas: "Elastic network interfaces per VPC", default 500, can be raised. */
const DEFAULT_QUOTA = 500;
const NEAR_QUOTA = 0.9;

/** The account's own quota is not read, so reaching the default warns and never blocks. */
export const interfaceQuota: Check = {
  code: "interface-quota",
  title: "Interface quota",
  evaluate: (facts) => {
    if (facts.after === null) return null;
    const created = planInterfaceChanges(facts).created.length;
    if (created === 0) return pass("No interface is created.");
    const { lambdaInterfaceCount } = facts;
    if (lambdaInterfaceCount.status === "unread") {
      return {
        status: "unknown",
        message: `How many Lambda interfaces the VPC has could not be read (${lambdaInterfaceCount.reason}).`,
      };
    }
    const total = lambdaInterfaceCount.value + created;
    const sentence = `The VPC would have ${count(total, "Lambda interface")}; the default quota is ${DEFAULT_QUOTA}.`;
    if (total < DEFAULT_QUOTA * NEAR_QUOTA) return pass(sentence);
    return {
      status: "warn",
      message: `${sentence} Above the account's quota AWS refuses (\`EniLimitExceeded\`).`,
      nextStep:
        "Use a set of security groups that other functions use already, or raise the quota in Service Quotas.",
    };
  },
};
