import { identityOf } from "./identity";
import { isList, isRecord, type Plain } from "./plain";

/** One place where the answers to one step are not the same. An absent member is `undefined`. */
export interface Difference {
  /** `output.Vpcs[].State`: items of a list share one path. */
  at: string;
  moto: Plain | undefined;
  sandbox: Plain | undefined;
}

/**
 * Every difference between two answers. Whether and how a side refuses is one difference, `error`; the words of a refusal
 * matter only where both sides give the same one.
 */
export function compareAnswers(moto: Plain | undefined, sandbox: Plain | undefined): Difference[] {
  const [one, other] = [outcomeOf(moto), outcomeOf(sandbox)];
  return one === other ? compare(moto, sandbox, "") : [{ at: "error", moto: one, sandbox: other }];
}

function outcomeOf(answer: Plain | undefined): string {
  if (!isRecord(answer)) return "nothing";
  const { status = null, error } = answer;
  const code = isRecord(error) ? error["code"] : undefined;
  return [status, code]
    .filter((part) => part !== undefined)
    .map((part) => JSON.stringify(part))
    .join(" ")
    .replaceAll('"', "");
}

/** Each difference at the deepest place that both sides have. */
function compare(moto: Plain | undefined, sandbox: Plain | undefined, at: string): Difference[] {
  if (isList(moto) && isList(sandbox)) {
    return pairItems(moto, sandbox).flatMap(([one, other]) => compare(one, other, `${at}[]`));
  }
  if (isRecord(moto) && isRecord(sandbox)) {
    const keys = [...new Set([...Object.keys(moto), ...Object.keys(sandbox)])];
    return keys.flatMap((key) => compare(moto[key], sandbox[key], at === "" ? key : `${at}.${key}`));
  }
  return moto === sandbox ? [] : [{ at, moto, sandbox }];
}

/** Items of the same identity belong together; what is left over is paired in order, as far as it goes. */
function pairItems(
  moto: readonly Plain[],
  sandbox: readonly Plain[],
): [Plain | undefined, Plain | undefined][] {
  const others = [...sandbox];
  const pairs: [Plain | undefined, Plain | undefined][] = [];
  const alone = moto.filter((item) => {
    const index = others.findIndex((other) => identityOf(other) === identityOf(item));
    if (index < 0) return true;
    pairs.push([item, others.splice(index, 1)[0]]);
    return false;
  });
  for (let index = 0; index < Math.max(alone.length, others.length); index += 1) {
    pairs.push([alone[index], others[index]]);
  }
  return pairs;
}
