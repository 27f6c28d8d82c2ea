import type { AcceptedDifference } from "./accepted-difference";
import { accountDifferences } from "./accepted/account-differences";
import { iamDifferences } from "./accepted/iam-differences";

/** Every difference that is allowed, each with its reason and the document that decides it. */
export const acceptedDifferences: readonly AcceptedDifference[] = [...accountDifferences, ...iamDifferences];
