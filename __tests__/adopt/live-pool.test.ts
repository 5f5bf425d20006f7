import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { readDescribed, webAclOf } from "../../lib/adopt/described";
import { readLive } from "../../lib/adopt/live-pool";
import { notHeld } from "../../lib/adopt/not-held";
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

  test("has the web ACL that AWS WAF answers", async () => {
    const { userPoolId } = make(cognito, { name: "" });
    const { Arn } = cognito.call("DescribeUserPool", { UserPoolId: userPoolId }).UserPool as { Arn: string };
    expect(webAclOf(await readLive({ userPoolId, region }))).toBeUndefined();
    const WebACLArn = "arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/users/a1b2c3d4-5678-90ab-cdef-EXAMPLE11111";
    cognito.call("AssociateWebACL", { ResourceArn: Arn, WebACLArn });
    const live = await readLive({ userPoolId, region });
    expect([webAclOf(live), notHeld(live).map(({ what }) => what)]).toEqual([
      WebACLArn,
      ["the pool: an import of its web ACL"],
    ]);
  });

  test.each([
    ["AccessDeniedException", "AccessDeniedException; it takes wafv2:GetWebACLForResource and wafv2:GetWebACL"],
    ["ThrottlingException", "ThrottlingException"],
    // an address of Cognito alone, such as its VPC endpoint
    ["UnknownOperationException", "UnknownOperationException"],
    ["HANGUP", "[A-Z_]+"],
  ])("says that its web ACL is not known where AWS WAF answers with %s", async (error, why) => {
    const { userPoolId } = make(cognito, { name: "" });
    const { server, endpoint } = await beside(cognito, (target) =>
      target === "GetWebACLForResource" ? error : undefined,
    );
    const folder = temporaryFolder();
    const { exitCode, stdout } = await cli(
      folder,
      "adopt",
      "--no-plan",
      "--user-pool-id",
      userPoolId,
      "--endpoint",
      endpoint,
    );
    server.close();
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      new RegExp(`not in the config: the pool: web ACL, not known \\(${why}\\): an apply leaves it as it is\n`),
    );
    expect(readFileSync(join(folder, "userpools.yaml"), "utf8")).not.toContain("webAclArn");
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
    const throttling = await beside(cognito, (target) => {
      calls.push(target);
      // one call of fifty is one too many
      return calls.length % 50 === 0 ? "TooManyRequestsException" : undefined;
    });
    const { endpoint } = throttling;
    const shown: string[] = [];
    const callsPerSecond = 200;
    const started = Date.now();
    const pool = await readLive({ userPoolId, region, endpoint, callsPerSecond, progress: (text) => shown.push(text) });
    throttling.server.close();
    expect(Date.now() - started).toBeGreaterThan(((count - 1) * 1000) / callsPerSecond);
    expect(pool.clients.map(({ ClientName }) => ClientName)).toEqual(Object.keys(clients));
    expect(calls.filter((name) => name === "ListUserPoolClients").length).toBeGreaterThanOrEqual(Math.ceil(count / 60));
    expect(calls.every((name) => /^(?:Describe|Get|List)/.test(name))).toBe(true);
    expect(shown.at(-1)).toBe(`reading pool ${userPoolId}: client ${count} of ${count}`);
  });
});

/** Another address of the same API, which answers some calls with an error, or with none. @param refused why, if it is */
async function beside(cognito: LoopbackCognito, refused: (operation: string) => string | undefined) {
  const server = createServer(async (request, response) => {
    const target = String(request.headers["x-amz-target"]);
    const error = refused(target.split(".")[1] as string);
    if (error === "HANGUP") return request.socket.destroy();
    if (error !== undefined) {
      response.writeHead(400, { "X-Amzn-ErrorType": error });
      response.end(JSON.stringify({ __type: error, message: "no" }));
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = { "X-Amz-Target": target };
    const answer = await fetch(cognito.endpoint, { method: "POST", headers, body: Buffer.concat(chunks) });
    response.writeHead(answer.status, { "Content-Type": "application/x-amz-json-1.1" });
    response.end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** The parts of a pool in one order, without dates. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !key.endsWith("Date"));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}
