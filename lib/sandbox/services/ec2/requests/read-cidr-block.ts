import { AwsError } from "../../../aws-error";
import { parseCidr, type Cidr } from "./parse-cidr";

/** A required block of a family. Throws InvalidParameterValue for text that is none. */
export function readCidrBlock(text: string, parameter: string, family: 4 | 6 = 4): Cidr {
  const cidr = parseCidr(text);
  if (cidr?.family === family) return cidr;
  throw new AwsError(
    "InvalidParameterValue",
    `Value (${text}) for parameter ${parameter} is invalid. This is not a valid CIDR block.`,
  );
}
