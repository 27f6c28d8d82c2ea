import type { Asked } from "../judge/asked";
import { repliesOf } from "../judge/judge-path";
import { joinHops } from "../path/endpoint-hops";
import type { Path } from "../path/path";
import type { Traffic } from "../sets/traffic";
import type { Hop } from "../trace";
import type { PassedHop } from "../walk/walk";

/** The places on the way there, each with the rules that let what was asked about through. */
export function forwardHops({ forward }: Path, { traffic }: Asked): Hop[] {
  return joinHops(...forward.map((hops) => shownHops(hops, traffic)));
}

/** The places on the way back, each with the rules that let the replies through. */
export function returnHops({ returnLegs }: Path, asked: Asked): Hop[] {
  return joinHops(...returnLegs.map((leg) => shownHops(leg.hops, repliesOf(leg, asked))));
}

function shownHops(hops: readonly PassedHop[], passing: Traffic): Hop[] {
  return hops.map(({ kind, resourceId, detail, filters = [] }) => {
    const evidence = filters.flatMap((filter) => filter.admit(passing));
    return {
      kind,
      resourceId,
      ...(detail !== undefined && { detail }),
      ...(evidence.length > 0 && { evidence }),
    };
  });
}
