import type { Checkpoint } from "../filters/checkpoint";
import type { Path } from "../path/path";
import { intersectTraffic, isNoTraffic, subtractTraffic, type Traffic } from "../sets/traffic";
import type { Explanation, NotEvaluated } from "../trace";
import type { Asked } from "./asked";
import { repliesOf, stoppedBy } from "./judge-path";

export interface PathExplanation {
  explanations: Explanation[];
  notEvaluated: NotEvaluated[];
}

/** Every certain block on a path, there and back, and everything unknown that might be another. */
export function explainPath(path: Path, asked: Asked): PathExplanation {
  const explanations: Explanation[] = [];
  const notEvaluated: NotEvaluated[] = [...path.notes];
  const collect = (checkpoints: readonly Checkpoint[], traffic: Traffic) => {
    for (const checkpoint of checkpoints) {
      const stopped = stoppedBy(checkpoint, traffic);
      if (!isNoTraffic(stopped)) for (const one of checkpoint.explain(stopped)) explanations.push(one);
      const open = intersectTraffic(subtractTraffic(traffic, checkpoint.must), checkpoint.may);
      if (!isNoTraffic(open)) for (const one of checkpoint.missing) notEvaluated.push(one);
    }
  };
  collect(path.checkpoints, asked.traffic);
  for (const leg of path.returnLegs) collect(leg.checkpoints, repliesOf(leg, asked));
  return { explanations, notEvaluated };
}
