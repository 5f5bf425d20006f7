import { formatPath } from "../../config/problem";
import type { Client } from "../../config/schema";
import type { Path } from "../../model/source";
import type { BadExample, Example } from "../rule";

type Branding = NonNullable<Extract<Client, { platform: "server" | "confidential" }>["branding"]>;
type Style = Exclude<Branding, string>;
type Asset = NonNullable<Style["assets"]>[number];

/** A pool with managed login. */
export const MANAGED = {
  domain: { prefix: "example-login", managedLoginVersion: 2 },
} as const satisfies Example["pool"];

/** An image of a style. @param type the end of its media type */
export function image(category: Asset["category"], type: string, base64 = "iVBORw0KGgo="): Asset {
  return { category, colorMode: "DYNAMIC", file: `data:image/${type};base64,${base64}` };
}

/** A client with this style, in a pool with managed login. */
export function styled(branding: Branding): Example {
  return { pool: MANAGED, client: { platform: "spa", callbackUrls: ["https://app.example.com/callback"], branding } };
}

export function goodStyle(style: Partial<Style>): Example {
  return styled({ settings: "{}", ...style });
}

/** @param at from the style */
export function badStyle(style: Partial<Style>, ...at: Path): BadExample {
  return { ...goodStyle(style), at: formatPath(["pools", "users", "clients", "app", "branding", ...at]) };
}
