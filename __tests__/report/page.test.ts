import { createHash } from "node:crypto";
import fc from "fast-check";
import { estateConfig } from "../../bench/estate-config";
import { pack, unpack } from "../../lib/report/page/packed";
import { SOUND } from "../cli/support";
import { sampleSize } from "../support/sample";
import { HOSTILE, hostileConfig } from "./hostile";
import { reportOf } from "./support";

const SCRIPTS = /<script([^>]*)>([\s\S]*?)<\/script>/g;

/** The data of a page, as its script reads it. */
function dataOf(page: string): unknown {
  return unpack(JSON.parse(/<script type="application\/json" id="estate">(.*?)<\/script>/s.exec(page)?.[1] as string));
}

test("the page has the data of estate.json", async () => {
  const { text, estate } = await reportOf(SOUND);
  expect(dataOf(text("index.html"))).toEqual(estate);
});

test("its policy lets it load nothing, and run its own script alone", async () => {
  const page = (await reportOf(hostileConfig())).text("index.html");
  const hash = (content = "") => `'sha256-${createHash("sha256").update(content).digest("base64")}'`;
  const [data, script, ...others] = [...page.matchAll(SCRIPTS)];
  expect(others).toEqual([]);
  expect(data?.[1]).toBe(' type="application/json" id="estate"');
  expect(script?.[1]).toBe("");
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
  expect(policy?.split("; ")).toEqual([
    "default-src 'none'",
    `script-src ${hash(script?.[2])}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
  expect(page).not.toMatch(/https?:\/\/(?!app\.example\.com)/);
  expect(page).not.toMatch(/\b(?:src|srcset|action|style|on\w+)="/);
});

test("text of the config is text in the page", async () => {
  const page = (await reportOf(hostileConfig())).text("index.html");
  const { stacks } = dataOf(page) as { stacks: { clients: { name: string }[] }[] };
  expect(stacks[0]?.clients.map(({ name }) => name)).toEqual(HOSTILE);
  expect(page.match(/<\/?script/g)).toHaveLength(4);
  expect(page.match(/<!--|<img/g)).toBeNull();
});

test("packed data is the same data, in which equal parts are one", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(unpack(JSON.parse(JSON.stringify(pack(value))))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 200 },
  );
  const [left, right] = unpack(pack([{ a: [1, "1", null] }, { a: [1, "1", null] }])) as [object, object];
  expect(left).toBe(right);
});

test("the page of 4,000 clients is under 5 MB, or a part of both", async () => {
  const pools = sampleSize(40, 4);
  const { text, estate } = await reportOf(estateConfig({ pools, environments: 10, clients: 10 }));
  expect(estate.summary).toMatchObject({ stacks: 10 * pools, clients: 100 * pools, errors: 0 });
  expect(Buffer.byteLength(text("index.html"))).toBeLessThan((5_000_000 / 40) * pools);
});
