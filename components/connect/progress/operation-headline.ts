/** An operation's title for a page's head, where the VPC's id behind its name would only be in the way. */
export function operationHeadline(title: string): string {
  return title.replace(/ \(vpc-[0-9a-z]+\)/g, "");
}
