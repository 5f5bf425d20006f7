import type { Path } from "../../model/source";
import type { BadExample, Example } from "../rule";
import { badPool, goodPool } from "./pool-examples";

type Settings = NonNullable<NonNullable<Example["pool"]>["threatProtection"]>;
type ClientSettings = Omit<Settings, "customAuth">;
type Notification = NonNullable<NonNullable<Settings["accountTakeover"]>["notify"]>;
type Mfa = NonNullable<Example["pool"]>["mfaConfiguration"];

/** What a pool with threat protection needs. */
export const PLUS = { userPoolTier: "PLUS", advancedSecurityMode: "ENFORCED" } as const;

/** Leaked passwords cannot be used. */
export const BLOCK_LEAKED = { compromisedCredentials: { action: "BLOCK" } } as const satisfies Settings;

/** The sender of the examples, and an e-mail. */
export const notify = { sourceArn: "arn:aws:ses:eu-west-1:123456789012:identity/example.com" };
export const mail = { subject: "Sign-in", htmlBody: "<p>Was it you?</p>", textBody: "Was it you?" };

export function goodSettings(threatProtection: Settings): Example {
  return goodPool({ ...PLUS, threatProtection });
}

/** @param at from the settings */
export function badSettings(threatProtection: Settings, ...at: Path): BadExample {
  return badPool({ ...PLUS, threatProtection }, "threatProtection", ...at);
}

/** The same of the client. */
export function badClientSettings(threatProtection: ClientSettings, ...at: Path): BadExample {
  const example = badPool(PLUS, "clients", "app", "threatProtection", ...at);
  return { ...example, client: { platform: "ios", threatProtection } };
}

/** Responses, with a sender. */
export function takeover(responses: NonNullable<Settings["accountTakeover"]>): Settings {
  return { accountTakeover: { notify, ...responses } };
}

/** A sender, with a response. */
export function notifying(given: Partial<Notification>): Settings {
  return takeover({ high: { action: "BLOCK" }, notify: { ...notify, ...given } });
}

/** A pool with MFA and these responses. */
export function withMfa(mfaConfiguration: Mfa, responses: NonNullable<Settings["accountTakeover"]>): Example {
  return goodPool({ ...PLUS, mfaConfiguration, softwareTokenMfa: true, threatProtection: takeover(responses) });
}

/** So many IP address ranges. */
export function ranges(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `198.51.100.${index}/32`);
}
