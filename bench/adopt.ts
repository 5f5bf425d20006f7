import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { LoopbackCognito } from "../__tests__/support/cognito/loopback-cognito";
import { Refusal } from "../__tests__/support/cognito/refusal";
import { type Measurement, table } from "./run";

/**
 * What `adopt` of a pool with so many clients takes: read from a server on loopback that throttles as AWS does, and then proved by
 * a real plan of what was read. Needs the compiled package: `npm run bench` builds it first. Of 1,000
 * clients the first row takes minutes, which the quota demands.
 *
 * Quotas of AWS: each operation 5 calls a second for one pool; DescribeUserPoolClient and ListUserPoolClients together 15 for
 * all pools of an account and Region. Source: https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html
 */
const PER_OPERATION = 5;
const PER_CATEGORY = 15;
const CATEGORY = /^(?:Describe|List)UserPoolClients?$/;

const [count = 1_000] = process.argv.slice(2).map(Number);
const root = join(__dirname, "..");
const work = mkdtempSync(join(root, "node_modules", ".bench-"));
const program = join(root, "dist", "lib", "cli", "bin.js");

/** A call: when it came, and whether it was one too many. */
interface Call {
  readonly operation: string;
  readonly at: number;
  readonly refused: boolean;
}

async function main(): Promise<void> {
  const cognito = await LoopbackCognito.start();
  const userPoolId = makePool(cognito);
  const calls: Call[] = [];
  const server = createServer(async (request, response) => {
    const operation = String(request.headers["x-amz-target"]).split(".")[1] as string;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const refused = isTooMuch(operation, calls);
    calls.push({ operation, at: performance.now(), refused });
    try {
      if (refused) throw new Refusal("TooManyRequestsException", "Rate exceeded");
      const answer = cognito.call(operation, JSON.parse(Buffer.concat(chunks).toString() || "{}"));
      response.writeHead(200, { "Content-Type": "application/x-amz-json-1.1" }).end(JSON.stringify(answer));
    } catch (error) {
      const { type, message } = error as Refusal;
      response.writeHead(400, { "X-Amzn-ErrorType": type }).end(JSON.stringify({ __type: type, message }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const live = ["--user-pool-id", userPoolId, "--endpoint", endpoint, "--no-plan", "--out", "live.yaml"];
  const read = await measured(["adopt", ...live], cognito.environment);
  const operations = new Set(calls.map(({ operation }) => operation));
  table(
    [`operation, of ${count} clients`, "calls", "refused", "most in a second"],
    [...operations].map((operation) => {
      const own = calls.filter((call) => call.operation === operation);
      const refused = own.filter((call) => call.refused).length;
      return [
        operation,
        String(own.length),
        String(refused),
        String(Math.max(...own.map((call) => before(call, own)))),
      ];
    }),
  );

  writeFileSync(join(work, "pool.json"), JSON.stringify(answers(cognito, userPoolId)));
  const written = await measured(["adopt", ".", "--no-plan", "--out", "files.yaml"]);
  const proved = await measured(["adopt", ".", "--out", "proved.yaml"]);
  cognito.stop();
  server.closeAllConnections();
  server.close();
  rmSync(work, { recursive: true });
  const row = (name: string, { seconds, cpu, megabytes }: Awaited<ReturnType<typeof measured>>) => [
    name,
    seconds.toFixed(0),
    cpu.toFixed(1),
    megabytes.toFixed(0),
  ];
  table(
    [`adopt of ${count} clients`, "seconds", "CPU seconds of Node", "MB of Node"],
    [row("read from AWS", read), row("from files", written), row("from files, with the proof", proved)],
  );
}

/** Whether the quota has no room for one more call. */
function isTooMuch(operation: string, calls: readonly Call[]): boolean {
  const recent = calls.slice(-100).filter(({ at, refused }) => !refused && at > performance.now() - 1_000);
  const own = recent.filter((call) => call.operation === operation).length;
  const others = recent.filter((call) => CATEGORY.test(call.operation)).length;
  return own >= PER_OPERATION || (CATEGORY.test(operation) && others >= PER_CATEGORY);
}

/** How many calls there were in the second that ends with one. */
function before(call: Call, calls: readonly Call[]): number {
  return calls.filter(({ at }) => at <= call.at && at > call.at - 1_000).length;
}

function makePool(cognito: LoopbackCognito): string {
  const { UserPool } = cognito.call("CreateUserPool", { PoolName: "bench" }) as { UserPool: { Id: string } };
  const UserPoolId = UserPool.Id;
  for (let index = 0; index < count; index++)
    cognito.call("CreateUserPoolClient", {
      UserPoolId,
      ClientName: `app ${index}`,
      GenerateSecret: index % 3 === 0,
      ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
      SupportedIdentityProviders: ["COGNITO"],
      ...(index % 2 === 0 && {
        AllowedOAuthFlowsUserPoolClient: true,
        AllowedOAuthFlows: ["code"],
        AllowedOAuthScopes: ["openid"],
        CallbackURLs: [`https://app${index}.acme.example/callback`],
      }),
    });
  return UserPoolId;
}

/** What the AWS CLI prints of the pool, in one file. */
function answers(cognito: LoopbackCognito, UserPoolId: string): object[] {
  const clients: object[] = [];
  for (let NextToken: unknown, isFirst = true; isFirst || NextToken !== undefined; isFirst = false) {
    const page = cognito.call("ListUserPoolClients", { UserPoolId, ...(NextToken !== undefined && { NextToken }) });
    for (const { ClientId } of page.UserPoolClients as { ClientId: string }[])
      clients.push(cognito.call("DescribeUserPoolClient", { UserPoolId, ClientId }));
    NextToken = page.NextToken;
  }
  const { MfaConfiguration } = cognito.call("GetUserPoolMfaConfig", { UserPoolId });
  return [cognito.call("DescribeUserPool", { UserPoolId }), { MfaConfiguration }, ...clients];
}

/** Runs the command, while this process answers it. */
async function measured(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const result = join(work, "result.json");
  const started = performance.now();
  const child = spawn("node", ["--require", join(__dirname, "measure.cjs"), program, ...args], {
    cwd: work,
    env: { ...process.env, ...env, BENCH_RESULT: result },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const exitCode = await new Promise((resolve) => child.on("close", resolve));
  if (exitCode !== 0) throw new Error(`${args.join(" ")}: exit code ${exitCode}`);
  const { seconds: cpu, megabytes } = JSON.parse(readFileSync(result, "utf8")) as Measurement;
  return { seconds: (performance.now() - started) / 1_000, cpu, megabytes };
}

main();
