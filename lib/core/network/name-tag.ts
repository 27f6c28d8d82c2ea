type Tag = { Key?: string | undefined; Value?: string | undefined };

/** The `Name` tag, or null where there is none or it is blank. Interfaces keep theirs under `TagSet`. */
export function nameTag(resource: {
  Tags?: readonly Tag[] | undefined;
  TagSet?: readonly Tag[] | undefined;
}): string | null {
  const name = (resource.Tags ?? resource.TagSet)?.find(({ Key }) => Key === "Name")?.Value;
  return name === undefined || name.trim() === "" ? null : name;
}
