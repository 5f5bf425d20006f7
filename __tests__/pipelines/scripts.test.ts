import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { planOf } from "../gate/plans";
import { folderWith } from "../support/cli";
import { ROOT } from "../support/repository";

const PIPELINES = join(ROOT, "examples", "pipelines");
/** The command line, compiled: the scripts start it often. */
const COMPILED = join(ROOT, "node_modules", ".cache", "cdktf-cognito-test");

jest.setTimeout(180_000);

beforeAll(() => {
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
  execFileSync("node", [tsc, "-p", "tsconfig.build.json", "--noCheck", "--outDir", COMPILED], { cwd: ROOT });
});
const CONFIG = {
  project: "acme",
  environments: { prod: { region: "eu-west-1" } },
  pools: {
    customers: {
      verificationMessage: { emailMessage: { file: "messages/verify.html" } },
      clients: { ios: { platform: "ios" } },
    },
  },
};

/** Programs that the scripts call: the real command line, and stand-ins that write down what they are asked. */
const PROGRAMS: Readonly<Record<string, string>> = {
  "cdktf-cognito": `exec node "${join(COMPILED, "lib/cli/bin.js")}" "$@"`,
  npx: 'shift; case "$1" in cdktf-cognito) exec "$@";; cdktf-cli@*) shift; echo "cdktf $*" >> "$CALLS";; *) exit 64;; esac',
  npm: 'echo "npm $*" >> "$CALLS"',
  terraform:
    'echo "terraform $*" >> "$CALLS"; case "$*" in *show*) cat "$PLAN";; *-detailed-exitcode*) exit "${DRIFT:-0}";; esac',
  gh: 'echo "gh $*" >> "$CALLS"; case "$*" in *tarball*) tar -czf - -C "$HEAD" o-r-0;; *compare*) echo "$MERGE_BASE";; *--paginate*) echo 7;; esac',
  curl: 'echo "curl $*" >> "$CALLS"; echo \'[{ "id": 7, "body": "<!-- cdktf-cognito review -->" }]\'',
};

/** A repository with the config committed, and the head's config, a plan and the programs beside it. */
function sandbox() {
  const folder = folderWith({});
  const repository = join(folder, "repository");
  const bin = join(folder, "bin");
  mkdirSync(repository);
  mkdirSync(bin);
  for (const [name, script] of Object.entries(PROGRAMS)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const head = structuredClone(CONFIG) as typeof CONFIG & { pools: { customers: { clients: { ios: object } } } };
  Object.assign(head.pools.customers.clients.ios, { accessTokenValidity: "24h" });
  for (const [tree, config] of [
    [repository, CONFIG],
    [join(folder, "head", "o-r-0"), head],
  ] as const) {
    mkdirSync(join(tree, "messages"), { recursive: true });
    writeFileSync(join(tree, "userpools.yaml"), stringify(config));
    writeFileSync(join(tree, "messages", "verify.html"), "Your code is {####}");
  }
  writeFileSync(join(folder, "plan.json"), JSON.stringify(planOf([])));
  writeFileSync(join(folder, "calls"), "");
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: repository, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  git("init", "-b", "main");
  git("add", ".");
  git("-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-m", "first");
  const first = git("rev-parse", "HEAD").trim();
  const env: NodeJS.ProcessEnv = {
    PATH: `${bin}:${process.env.PATH}`,
    HOME: folder,
    CALLS: join(folder, "calls"),
    PLAN: join(folder, "plan.json"),
    HEAD: join(folder, "head"),
    GITHUB_WORKSPACE: repository,
    GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    CI_PROJECT_DIR: repository,
    CI_MERGE_REQUEST_DIFF_BASE_SHA: first,
    CI_API_V4_URL: "https://gitlab.example.com/api/v4",
    CI_PROJECT_ID: "1",
    CI_JOB_URL: "https://gitlab.example.com/o/r/-/jobs/7",
    CI_MERGE_REQUEST_IID: "2",
    REPOSITORY: "o/r",
    PULL_REQUEST: "2",
    BASE_SHA: "1".repeat(40),
    HEAD_SHA: "0".repeat(40),
    MERGE_BASE: first,
    CONFIG: "userpools.yaml",
    STACK: "customers-prod",
    AWS_TOKEN: "token",
    USERPOOLS_COMMENT_TOKEN: "token",
  };
  const run = (script: string, more: NodeJS.ProcessEnv = {}) => {
    const { status, stdout, stderr } = spawnSync("bash", ["-eo", "pipefail", "-c", script], {
      cwd: repository,
      env: { ...env, ...more },
      encoding: "utf8",
    });
    return { status, output: stdout + stderr };
  };
  return { folder, repository, run, read: (name: string) => readFileSync(join(folder, name), "utf8") };
}

/** A plan whose refresh found another client than the state has. */
function drifted(): object {
  const client = {
    address: "aws_cognito_user_pool_client.ios",
    mode: "managed",
    type: "aws_cognito_user_pool_client",
    name: "ios",
  };
  const before = { name: "ios", user_pool_id: "eu-west-1_AbCdEfGhI", enable_token_revocation: true };
  const after = { ...before, enable_token_revocation: false };
  return {
    ...planOf([]),
    prior_state: { values: { root_module: { resources: [{ ...client, values: after }] } } },
    resource_drift: [{ ...client, change: { actions: ["update"], before, after } }],
  };
}

/** The scripts of a GitHub job, step by step, as one. */
function github(name: string): string {
  const [job] = Object.values(parse(readFileSync(join(PIPELINES, "github", name), "utf8")).jobs) as {
    steps: { run?: string }[];
  }[];
  return (job?.steps ?? []).flatMap(({ run }) => (run === undefined ? [] : [`(\n${run}\n)`])).join("\n");
}

/** The scripts of a GitLab job, with what comes before them. */
function gitlab(name: string): string {
  const pipeline = parse(readFileSync(join(PIPELINES, "gitlab", ".gitlab-ci.yml"), "utf8"));
  const job = pipeline[name];
  const before = (job.extends ? pipeline[job.extends] : pipeline.default).before_script;
  return [...before, ...job.script].join("\n");
}

describe("the scripts of the pipelines run as they are given", () => {
  test("GitHub: check", () => {
    const { run, repository } = sandbox();
    expect(run(github("userpools-check.yml"))).toMatchObject({ status: 0 });
    expect(readFileSync(join(repository, "report", "index.html"), "utf8")).toContain("<title>acme user pools</title>");
  });

  test("GitHub: review takes the head's files as data and updates the comment", () => {
    const { run, read } = sandbox();
    expect(run(github("userpools-review.yml"))).toMatchObject({ status: 0 });
    expect(read("summary.md")).toContain("a stolen access token works for 24 hours instead of 1 hour");
    expect(read("calls")).toContain("gh api --silent --method PATCH repos/o/r/issues/comments/7 -F body=@review.md");
    expect(run(github("userpools-review.yml"), { REPORT_URL: "https://pages.example/r/" })).toMatchObject({
      status: 0,
    });
    expect(read("summary.md")).toContain("(https://pages.example/r/#customers/prod/ios)");
  });

  test("GitHub: review follows no link of the head", () => {
    const { run, folder } = sandbox();
    writeFileSync(join(folder, "secret.yaml"), "token: 1234");
    rmSync(join(folder, "head", "o-r-0", "userpools.yaml"));
    symlinkSync(join(folder, "secret.yaml"), join(folder, "head", "o-r-0", "userpools.yaml"));
    const { status, output } = run(github("userpools-review.yml"));
    expect([status, output]).toEqual([2, expect.stringContaining("the file does not exist")]);
    expect(output).not.toContain("1234");
  });

  test("GitHub: review tells a stale branch nothing that the base did since", () => {
    const { run, read, repository } = sandbox();
    const config = structuredClone(CONFIG);
    Object.assign(config.pools.customers.clients, { web: { platform: "spa" } });
    writeFileSync(join(repository, "userpools.yaml"), stringify(config));
    expect(run(github("userpools-review.yml"))).toMatchObject({ status: 0 });
    expect(read("summary.md")).toContain("24 hours instead of 1 hour");
    expect(read("summary.md")).not.toContain("web");
    expect(read("calls")).toContain(`gh api repos/o/r/compare/${"1".repeat(40)}...${"0".repeat(40)}`);
  });

  test("GitHub: plan, and the gate on it", () => {
    const { run, read, folder } = sandbox();
    expect(run(github("userpools-plan.yml"))).toMatchObject({ status: 0 });
    expect(read("summary.md")).toContain("### Plan: no destructive changes");
    const change = {
      address: "aws_cognito_user_pool_client.ios",
      mode: "managed",
      type: "aws_cognito_user_pool_client",
      name: "ios",
    };
    writeFileSync(
      join(folder, "plan.json"),
      JSON.stringify(planOf([{ ...change, change: { actions: ["delete"], before: {}, after: null } }])),
    );
    expect(run(github("userpools-plan.yml"))).toMatchObject({ status: 1 });
    expect(read("summary.md")).toContain("client `ios` would be destroyed");
  });

  test("GitHub: deploy judges the plan before it deploys", () => {
    const { run, read } = sandbox();
    expect(run(github("userpools-deploy.yml"))).toMatchObject({ status: 0 });
    const calls = read("calls").trim().split("\n");
    expect(calls.at(-1)).toBe("cdktf deploy customers-prod --auto-approve");
    expect(run(github("userpools-deploy.yml"), { PLAN: "/dev/null" })).toMatchObject({ status: 2 });
    expect(
      read("calls")
        .trim()
        .split("\n")
        .filter((call) => call.startsWith("cdktf ")),
    ).toHaveLength(1);
  });

  test("GitHub: drift", () => {
    const { run, read, folder } = sandbox();
    expect(run(github("userpools-drift.yml"))).toMatchObject({ status: 0 });
    expect(read("calls")).toContain("-detailed-exitcode");
    expect(read("summary.md")).toContain("### Drift: no drift");
    expect(run(github("userpools-drift.yml"), { DRIFT: "2" }).status).toBe(2);
    // AWS cannot be reached: no drift is reported
    expect(run(github("userpools-drift.yml"), { DRIFT: "1", PLAN: "/dev/null" })).toMatchObject({ status: 1 });
    writeFileSync(join(folder, "plan.json"), JSON.stringify(drifted()));
    expect(run(github("userpools-drift.yml"), { DRIFT: "2" }).status).toBe(3);
    expect(read("summary.md")).toContain("refresh tokens can no longer be revoked");
  });

  test("GitLab: check and drift", () => {
    const { run, read, repository } = sandbox();
    expect(run(gitlab("check"))).toMatchObject({ status: 0 });
    expect(run(gitlab("drift"))).toMatchObject({ status: 0 });
    expect(read("calls")).toContain("-detailed-exitcode");
    expect(run(gitlab("drift"), { DRIFT: "2" }).status).not.toBe(0);
    writeFileSync(join(repository, "userpools.yaml"), "project: acme\n");
    expect(run(gitlab("check"))).toMatchObject({ status: 1 });
    const wrong = structuredClone(CONFIG);
    Object.assign(wrong.pools.customers.clients.ios, { accessTokenValidity: "25h" });
    writeFileSync(join(repository, "userpools.yaml"), stringify(wrong));
    expect(run(gitlab("check"))).toMatchObject({ status: 1 });
    expect(JSON.parse(readFileSync(join(repository, "report", "estate.json"), "utf8")).summary.errors).toBe(1);
  });

  test("GitLab: review with its note, plan with the gate, and deployment", () => {
    const { run, read, repository } = sandbox();
    writeFileSync(join(repository, "userpools.yaml"), read("head/o-r-0/userpools.yaml"));
    expect(run(gitlab("review"))).toMatchObject({ status: 0 });
    const review = readFileSync(join(repository, "review.md"), "utf8");
    expect(review).toContain("24 hours instead of 1 hour");
    expect(review).toContain("/o/r/-/jobs/7/artifacts/file/report/index.html#customers/prod/ios)");
    expect(existsSync(join(repository, "report", "index.html"))).toBe(true);
    expect(read("calls")).toContain("--request PUT");
    expect(run(gitlab("plan"))).toMatchObject({
      status: 0,
      output: expect.stringContaining("no destructive changes"),
    });
    expect(run(gitlab("deploy"))).toMatchObject({ status: 0 });
    expect(read("calls")).toContain("cdktf deploy customers-prod --auto-approve");
  });

  test("Atlantis and pre-commit", () => {
    const { run, folder } = sandbox();
    const server = parse(readFileSync(join(PIPELINES, "atlantis", "repos.yaml"), "utf8"));
    const { run: gate } = server.workflows.userpools.plan.steps.at(-1);
    const places = {
      SHOWFILE: join(folder, "plan.json"),
      DIR: join(folder, "repository", "terraform/stacks/customers-prod"),
    };
    mkdirSync(places.DIR, { recursive: true });
    expect(run(gate, places)).toMatchObject({ status: 0 });
    const [hook] = parse(readFileSync(join(PIPELINES, "pre-commit-config.yaml"), "utf8")).repos[0].hooks;
    expect(run(hook.entry)).toMatchObject({ status: 0 });
  });
});
