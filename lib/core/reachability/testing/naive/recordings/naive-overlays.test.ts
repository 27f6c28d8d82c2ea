import { expect, it } from "vitest";
import { verdictOf } from "../../../recordings/fact-words.test-builder";
import { describeRecordings, listRecorded, networkOf } from "../../../recordings/recordings.test-builder";
import { naiveVerdict } from "../naive-verdict";
import { ask, NUMBERS, read } from "./naive-question.test-builder";

interface Overlay {
  _meta: { base_snapshot: string };
  AddNetworkInterfaces: object[];
  facts: {
    id: string;
    dst_ip: string;
    protocol: string;
    dst_port: number;
    per_subnet: { subnet: string; eni: string; verdict: string }[];
  }[];
}

describeRecordings("the naive evaluator and functions laid over recordings", 36, () => {
  const overlays = listRecorded("lambda-overlays");
  const facts = overlays.flatMap((file) => {
    const overlay = read(`lambda-overlays/${file}`) as Overlay;
    return overlay.facts.flatMap((fact) =>
      fact.per_subnet.map((one): [string, Overlay, (typeof overlay.facts)[0], string, string] => [
        `${fact.id} from ${one.subnet}`,
        overlay,
        fact,
        one.eni,
        one.verdict,
      ]),
    );
  });
  it.each(facts)("%s", (_id, overlay, fact, networkInterfaceId, verdict) => {
    const network = networkOf(overlay._meta.base_snapshot, [
      {
        path: "DescribeNetworkInterfaces_2.json",
        content: JSON.stringify({ NetworkInterfaces: overlay.AddNetworkInterfaces }),
      },
    ]);
    const question = ask({
      source: { networkInterfaceId },
      destination: { address: fact.dst_ip },
      protocol: NUMBERS[fact.protocol] ?? 0,
      port: fact.dst_port,
    });
    expect(naiveVerdict(network, question)).toBe(verdictOf(verdict));
  });
});
