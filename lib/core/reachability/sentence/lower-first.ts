/** As it stands after a colon; AWS's own names and ids keep their letters. */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]* /.test(text) && !/^(Lambda|Network ACL|VPC|Mooring)\b/.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text.replace(/^Network ACL/, "network ACL");
}
