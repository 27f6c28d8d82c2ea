import { pass, type Check } from "../check";

/** CreateFunction answers ResourceConflictException for a name that exists. */
export const nameTaken: Check = {
  code: "name-taken",
  title: "Function name",
  evaluate: ({ create, functionName }) => {
    if (create === null) return null;
    if (create.nameTaken.status === "unread") {
      return {
        status: "unknown",
        message: `Whether a function ${functionName} exists could not be read (${create.nameTaken.reason}).`,
      };
    }
    if (!create.nameTaken.value) return pass(`No function ${functionName} exists yet.`);
    return {
      status: "block",
      message: `A function ${functionName} exists already. AWS refuses it: “Function already exist: ${functionName}” (\`ResourceConflictException\`).`,
      nextStep: "Choose another name.",
    };
  },
};
