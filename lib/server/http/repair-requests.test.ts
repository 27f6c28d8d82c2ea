import { describe, expect, it } from "vitest";
import { repairPath } from "./repair-requests";

describe("repairPath", () => {
  it.each(["/api/functions/%E0%A4%A", "/api/plans/%ff", "/a/%ud83d/b", "/%", "/%C3%28?q=1"])(
    "makes %s a path that can be decoded, naming the same text",
    (url) => {
      const repaired = repairPath(url);
      const path = repaired.split("?")[0] ?? "";
      expect(decodeURIComponent(path)).toBe(url.split("?")[0]);
    },
  );

  it.each(["/api/functions/a%2Fb", "/api/functions?q=%E0%A4%A", "/", "/api/functions/%F0%9F%92%A9"])(
    "leaves %s as it is",
    (url) => {
      expect(repairPath(url)).toBe(url);
    },
  );
});
