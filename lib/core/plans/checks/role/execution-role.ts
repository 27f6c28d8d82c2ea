import { count, inWords } from "../../name-and-id";
import { pass, type Check } from "../check";
import { CREATE_ACTION, interfaceActions } from "./interface-actions";

const remedy = "Attach the managed policy AWSLambdaVPCAccessExecutionRole to the role.";

/**
 * Lambda uses the function's role to make its interfaces and refuses at once where `ec2:CreateNetworkInterface` is
 * denied; the other actions are missed only later. Asked of IAM with SimulatePrincipalPolicy.
 */
export const executionRole: Check = {
  code: "execution-role",
  title: "Rights of the execution role",
  evaluate: ({ after, role }) => {
    if (after === null) return null;
    if (role === null) return { status: "unknown", message: "The function's role could not be read." };
    const { denied, roleArn } = role;
    const name = roleArn.slice(roleArn.lastIndexOf("/") + 1);
    if (denied.status === "unread") {
      return {
        status: "unknown",
        message: `Whether ${name} may manage network interfaces is not known: could not simulate: ${denied.reason}.`,
        evidence: [{ resourceId: roleArn, fact: denied.reason }],
        nextStep: `Allow iam:SimulatePrincipalPolicy, or look whether the role has the six actions. ${remedy}`,
      };
    }
    const missing = interfaceActions.filter((action) => denied.value.includes(action));
    const evidence = interfaceActions.map((action) => ({
      resourceId: roleArn,
      fact: `${action}: ${denied.value.includes(action) ? "denied" : "allowed"}`,
    }));
    if (missing.length === 0) return { ...pass(`${name} has all six ec2 actions.`), evidence };
    if (missing.includes(CREATE_ACTION)) {
      return {
        status: "block",
        message: `${name} lacks ${inWords(missing)}. AWS refuses it: “The provided execution role does not have permissions to call CreateNetworkInterface on EC2” (\`InvalidParameterValueException\`).`,
        evidence,
        nextStep: remedy,
      };
    }
    return {
      status: "warn",
      message: `${name} lacks ${count(missing.length, "action")} of six: ${inWords(missing)}. AWS accepts the change, but interfaces may not be cleaned up or rebuilt after idling.`,
      evidence,
      nextStep: remedy,
    };
  },
};
