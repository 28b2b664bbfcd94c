import { defineConfig } from "vitest/config";

/** One project a folder of test/, so that the quick ones can be run alone: `npx vitest run --project unit`. */
const project = (name: string, seconds: number) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: seconds * 1000, hookTimeout: seconds * 1000 },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project("unit", 60),
      project("policies", 60),
      project("store", 120),
      project("functions", 600),
      project("infra", 240),
      project("fault", 400),
      project("e2e", 400),
    ],
  },
});
