import { XmlShapeSerializer } from "@aws-sdk/core/protocols";
import type { NormalizedSchema } from "@smithy/core/schema";

/** `SmithyTimestampFormat.dateTime`: the default of the query protocols. */
const DATE_TIME = 5;

/** Characters that XML 1.0 cannot carry at all, not even escaped. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for an XML element's content. */
export function escapeXml(text: string): string {
  return text
    .replace(UNPRINTABLE, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** The members of a structure as XML, without the structure's own element: the query protocols name that themselves. */
export function writeXmlMembers(schema: NormalizedSchema, output: object): string {
  if (!schema.isStructSchema()) return "";
  const serializer = new XmlShapeSerializer({
    timestampFormat: { useTrait: true, default: DATE_TIME },
    xmlNamespace: "",
    serviceNamespace: "",
  });
  serializer.write(schema, output);
  const xml = String(serializer.flush()).replace(UNPRINTABLE, "\ufffd");
  const start = xml.indexOf(">");
  const end = xml.lastIndexOf("</");
  return end > start ? xml.slice(start + 1, end) : "";
}
