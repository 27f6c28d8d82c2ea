import { pass, type Check } from "../check";

/** Lambda assumes the role when the function is created and refuses where the trust policy does not name it. */
export const roleAssumable: Check = {
  code: "role-assumable",
  title: "Trust policy of the role",
  evaluate: ({ create, role }) => {
    if (create === null) return null;
    const { roleAssumable: assumable } = create;
    if (assumable.status === "unread") {
      return {
        status: "unknown",
        message: `The role's trust policy could not be read (${assumable.reason}).`,
        nextStep: "Allow iam:GetRole, or look whether the role trusts lambda.amazonaws.com.",
      };
    }
    if (assumable.value) return pass("Its trust policy names lambda.amazonaws.com.");
    return {
      status: "block",
      message: `The role does not exist or does not trust Lambda. AWS refuses it: “The role defined for the function cannot be assumed by Lambda.” (\`InvalidParameterValueException\`)`,
      evidence:
        role === null ? [] : [{ resourceId: role.roleArn, fact: "lambda.amazonaws.com is not trusted" }],
      nextStep: "Choose a role whose trust policy allows lambda.amazonaws.com to call sts:AssumeRole.",
    };
  },
};
