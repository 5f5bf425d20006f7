import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { withFileTexts } from "../../lib/config/file-texts";
import type { Config } from "../../lib/config/schema";
import { CLIENT } from "../../lib/review/client/client";
import { POOL } from "../../lib/review/pool/pool";
import { review } from "../../lib/review/review";
import { reviewed } from "./reviewed";

type Path = readonly (string | number)[];

const FOLDER = join(__dirname, "../../examples");
const EVERYTHING = withFileTexts(parse(readFileSync(join(FOLDER, "everything.yaml"), "utf8")), FOLDER).value as Config;
const BASE = reviewed(EVERYTHING);

/** Another value of a closed set. */
const OTHER: Readonly<Record<string, string>> = {
  PLUS: "LITE",
  ENFORCED: "AUDIT",
  AUDIT: "ENFORCED",
  OPTIONAL: "OFF",
  ON: "OPTIONAL",
  DEVELOPER: "COGNITO_DEFAULT",
  CONFIRM_WITH_LINK: "CONFIRM_WITH_CODE",
  V2_0: "V1_0",
  ENABLED: "LEGACY",
  BLOCK: "NO_ACTION",
  NO_ACTION: "BLOCK",
  MFA_IF_CONFIGURED: "BLOCK",
  SIGN_IN: "SIGN_UP",
  PASSWORD_CHANGE: "SIGN_UP",
  PASSWORD: "SMS_OTP",
  EMAIL_OTP: "SMS_OTP",
  WEB_AUTHN: "SMS_OTP",
  required: "preferred",
  verified_email: "admin_only",
  verified_phone_number: "admin_only",
  admin_only: "verified_email",
  preferred_username: "phone_number",
  profile: "phone",
  implicit: "code",
  code: "implicit",
  cognito_user_pool_client_token_revocation_enabled: "cognito_user_pool_mfa_enabled",
  "cdk-nag@2026-01-01": "cdk-nag@2026-01-02",
  error: "off",
  String: "Number",
  Number: "String",
  Boolean: "String",
  DateTime: "String",
  Google: "Facebook",
  OIDC: "Facebook",
  COGNITO: "Google",
  ios: "desktop",
  android: "desktop",
  spa: "desktop",
  desktop: "ios",
  public: "ios",
  server: "confidential",
  machine: "confidential",
  confidential: "server",
  minutes: "hours",
  "2030-01-31": "2031-01-31",
  "111122223333": "222233334444",
  "eu-west-1": "eu-central-1",
  email: "birthdate",
  iphone: "ipad",
  InitiateAuth: "SignUp",
  RespondToAuthChallenge: "SignUp",
  GetTokensFromRefreshToken: "SignUp",
  RevokeToken: "SignUp",
  ALLOW_USER_AUTH: "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  ALLOW_USER_SRP_AUTH: "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  ALLOW_CUSTOM_AUTH: "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  ALLOW_REFRESH_TOKEN_AUTH: "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  ALLOW_USER_PASSWORD_AUTH: "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  emailConfiguration: "verificationMessage",
  advancedSecurityMode: "verificationMessage",
  minLength: "maxLength",
  tokenValidityUnits: "preventUserExistenceErrors",
  writeAttributes: "preventUserExistenceErrors",
  "data:image/png;base64,iVBORw0KGgo=": "data:image/png;base64,iVBORw0KGgoA",
  USER_PASSWORD_AUTH: "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  "no public client writes custom:tenant": "no public client writes email",
  "only backend has orders/write": "only backend has orders/read",
  "no client of prod has a refresh token over 90 days": "no client of prod has a refresh token over 91 days",
  "every client of platform spa rotates refresh tokens": "every client of platform ios rotates refresh tokens",
  "no client has a callback outside *.acme.example": "no client has a callback outside *.example",
};

/** Why nothing is said about a change or removal of some places. */
const REASONS: readonly (readonly [place: RegExp, reason: string])[] = [
  [/^\$schema$/, "read by editors only"],
  [/\.backend\.(type|useLockfile)$/, "no other value without other keys"],
  [
    /\.(username|alias|autoVerified)Attributes\.\d$|RequireVerificationBeforeUpdate\.\d$/,
    "the list has every value already",
  ],
  [/\.domain\.unset\.\d$/, "nothing else can be unset"],
  [/Sender\.lambdaVersion$/, "AWS has one version"],
  [/\.refreshTokenRotation$/, "off, or what the grammar has under it"],
  [/\.gateway\.platform$/, "no other platform takes the client's keys"],
  [/\.(only|except)\.\d$/, "no other environment can have it, or a list that is removed says more"],
  [/\.staff\.tags\.cost-centre$/, "removed by the overlay of the pool's only environment"],
  [/\.lambdaConfig\.preTokenGeneration$/, "the other spelling names the same function"],
  [/\.attributeMapping\.username$/, "the claim that is the username without a mapping"],
  [/\.web\.(access|id)TokenValidity$/, "the preset has the same length in another unit"],
];

const places = [...nodes(EVERYTHING, [])];
const leaves = places.filter((path) => !isContainer(valueAt(EVERYTHING, path)));

describe("review says something about every leaf of examples/everything.yaml", () => {
  test("that is changed", () => {
    const silent = leaves.flatMap((path) => {
      const name = path.join(".");
      if (REASONS.some(([place]) => place.test(name))) return [];
      const heads = otherValues(valueAt(EVERYTHING, path)).map((value) => edited(path, value));
      const head = heads.map(readable).find((each) => each !== undefined && !sameModels(each));
      return head === undefined ? [`${name}: no other value found`] : unexplained(name, head);
    });
    expect(silent).toEqual([]);
  });

  test("and about every leaf, list and map that is removed", () => {
    const silent = places.flatMap((path) => {
      if (REASONS.some(([place]) => place.test(path.join(".")))) return [];
      const head = readable(edited(path, undefined));
      return head === undefined || sameModels(head) ? [] : unexplained(path.join("."), head);
    });
    expect(silent).toEqual([]);
  });

  test("and every reason for silence is about some place", () => {
    const names = places.map((path) => path.join("."));
    expect(REASONS.filter(([place]) => !names.some((name) => place.test(name)))).toEqual([]);
  });

  test("and there are enough of them, in every environment and pool", () => {
    expect(leaves.length).toBeGreaterThan(250);
    expect(BASE.pools.map(({ stack }) => stack).sort()).toEqual(["customers-prod", "partners-dev", "staff-staging"]);
  });
});

/** The place, when review reports nothing and some difference of the models is not silent for a named reason. */
function unexplained(name: string, head: NonNullable<ReturnType<typeof readable>>): string[] {
  if (review(BASE, head).changes.length > 0) return [];
  const different = differences(stripped(BASE.pools), stripped(head.pools), []);
  const loud = different.filter((path) => !isSilent(path.slice(1)));
  return loud.map((path) => `${name}: nothing is said of ${path.join(".")}`);
}

/** Whether the table of the pool, or of the client, is silent about an argument of the model. */
function isSilent([argument, index, part]: Path): boolean {
  if (argument === "clients" && index !== undefined && part !== undefined)
    return "silent" in CLIENT[part as keyof typeof CLIENT];
  return "silent" in POOL[argument as keyof typeof POOL];
}

function sameModels({ pools, config }: NonNullable<ReturnType<typeof readable>>): boolean {
  return (
    JSON.stringify(stripped(pools)) === JSON.stringify(stripped(BASE.pools)) &&
    JSON.stringify(allowances(config)) === JSON.stringify(allowances(EVERYTHING))
  );
}

/** What the models leave out: `allowDestroy` of what exists nowhere. */
function allowances(config: unknown): unknown {
  return nodes(config, [])
    .filter((path) => path.includes("allowDestroy"))
    .map((path) => [path, valueAt(config, path)]);
}

/** Models without the places where their values are written. */
function stripped(pools: unknown): unknown {
  return JSON.parse(JSON.stringify(pools, (key, value) => (key === "source" || key === "written" ? undefined : value)));
}

function differences(a: unknown, b: unknown, at: Path): Path[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (!isContainer(a) || !isContainer(b)) return [at];
  const keys = Array.isArray(a) ? [...a.keys()] : Object.keys({ ...a, ...b });
  return keys.flatMap((key) => differences(a[key as never], b[key as never], [...at, key]));
}

/** The config as review reads it; nothing where the grammar refuses it. */
function readable(config: Config) {
  try {
    return reviewed(config);
  } catch {
    return undefined;
  }
}

function otherValues(value: unknown): unknown[] {
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1, value - 1];
  if (value === null) return ["other"];
  const text = String(value);
  const duration = /^(\d+)([smhd])$/.exec(text);
  return [OTHER[text], duration && `${Number(duration[1]) + 1}${duration[2]}`, `${text}x`, "phone"].filter(Boolean);
}

function edited(path: Path, value: unknown): Config {
  const copy = structuredClone(EVERYTHING);
  const key = path.at(-1) as string | number;
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  if (value !== undefined) parent[key] = value;
  else if (Array.isArray(parent)) parent.splice(key as number, 1);
  else delete parent[key];
  return copy;
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce((node, key) => (node as Record<string | number, unknown>)[key], root);
}

/** Every place below a node, lists and maps included. */
function nodes(node: unknown, path: Path): Path[] {
  if (!isContainer(node)) return [];
  const keys = Array.isArray(node) ? [...node.keys()] : Object.keys(node);
  return keys.flatMap((key) => [[...path, key], ...nodes((node as never)[key], [...path, key])]);
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
