import { AwsError } from "../../../../aws-error";

/** "Constraints: Up to 255 characters in length …" (EC2 API reference: IpRange). */
const ALLOWED = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{0,255}$/;

/** A rule's description as a member, absent for none. Throws InvalidParameterValue for characters that EC2 refuses. */
export function readDescription(description: string | undefined): { Description?: string } {
  if (description === undefined || description === "") return {};
  if (!ALLOWED.test(description)) {
    throw new AwsError(
      "InvalidParameterValue",
      "Invalid rule description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
    );
  }
  return { Description: description };
}
