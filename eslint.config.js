import { existsSync, readdirSync } from "node:fs";
import query from "@tanstack/eslint-plugin-query";
import next from "eslint-config-next";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";
import { forbiddenEdges, separateFeatures } from "./scripts/architecture-zones.mjs";

const features = existsSync(separateFeatures.folder)
  ? readdirSync(separateFeatures.folder).filter((name) => !separateFeatures.shared.includes(name))
  : [];
const zones = [
  ...forbiddenEdges.map(({ from, to, allow = [], why }) => ({
    target: `./${from}`,
    from: `./${to}`,
    except: allow.map((file) => `./${file.slice(to.length + 1)}`),
    message: why,
  })),
  ...features.map((feature) => ({
    target: `./${separateFeatures.folder}/${feature}`,
    from: `./${separateFeatures.folder}`,
    except: [...separateFeatures.shared, feature].map((name) => `./${name}`),
    message: "one feature folder does not import another: compose in app",
  })),
];

/** Every rule about React: its compiler's analysis alone is a fifth of linting, and most of `lib` knows no React. */
const noReactRules = Object.fromEntries(
  next
    .flatMap(({ rules = {} }) => Object.keys(rules))
    .filter((rule) => /^(react|react-hooks|jsx-a11y|@next\/next)\//.test(rule))
    .map((rule) => [rule, "off"]),
);

export default defineConfig(
  globalIgnores([".next/", ".mooring/", "coverage/", "next-env.d.ts", "test-results/", "playwright-report/"]),
  ...next,
  ...query.configs["flat/recommended"],
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ["**/*.{ts,tsx}"] })),
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    rules: {
      "import/no-restricted-paths": ["error", { zones }],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  // It warns that the React Compiler would leave a component out; the compiler is not used here.
  { rules: { "react-hooks/incompatible-library": "off" } },
  { files: ["lib/**", "scripts/**", "e2e/**"], ignores: ["lib/client/**"], rules: noReactRules },
  { files: ["scripts/**"], rules: { "no-console": "off" } },
  {
    files: ["**/*.test.{ts,tsx}", "lib/testing/**", "e2e/**"],
    rules: { "import/no-restricted-paths": "off" },
  },
);
