import { pass, type Check } from "../check";

/** Lambda API reference, CreateFunction: Runtime and Handler are required for a zip package, and not for an image. */
export const runtimeAndHandler: Check = {
  code: "runtime-and-handler",
  title: "Runtime and handler",
  evaluate: ({ create }) => {
    if (create === null) return null;
    const isImage = create.code.kind === "image";
    const missing = [
      create.runtime === null ? "a runtime" : null,
      create.handler === null ? "a handler" : null,
    ].filter((part) => part !== null);
    if (isImage) {
      if (missing.length === 2) return pass("The image brings its own.");
      return {
        status: "block",
        message:
          "A container image has no runtime or handler setting; AWS refuses it (`InvalidParameterValueException`).",
        nextStep: "Leave runtime and handler empty.",
      };
    }
    if (missing.length === 0) return pass(`${create.runtime ?? ""}, ${create.handler ?? ""}`);
    return {
      status: "block",
      message: `A zip needs ${missing.join(" and ")}; AWS refuses it (\`InvalidParameterValueException\`).`,
      nextStep: "Choose the runtime, and name the handler as file.function.",
    };
  },
};
