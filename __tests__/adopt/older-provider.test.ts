import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { forOlderProviders } from "../../lib/adopt/older-provider";
import { awsProviderRange, usableFrom } from "../../lib/cognito/provider-versions";
import { RESOURCES, type Resource } from "../../lib/cognito/resources";
import { synthesizeOne } from "../examples/examples";
import { cli, folderWith } from "../support/cli";
import { LoopbackCognito } from "../support/cognito/loopback-cognito";
import { configOf, modelOf } from "../support/models";
import { describeTerraform, providerMirror } from "../support/terraform";
import { make } from "./live";
import { NEWER_SHAPES } from "./newer-shapes";
import { printed } from "./printed";
import type { Shape } from "./shapes";

jest.setTimeout(300_000);

const OLDEST = "5.100.0";
const AWS = "registry.terraform.io/hashicorp/aws";
const STYLE = `${RESOURCES.branding.type}.app`;
const LOGS = `${RESOURCES.logDelivery.type}.live`;

const [LOGGED] = NEWER_SHAPES as readonly [Shape];
const STYLED = NEWER_SHAPES.find(({ name }) => name === "the style that Cognito provides") as Shape;
/** A pool with logs and a style. */
const BOTH: Shape = { ...STYLED, attached: [...(STYLED.attached ?? []), ...(LOGGED.attached ?? [])] };

/** The provider of this version, if the machine has a mirror of it. */
const own = providerMirror && join(providerMirror, AWS, OLDEST);
const describeOldest: typeof describeTerraform =
  own !== undefined && existsSync(own)
    ? describeTerraform
    : (name) => {
        process.stderr.write(`NOT RUN: ${name}: no mirror has AWS provider ${OLDEST}\n`);
        describe(name, () => test.todo(`needs a mirror of AWS provider ${OLDEST}`));
      };

/** A mirror in which that provider has another version; with none it has no provider. */
function mirrorOf(version?: string): string {
  const mirror = folderWith({});
  mkdirSync(join(mirror, AWS, version ?? ""), { recursive: true });
  if (version !== undefined)
    for (const platform of readdirSync(own as string))
      symlinkSync(join(own as string, platform), join(mirror, AWS, version, platform));
  return mirror;
}

describeOldest("the proof, where no AWS provider can be had that knows all of it", () => {
  let cognito: LoopbackCognito;
  beforeEach(async () => {
    cognito = await LoopbackCognito.start();
  });
  afterEach(() => cognito.stop());

  const leftOut = (address: string, least: string) =>
    `  not proved: ${address}: no AWS provider from ${least} on, which it needs, can be had here: the plan leaves it out`;

  /** Adopts a shape with a mirror of one version. */
  async function adopt(shape: Shape, mirror: string) {
    const folder = folderWith(printed(cognito, make(cognito, shape).userPoolId));
    return cli(folder, "adopt", ".", "--plugin-dir", mirror);
  }

  test("is made of the rest, and names what is not proved, and from which version it can be", async () => {
    const { exitCode, stdout, stderr } = await adopt(BOTH, mirrorOf(OLDEST));
    expect(exitCode).toBe(1);
    expect(stdout).toContain("plan of live-prod: 4 to import, 0 to add, 0 to change, 0 to destroy\n");
    expect(stdout.match(/^ {2}\w+ ?\w*: .*/gm)).toEqual([leftOut(STYLE, "6.13.0"), leftOut(LOGS, "6.5.0")]);
    expect(stderr).toMatch(
      /nothing has proved that a plan changes nothing of 2 objects: [\s\S]*terraform plan in the folder that synth writes/,
    );
  });

  test("takes a provider that knows some of it where there is one, and leaves out the rest alone", async () => {
    const { exitCode, stdout } = await adopt(BOTH, mirrorOf("6.5.0"));
    expect([exitCode, stdout.match(/^ {2}not .*/gm)]).toEqual([
      1,
      [
        // this one knows it by its version alone
        expect.stringMatching(/^ {2}not neutral: Invalid resource type: .*aws_cognito_log_delivery_configuration/),
        leftOut(STYLE, "6.13.0"),
      ],
    ]);
  });

  test("is none where no provider can be had", async () => {
    expect(await adopt(LOGGED, mirrorOf())).toMatchObject({
      exitCode: 1,
      stdout: expect.not.stringContaining("plan of"),
      stderr: expect.stringMatching(/nothing has proved that a plan changes nothing: init failed/),
    });
  });
});

describe("pools for older providers", () => {
  const group = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/vendedlogs/users";
  const clients = {
    web: { platform: "public", branding: "default", adopted: { clientId: "web", styleId: "1" } },
    "other-web": { platform: "public", branding: { settings: "{}" }, adopted: { clientId: "other", styleId: "2" } },
    plain: { platform: "public", adopted: { clientId: "plain" } },
  } as const;
  const pool = {
    adopted: { userPoolId: "eu-west-1_AbCdEfGhI" },
    domain: { prefix: "acme", managedLoginVersion: 2 },
    logDelivery: { userNotification: { cloudwatchLogs: group } },
  } as const;

  test("lack what each does not know, the latest first", () => {
    const steps = forOlderProviders([modelOf(configOf({ pool, clients }))]);
    const versions = steps.map(({ pools }) =>
      pools.map(({ logDelivery, clients: all }) => [
        logDelivery !== undefined,
        all.filter((each) => each.branding !== undefined).length,
      ]),
    );
    expect(versions).toEqual([[[true, 2]], [[true, 0]], [[false, 0]]]);
    expect(steps.map(({ leftOut }) => [...leftOut.values()].flat())).toEqual([
      [],
      ["web", "other_web"].map((name) => ({ address: `${RESOURCES.branding.type}.${name}`, least: "6.13.0" })),
      [
        ...["web", "other_web"].map((name) => ({ address: `${RESOURCES.branding.type}.${name}`, least: "6.13.0" })),
        { address: `${RESOURCES.logDelivery.type}.users`, least: "6.5.0" },
      ],
    ]);
    expect(forOlderProviders([modelOf(configOf({ pool: {}, clients: {} }))])).toHaveLength(1);
  });

  test("have no resource that the oldest one does not know, and name each that they lack by its address", () => {
    const config = configOf({ pool, clients });
    const { leftOut } = forOlderProviders([modelOf(config)]).at(-1) as ReturnType<typeof forOlderProviders>[number];
    const { resource = {} } = synthesizeOne(config).json;
    const newer = (Object.keys(RESOURCES) as Resource[])
      .map((kind) => RESOURCES[kind].type)
      .filter((type) => usableFrom(type) !== OLDEST);
    const addresses = newer.flatMap((type) => Object.keys(resource[type] ?? {}).map((name) => `${type}.${name}`));
    expect(awsProviderRange(newer)).not.toBe(awsProviderRange([]));
    expect(
      [...leftOut.values()]
        .flat()
        .map(({ address }) => address)
        .sort(),
    ).toEqual(addresses.sort());
  });
});
