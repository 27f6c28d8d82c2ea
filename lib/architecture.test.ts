import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { forbiddenEdges, restrictedPackages, separateFeatures } from "../scripts/architecture-zones.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

interface Import {
  file: string;
  /** A path from the root, or a package name. */
  target: string;
  isType: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join(folder, name.split(path.sep).join("/")))
    .filter((name) => /\.(ts|tsx|mts)$/.test(name));
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$|\.bench\.ts$|\.test-builder\.ts$/.test(file) || file.startsWith("lib/testing/");
}

/** Every import of a file whose path is a literal, `import("…")` included. */
function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(root, file), "utf8"),
    ts.ScriptTarget.Latest,
  );
  const found: Import[] = [];
  const add = (specifier: string, isType: boolean) => {
    const target = specifier.startsWith("@/")
      ? specifier.slice(2)
      : specifier.startsWith(".")
        ? path.posix.join(path.posix.dirname(file), specifier)
        : specifier;
    found.push({ file, target, isType });
  };
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const isType = ts.isImportDeclaration(node)
        ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
        : node.isTypeOnly;
      if (ts.isStringLiteral(node.moduleSpecifier)) add(node.moduleSpecifier.text, isType);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) add(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isIn = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`);
const files = ["app", "components", "lib"].flatMap(sourceFiles);
const imports = files.filter((file) => !isTest(file)).flatMap(importsOf);

describe("the house", () => {
  it("is read: there are files and imports to judge", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(20);
  });

  it.each(forbiddenEdges)("$from never imports $to: $why", ({ from, to, allow = [] }) => {
    const allowed = new Set(allow.map((file) => file.replace(/\.tsx?$/, "")));
    const broken = imports.filter(
      (edge) => isIn(edge.file, from) && isIn(edge.target, to) && !allowed.has(edge.target),
    );
    expect(broken.map((edge) => `${edge.file} -> ${edge.target}`)).toEqual([]);
  });

  it("keeps one feature folder out of another: they are composed in app", () => {
    const { folder, shared } = separateFeatures;
    const featureOf = (name: string) => (isIn(name, folder) ? name.split("/")[1] : undefined);
    const broken = imports.filter(({ file, target }) => {
      const [from, to] = [featureOf(file), featureOf(target)];
      return from && to && from !== to && !shared.includes(to);
    });
    expect(broken.map((edge) => `${edge.file} -> ${edge.target}`)).toEqual([]);
  });

  it.each(restrictedPackages)(
    "imports $pattern only where it belongs: $why",
    ({ pattern, only, typesIn }) => {
      const matches = new RegExp(pattern);
      const broken = imports.filter(
        ({ file, target, isType }) =>
          matches.test(target) &&
          !only.some((folder) => isIn(file, folder)) &&
          !(isType && typesIn.some((folder) => isIn(file, folder))),
      );
      expect(broken.map((edge) => `${edge.file} -> ${edge.target}`)).toEqual([]);
    },
  );

  it("keeps core pure: no clock, randomness, environment or async", () => {
    const forbidden =
      /\b(Date\.now|new Date\(\)|Math\.random|process\.|performance\.now|setTimeout|fetch\(|async )/;
    const broken = files
      .filter((file) => isIn(file, "lib/core") && !isTest(file))
      .filter((file) =>
        forbidden.test(readFileSync(path.join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")),
      );
    expect(broken).toEqual([]);
  });

  it("uses no barrel and no export *, except the rule catalog", () => {
    const broken = files.filter(
      (file) =>
        (/(^|\/)index\.tsx?$/.test(file) && file !== "lib/core/rules/index.ts") ||
        /^export \*/m.test(readFileSync(path.join(root, file), "utf8")),
    );
    expect(broken).toEqual([]);
  });
});
