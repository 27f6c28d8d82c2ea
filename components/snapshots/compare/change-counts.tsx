import type { KindCount } from "./change-rows";

/** "+2 −1 ~3", in words for a screen reader. */
export function ChangeCounts({ added, removed, changed }: KindCount) {
  return (
    <span className="flex gap-2 tabular-nums">
      <Count sign="+" value={added} word="added" className="text-success" />
      <Count sign="−" value={removed} word="removed" className="text-danger" />
      <Count sign="~" value={changed} word="changed" className="text-warning" />
    </span>
  );
}

function Count(props: { sign: string; value: number; word: string; className: string }) {
  if (props.value === 0) return null;
  return (
    <span className={props.className}>
      <span aria-hidden>
        {props.sign}
        {props.value}
      </span>
      <span className="sr-only">
        {props.value} {props.word}
      </span>
    </span>
  );
}
