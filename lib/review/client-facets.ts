import type { ClientModel } from "../model/model";
import type { Verdict } from "./change";
import { LIFETIMES } from "./client-lifetimes";
import { SIGN_IN } from "./client-sign-in";
import { anything, type Facet, toggle } from "./facet";
import { quoted, shown } from "./wording";

/** What a client is, and what protects it. */
const IDENTITY: readonly Facet<ClientModel>[] = [
  toggle(["generateSecret"], "secret", (client) => client.generateSecret, {
    on: {
      risk: "breaks",
      what: "new client id: the client gains a secret, so AWS makes it anew",
      why: "apps that are installed know the old client id, and cannot sign in or refresh",
    },
    off: {
      risk: "breaks",
      what: "new client id: the client loses its secret, so AWS makes it anew",
      why: "servers that are deployed know the old client id and secret, and cannot get tokens",
    },
  }),
  {
    ...anything<ClientModel>(["platform"], "platform", (client) => client.platform, {
      risk: "notes",
      why: "other rules judge it; what AWS gets is told apart",
    }),
    when: (before, after) => before.generateSecret === after.generateSecret,
  },
  {
    ...anything<ClientModel>(["name"], "name in Cognito", (client) => client.name, {
      risk: "notes",
      why: "the client id stays; only consoles and logs show the name",
    }),
    when: (before, after) => !(before.name === before.key && after.name === after.key),
  },
  toggle(
    ["enablePropagateAdditionalUserContextData"],
    "the caller's context",
    (client) => client.enablePropagateAdditionalUserContextData,
    {
      on: {
        risk: "changes",
        what: "the server may pass on its caller's address and device",
        why: "threat protection judges what the server says",
      },
      off: {
        risk: "changes",
        what: "the server may no longer pass on its caller's address and device",
        why: "threat protection sees the server's own address",
      },
    },
  ),
  anything(["analyticsConfiguration"], "analytics", (client) => client.analyticsConfiguration, {
    risk: "changes",
    why: "usage is sent to another place, or to none",
  }),
  toggle(["preventDestroy"], "preventDestroy", (client) => client.preventDestroy, {
    on: { risk: "changes", what: "a new client id fails the plan", why: "protection is switched on" },
    off: {
      risk: "opens",
      what: "a new client id no longer fails the plan",
      why: "an edit that makes AWS create the client anew goes through, and installed apps stop",
    },
  }),
  acknowledgements((client) => client.acknowledge),
];

/** Everything that review says of a client that stays, but its attributes. */
export const CLIENT_FACETS: readonly Facet<ClientModel>[] = [...IDENTITY, ...LIFETIMES, ...SIGN_IN];

/** Which warnings are accepted, and why. */
export function acknowledgements<T>(get: (subject: T) => Readonly<Record<string, string>>): Facet<T> {
  return {
    at: ["acknowledge"],
    noun: "acknowledgements",
    get,
    *tell(before: Record<string, string>, after: Record<string, string>): Iterable<Verdict> {
      for (const rule of Object.keys({ ...before, ...after })) {
        if (before[rule] === after[rule]) continue;
        yield { risk: "notes", at: ["acknowledge", rule], ...acknowledgement(rule, before[rule], after[rule]) };
      }
    },
  };
}

function acknowledgement(
  rule: string,
  before: string | undefined,
  after: string | undefined,
): { what: string; why: string } {
  if (after === undefined)
    return { what: `warning ${quoted(rule)} is no longer accepted`, why: "check tells it again" };
  return {
    what: `warning ${quoted(rule)} is accepted${before === undefined ? "" : " for another reason"}: ${shown(after)}`,
    why: "check no longer tells it; the reason is for you to judge",
  };
}
