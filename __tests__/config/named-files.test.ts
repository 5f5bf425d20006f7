import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFileTexts } from "../../lib/config/file-texts";
import type { FileKind } from "../../lib/config/named-file";
import { NAMED_FILES } from "../../lib/config/named-files";
import { folderWith } from "../support/cli";

interface Key {
  readonly name: string;
  readonly at: readonly string[];
  readonly kind: FileKind;
  readonly as: "image" | "json" | undefined;
}

/** Every key that takes a file, in a pool and in the overlay of an environment. */
const KEYS: readonly Key[] = NAMED_FILES.flatMap(({ at, kind, as }) =>
  kind === undefined
    ? []
    : [
        ["pools", "users"],
        ["environments", "prod", "pools", "users"],
      ].map((pool) => ({ name: [...pool, ...at].join("."), at: [...pool, ...at], kind, as })),
);

const TEXTS = KEYS.filter(({ as }) => as !== "image");

/** A config with a value at a path, whose `*` are any key, or the first item of the list `assets`. */
function configWith(path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (key === "assets") return { assets: [configWith(rest.slice(1), value)] };
  return { [key === "*" ? "any" : key]: configWith(rest, value) };
}

/** The one value of a config that `configWith` made. */
function valueIn(config: unknown): unknown {
  return typeof config === "object" && config !== null ? valueIn(Object.values(config)[0]) : config;
}

/** What the key has in the end, and what is said of it, where it names this file of the folder. */
function read({ at, as }: Key, name: string, folder: string) {
  const { value, problems } = withFileTexts(configWith(at, as === undefined ? { file: name } : name), folder);
  return { value: valueIn(value), problems: problems.map(({ rule, message }) => `${rule} ${message}`) };
}

const nameOf = ({ kind }: Key, base = "own") => `${base}${kind.extensions[0]}`;

/** A folder that has the file of a key with this content. */
const folderOf = (key: Key, content: string | Uint8Array) => folderWith({ [nameOf(key)]: content });

describe.each(KEYS)("a file at $name", (key) => {
  const faults: readonly (readonly [what: string, folder: () => string, name: string, message: string])[] = [
    ["is missing", () => folderWith({}), nameOf(key), "does not exist beside the config"],
    ["is outside the folder", () => folderWith({}), `../${nameOf(key)}`, "is outside of the config's folder"],
    ["is absolute", () => folderWith({}), `/${nameOf(key)}`, "is outside of the config's folder"],
    ["leads outside by a link", withLink, nameOf(key), "is outside of the config's folder"],
    [
      "leads outside by a linked folder",
      withLinkedFolder,
      `linked/${nameOf(key)}`,
      "is outside of the config's folder",
    ],
    ["is a folder", withFolder, nameOf(key), "is not a regular file"],
    ["is empty", () => folderOf(key, ""), nameOf(key), "is empty"],
    [
      "is too large",
      () => folderOf(key, Buffer.alloc(key.kind.maxBytes + 1, "x")),
      nameOf(key),
      `has ${key.kind.maxBytes + 1} bytes; at most ${key.kind.maxBytes} are allowed`,
    ],
  ];

  test.each(faults)("fails when it %s", (_, folder, name, message) => {
    expect(read(key, name, folder()).problems).toEqual([`CFG-14 file ${name} ${message}`]);
  });

  test("fails when it is of another type", () => {
    const [problem = ""] = read(key, "own.exe", folderWith({ "own.exe": "x" })).problems;
    expect(problem).toBe(`CFG-14 file "own.exe" must be the path of ${key.kind.what}`);
  });

  test("is read up to its largest size, and in any folder beside the config", () => {
    const folder = folderWith({});
    mkdirSync(join(folder, "deep", "er"), { recursive: true });
    writeFileSync(join(folder, "deep", "er", nameOf(key)), Buffer.alloc(key.kind.maxBytes, "x"));
    const { value, problems } = read(key, `deep/er/${nameOf(key)}`, folder);
    expect(problems).toEqual([]);
    expect(String(value).length).toBeGreaterThanOrEqual(key.kind.maxBytes);
  });

  function withLink(): string {
    const folder = folderWith({});
    symlinkSync(join(folderOf(key, "x"), nameOf(key)), join(folder, nameOf(key)));
    return folder;
  }

  function withLinkedFolder(): string {
    const folder = folderWith({});
    symlinkSync(folderOf(key, "x"), join(folder, "linked"));
    return folder;
  }

  function withFolder(): string {
    const folder = folderWith({});
    mkdirSync(join(folder, nameOf(key)));
    return folder;
  }
});

describe.each(TEXTS)("a text at $name", (key) => {
  test("has its line ends, and no byte order mark", () => {
    const text = "a\r\n\té\n😀";
    expect(read(key, nameOf(key), folderOf(key, `\ufeff${text}`))).toEqual({ value: text, problems: [] });
  });

  test.each([
    ["Latin-1", Buffer.from("Größe", "latin1"), "is not text in UTF-8"],
    ["UTF-16", Buffer.from("\ufeffabc", "utf16le"), "is not text in UTF-8"],
    ["a byte order mark alone", "\ufeff", "is empty"],
  ])("fails when it is %s", (_, content, message) => {
    const { problems } = read(key, nameOf(key), folderOf(key, content));
    expect(problems).toEqual([`CFG-14 file ${nameOf(key)} ${message}`]);
  });
});
