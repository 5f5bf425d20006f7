import { cli, folderWith } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { drawn } from "../support/sample";
import { make } from "./live";
import { NEWER_SHAPES } from "./newer-shapes";
import { printed } from "./printed";
import { SHAPES } from "./shapes";

jest.setTimeout(300_000);

const SEVERAL = [
  "Google",
  "triggers",
  "messages",
  "threat",
  "look",
  "groups",
  "scopes",
  "text message",
  "passkeys",
  "logs",
  "a style of one's own with images",
];

let cognito: LoopbackCognito;
beforeAll(async () => {
  cognito = await LoopbackCognito.start();
});
afterAll(() => cognito.stop());

test("no field of an answer that is missing, or of another form, ends without its file, or the key of the config, named", async () => {
  const shapes = [...SHAPES, ...NEWER_SHAPES].filter(({ name }) => SEVERAL.some((each) => name.includes(each)));
  const damages = shapes.flatMap((shape) => damagesOf(printed(cognito, make(cognito, shape).userPoolId)));
  const different = [...new Map(damages.map((each) => [each.name, each])).values()];
  const unnamed: object[] = [];
  for (const { name, files } of drawn(different, 25)) {
    const { exitCode, stderr } = await cli(folderWith(files()), "adopt", "--no-plan", ".");
    const isNamed = [
      exitCode === 0,
      exitCode === 1 && / {2}(?:error|warning) [A-Z]+-\d\d /.test(stderr),
      exitCode === 2 && /^(?:cdktf-cognito: )?(?:[\w.-]+\.json: |pool [\w-]+: \S+ is listed)/m.test(stderr),
      exitCode === 2 && stderr.includes("no file is the output of"),
    ].includes(true);
    if (!isNamed) unnamed.push({ name, exitCode, stderr });
  }
  expect(unnamed).toEqual([]);
});

interface Damage {
  readonly name: string;
  readonly files: () => Record<string, string | Buffer>;
}

/** Each field of each file that is left out, or gets a value of another form. */
function damagesOf(whole: Readonly<Record<string, string | Buffer>>): Damage[] {
  return Object.entries(whole).flatMap(([file, text]) => {
    if (typeof text !== "string" || text === "") return [];
    return pathsOf(JSON.parse(text)).flatMap((path) =>
      [undefined, null, "x", 7, [], {}, [null]].map((value) => ({
        name: `${file.replace(/-.*/, "")} ${path.filter((key) => Number.isNaN(Number(key))).join(".")} ${JSON.stringify(value)}`,
        files: () => ({ ...whole, [file]: JSON.stringify(withValue(JSON.parse(text), path, value)) }),
      })),
    );
  });
}

/** The path of each value; of a list those of its first items. */
function pathsOf(value: unknown): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .slice(0, Array.isArray(value) ? 2 : undefined)
    .flatMap(([key, each]) => [[key], ...pathsOf(each).map((path) => [key, ...path])]);
}

function withValue(whole: unknown, [key = "", ...rest]: readonly string[], value: unknown): unknown {
  const holder = whole as Record<string, unknown>;
  holder[key] = rest.length === 0 ? value : withValue(holder[key], rest, value);
  return holder;
}
