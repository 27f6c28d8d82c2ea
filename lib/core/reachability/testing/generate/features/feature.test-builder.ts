import type { Resource } from "@/lib/core/network/network";
import type { ResourceKey } from "@/lib/core/network/resources";
import type { GeneratedCase } from "../generate-case";

/** Something that the engine has to know, and how a generated case shows that it is in it. */
export interface Feature {
  name: string;
  isIn: (generated: GeneratedCase) => boolean;
}

/** That some resource of a kind is so. */
export function held<Key extends ResourceKey>(
  name: string,
  key: Key,
  isSo: (resource: Resource<Key>) => boolean,
): Feature {
  return {
    name,
    isIn: ({ captures }) =>
      captures.some(({ resources }) => {
        const list: Resource<Key>[] = resources[key] ?? [];
        return list.some(isSo);
      }),
  };
}

/** That some question is so. */
export function asked(
  name: string,
  isSo: (question: GeneratedCase["questions"][number]) => boolean,
): Feature {
  return { name, isIn: ({ questions }) => questions.some(isSo) };
}
