import type { ClientEntry, EntryFact, StackEntry } from "../estate";
import { access, attributeTags } from "./attributes-view";
import { findingCounts, privileged } from "./clients-view";
import { type ClientRow, clientAddress, clients, counts, estate } from "./data";
import { differenceTable } from "./differences-view";
import { type Child, h } from "./dom";
import { bar, marks } from "./scale";
import { answer, anything, duration, items, list, tag, text } from "./words";

/** Everything about one client in one environment. */
export function clientView({ stack, client, findings }: ClientRow): Child {
  const { name, platform, type, place } = client;
  return [
    h(
      "p",
      { class: "subject" },
      text(name) !== client.client && `${text(name)}, `,
      platform !== type && `${platform}, `,
      tag(type, type),
      ` in pool ${stack.pool}, ${stack.environment}. `,
      h("code", {}, [place.file, place.line].filter((each) => each !== undefined).join(":")),
    ),
    otherEnvironments(stack, client),
    h(
      "div",
      { class: "cards" },
      card("Sign-in", signIn(client)),
      card("Lifetimes", lifetimes(client)),
      card("OAuth", oauth(client)),
      card("Secret and pages", secret(client)),
    ),
    h("section", {}, h("h3", {}, "Findings"), found(findings)),
    differences(stack, client),
    attributes(stack, client),
  ];
}

function card(title: string, ...content: Child[]): HTMLElement {
  return h("section", { class: "card" }, h("h3", {}, title), content);
}

function rows(entries: Readonly<Record<string, Child>>): HTMLElement {
  return h(
    "dl",
    {},
    Object.entries(entries).map(([term, value]) => [h("dt", {}, term), h("dd", {}, value)]),
  );
}

function otherEnvironments({ pool, environment }: StackEntry, { client }: ClientEntry): Child {
  const others = clients.filter((row) => row.stack.pool === pool && row.client.client === client);
  if (others.length < 2) return null;
  return h(
    "nav",
    { class: "environments", "aria-label": "the same client in other environments" },
    others.map(({ stack }) =>
      h(
        "a",
        {
          href: clientAddress(stack, client),
          "aria-current": stack.environment === environment ? "true" : undefined,
        },
        stack.environment,
      ),
    ),
  );
}

function signIn({ signIn, refresh, authFlows, hidesUsers }: ClientEntry): Child {
  return [
    rows({
      "Users sign in": answer(signIn.answer),
      "By the API": answer(signIn.api),
      "By hosted pages": answer(signIn.pages),
      With: list(
        Object.entries(signIn.providers)
          .filter(([, word]) => word !== "no")
          .map(([name, word]) => (word === "open" ? `${name} (open)` : name)),
      ),
      "Tokens refresh": answer(refresh.answer),
      Flows: list(items(authFlows)),
      "Errors hide users": text(hidesUsers) === "ENABLED" ? "yes" : text(hidesUsers),
    }),
    because("Why users sign in, or not", signIn.because),
    because("Why tokens refresh, or not", refresh.because),
  ];
}

function because(title: string, facts: readonly EntryFact[]): HTMLElement {
  return h(
    "details",
    {},
    h("summary", {}, title),
    h(
      "ul",
      { class: "items" },
      facts.map(({ fact, file, line }) =>
        h(
          "li",
          {},
          `${fact} `,
          file !== undefined && h("code", {}, [file, line].filter((each) => each !== undefined).join(":")),
        ),
      ),
    ),
  );
}

function lifetimes({ lifetimes, rotation, revocation, refresh }: ClientEntry): Child {
  const each: readonly (readonly [string, keyof ClientEntry["lifetimes"]])[] = [
    ["Sign-in session", "authSession"],
    ["Access token", "accessToken"],
    ["ID token", "idToken"],
    ["Refresh token", "refreshToken"],
  ];
  return [
    h(
      "div",
      { class: "scale" },
      each.map(([title, key]) =>
        h(
          "div",
          { class: "measure" },
          h("span", {}, title),
          h("span", {}, duration(lifetimes[key])),
          bar(lifetimes[key]),
        ),
      ),
      marks(),
    ),
    rows({
      "Refresh tokens rotate":
        refresh.answer === "no"
          ? "does not refresh"
          : rotation
            ? `yes, old ones work ${duration(rotation.graceSeconds)} more`
            : "no",
      "Can be revoked": revocation ? "yes" : "no",
    }),
  ];
}

function secret(client: ClientEntry): Child {
  const { generations, currentGeneration, deliveries, publishedAt, proxy, look, riskResponses } = client;
  return rows({
    Generations:
      generations.length > 1 ? `${generations.join(", ")}; ${currentGeneration} is current` : generations.join(),
    "Delivered to": anything(deliveries),
    "Published at": anything(publishedAt),
    "SECRET_HASH proxy": proxy ? anything(proxyOf(proxy)) : anything(null),
    "Look of its pages": look,
    "At risk": anything(riskResponses),
  });
}

function proxyOf({ domain, webAcl, operations }: NonNullable<ClientEntry["proxy"]>) {
  return {
    domain: domain ?? "given by CloudFront",
    ...(webAcl !== null && { "web ACL": webAcl }),
    operations: operations?.join(", ") ?? "all that it knows",
  };
}

function oauth({ oauth, writesPrivileged }: ClientEntry): Child {
  return rows({
    Grants: list(items(oauth.grants)),
    Scopes: list(items(oauth.scopes)),
    "Redirects to": list(items(oauth.callbackUrls)),
    "By default to":
      oauth.defaultRedirectUri === null ? h("span", { class: "none" }, "none") : text(oauth.defaultRedirectUri),
    "After sign-out": list(items(oauth.logoutUrls)),
    "Writes privileged": privileged(writesPrivileged),
  });
}

function found(findings: ClientRow["findings"]): Child {
  if (findings.length === 0) return h("p", { class: "none" }, "none");
  return [
    findingCounts(counts(findings)),
    h(
      "ul",
      { class: "findings" },
      findings.map(({ rule, severity, message, fix, acknowledged, file, line }) =>
        h(
          "li",
          {},
          tag(rule, acknowledged === undefined ? severity : "acknowledged"),
          ` ${message}`,
          h("span", { class: "second" }, acknowledged === undefined ? `Fix: ${fix}` : `Accepted: ${acknowledged}`),
          h("code", { class: "second" }, [file, line].filter((each) => each !== undefined).join(":")),
        ),
      ),
    ),
  ];
}

function differences({ pool }: StackEntry, { client }: ClientEntry): Child {
  const own = estate.differences.filter((each) => each.pool === pool && each.client === client);
  if (own.length === 0) return null;
  return h(
    "section",
    {},
    h("h3", {}, "Differences between environments"),
    differenceTable(`Differences between the environments of ${client}`, own, false),
  );
}

function attributes({ attributes }: StackEntry, client: ClientEntry): Child {
  return h(
    "section",
    {},
    h("h3", {}, "Attributes"),
    h(
      "div",
      { class: "frame", tabindex: 0, role: "region", "aria-label": `attributes of ${client.client}` },
      h(
        "table",
        { class: "matrix single" },
        h("caption", { class: "spoken" }, `Attributes that ${client.client} has permission to read or write`),
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Attribute"), h("th", { scope: "col" }, "Access"))),
        h(
          "tbody",
          {},
          attributes.map((each) =>
            h(
              "tr",
              {},
              h("th", { scope: "row" }, each.attribute, " ", attributeTags(each)),
              h("td", { class: "access" }, access(each, client)),
            ),
          ),
        ),
      ),
    ),
  );
}
