import { askShape, shapes } from "@/lib/core/reachability/testing/hostile/ask-shape.test-builder";

/** For `scripts/bench/reachability-hostile.mjs`: the names of all shapes, or what the one of `BENCH_SHAPE` takes. */
const name = process.env["BENCH_SHAPE"];
const shape = shapes.get(name ?? "");
const result = shape ? { count: shape.count, figures: askShape(shape) } : { names: [...shapes.keys()] };
process.stdout.write(`${JSON.stringify(result)}\n`);
