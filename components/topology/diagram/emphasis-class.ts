import type { Emphasis } from "./to-flow";

/** The rest steps back without vanishing: names stay legible at 4.5:1 only when not dimmed, so it is short-lived. */
export const emphasisClass: Readonly<Record<Emphasis, string>> = {
  quiet: "",
  lit: "",
  dim: "opacity-35",
};

/** The one outline of what is selected. */
export const selectedClass = "outline-2 outline-offset-1 outline-accent";
