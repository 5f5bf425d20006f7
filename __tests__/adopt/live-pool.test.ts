import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { readDescribed } from "../../lib/adopt/described";
import { readLive } from "../../lib/adopt/live-pool";
import { cli, folderWith } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { sampleSize } from "../support/sample";
import { temporaryFolder } from "../support/temporary-folder";
import { make } from "./live";
import { NEWER_SHAPES } from "./newer-shapes";
import { printed } from "./printed";
import { SHAPES, type Shape } from "./shapes";

const region = "eu-west-1";

describe("a pool that is read from AWS", () => {
  let cognito: LoopbackCognito;
  beforeAll(async () => {
    cognito = await LoopbackCognito.start();
    Object.assign(process.env, cognito.environment);
  });
  afterAll(() => {
    for (const name of Object.keys(cognito.environment)) delete process.env[name];
    cognito.stop();
  });

  test("is what the AWS CLI prints of it, without a call that writes", async () => {
    const shapes = ["users of a Google provider", "groups", "scopes of two APIs, one of them named by its URL"];
    const parts = SHAPES.filter(({ name }) => [...shapes, "a prefix domain"].includes(name));
    const { userPoolId } = make(cognito, {
      name: "",
      attached: [...parts, NEWER_SHAPES[0] as Shape].flatMap(({ attached = [] }) => attached),
      clients: { web: { GenerateSecret: true }, ios: {}, app: {} },
      ofClients: NEWER_SHAPES.find(({ name }) => name === "a style of one's own with images")?.ofClients ?? [],
    });
    cognito.newCalls();
    const live = await readLive({ userPoolId, region, callsPerSecond: 1_000 });
    const [offline] = readDescribed(folderWith(printed(cognito, userPoolId)));
    expect([live.logDeliveries.length, live.styles.length]).toEqual([1, 1]);
    expect(sorted(live)).toEqual(sorted({ ...offline, uiCustomizations: [] }));
    expect(cognito.newCalls()).toEqual([]);
  });

  test("gives the same config as its files", async () => {
    const { userPoolId } = make(cognito, SHAPES.find(({ name }) => name === "machine") as Shape);
    const offline = folderWith(printed(cognito, userPoolId));
    const live = temporaryFolder();
    await cli(offline, "adopt", "--no-plan", ".");
    const args = ["--user-pool-id", userPoolId, "--region", region, "--endpoint", cognito.endpoint];
    expect(await cli(live, "adopt", "--no-plan", ...args)).toMatchObject({ exitCode: 0 });
    const text = (folder: string) => readFileSync(join(folder, "userpools.yaml"), "utf8");
    expect(text(live)).toBe(text(offline));
  });

  test("is refused where AWS does not show it, where its Region is another, and beside a folder", async () => {
    const folder = temporaryFolder();
    const refusals: [string[], string][] = [
      [["--user-pool-id", "eu-west-1_Nowhere"], "pool eu-west-1_Nowhere cannot be read: ResourceNotFoundException"],
      [["--user-pool-id", "eu-west-1_Nowhere", "--region", "us-east-1"], "is not a pool of us-east-1"],
      [["--user-pool-id", "Nowhere"], "is not a pool of any Region"],
      [[".", "--user-pool-id", "eu-west-1_Nowhere"], "name one of both"],
      [[], "name one of both"],
    ];
    for (const [args, message] of refusals)
      expect(await cli(folder, "adopt", "--no-plan", ...args)).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining(message),
      });
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of many clients is read page by page, no faster than allowed, and again where AWS throttles", async () => {
    const count = sampleSize(1_000, 70);
    const clients = Object.fromEntries(Array.from({ length: count }, (_, index) => [`client${index}`, {}]));
    const { userPoolId } = make(cognito, { name: "", clients });
    const calls: string[] = [];
    const throttling = createServer(async (request, response) => {
      const target = String(request.headers["x-amz-target"]).split(".")[1] as string;
      calls.push(target);
      // one call of fifty is one too many
      if (calls.length % 50 === 0) {
        response.writeHead(400, { "X-Amzn-ErrorType": "TooManyRequestsException" });
        response.end(JSON.stringify({ __type: "TooManyRequestsException", message: "Rate exceeded" }));
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const headers = { "X-Amz-Target": String(request.headers["x-amz-target"]) };
      const answer = await fetch(cognito.endpoint, { method: "POST", headers, body: Buffer.concat(chunks) });
      response.writeHead(answer.status, { "Content-Type": "application/x-amz-json-1.1" });
      response.end(await answer.text());
    });
    await new Promise<void>((resolve) => throttling.listen(0, "127.0.0.1", resolve));
    const endpoint = `http://127.0.0.1:${(throttling.address() as AddressInfo).port}`;
    const shown: string[] = [];
    const callsPerSecond = 200;
    const started = Date.now();
    const pool = await readLive({ userPoolId, region, endpoint, callsPerSecond, progress: (text) => shown.push(text) });
    throttling.close();
    expect(Date.now() - started).toBeGreaterThan(((count - 1) * 1000) / callsPerSecond);
    expect(pool.clients.map(({ ClientName }) => ClientName)).toEqual(Object.keys(clients));
    expect(calls.filter((name) => name === "ListUserPoolClients").length).toBeGreaterThanOrEqual(Math.ceil(count / 60));
    expect(calls.every((name) => /^(?:Describe|Get|List)/.test(name))).toBe(true);
    expect(shown.at(-1)).toBe(`reading pool ${userPoolId}: client ${count} of ${count}`);
  });
});

/** The parts of a pool in one order, without dates. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !key.endsWith("Date"));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}
