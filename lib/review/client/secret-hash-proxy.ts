import type { ClientModel, SecretHashProxyModel } from "../../model/model";
import { isProxied } from "../../model/trust";
import { OPERATION_NAMES } from "../../secret-hash-proxy/operations";
import { anything, get, members, replaced } from "../language/facet-kinds";
import { comparing, type FacetTable, within } from "../language/facet-table";

const AT = ["secretHashProxy"];
const DOMAIN = "domain of the SECRET_HASH proxy";

/** What a review says where a client gets or loses the proxy: with a secret comes or goes the client id. */
const BEHIND = comparing<ClientModel>(function* ({ subject: before }, { subject: after }) {
  if (isProxied(before) === isProxied(after)) return;
  const added = isProxied(after);
  const change = { at: AT, before: isProxied(before), after: added };
  if (before.generateSecret !== after.generateSecret)
    yield {
      ...change,
      risk: "breaks",
      what: `replaces the client (new client id): ${added ? "a client behind the proxy has a secret" : "without the proxy it has none"}, and that requires recreation`,
      why: added
        ? "installed apps use the old client id; add a second client behind the proxy, ship an app that uses it, and remove this one when nobody uses it any more"
        : "installed apps use the old client id and the proxy, and can no longer sign in or refresh",
    };
  else if (added)
    yield {
      ...change,
      risk: "opens",
      what: "a confidential client becomes public: the SECRET_HASH proxy signs for whoever calls it",
      why: "the client id stays the same, and calling the API no longer requires the secret",
    };
  else
    yield {
      ...change,
      risk: "breaks",
      what: "the client is no longer behind the SECRET_HASH proxy",
      why: "the client keeps its secret, which installed apps do not have; they can no longer sign in or refresh",
    };
});

const SETTINGS = within<ClientModel, "secretHashProxy">("secretHashProxy", {
  domain: {
    at: ["domain"],
    noun: DOMAIN,
    get: get("domain"),
    describe: (before: string | undefined, after: string | undefined) => [
      {
        what: replaced(DOMAIN, before, after),
        // CloudFront serves the address that it gives itself beside the domain.
        ...(before === undefined
          ? {
              risk: "changes",
              why: "output proxy_endpoint has it; apps reach the proxy at CloudFront's own address too",
            }
          : { risk: "breaks", why: "installed apps call the old address" }),
      },
    ],
  },
  certificateArn: anything(["certificateArn"], "certificate of the SECRET_HASH proxy", get("certificateArn"), {
    risk: "changes",
    why: "apps that do not trust it can no longer call the proxy",
  }),
  webAclArn: anything(["webAclArn"], "web ACL of the SECRET_HASH proxy", get("webAclArn"), {
    risk: "changes",
    why: "other requests are limited or blocked; without a web ACL nothing limits how often one address calls",
  }),
  operations: members(["operations"], "operations of the SECRET_HASH proxy", forwarded, {
    added: (operations) => ({
      risk: "opens",
      what: `the SECRET_HASH proxy also forwards ${operations}`,
      why: "whoever knows the client id can call it",
    }),
    removed: (operations) => ({
      risk: "breaks",
      what: `the SECRET_HASH proxy no longer forwards ${operations}`,
      why: "installed apps that call it get UnknownOperationException",
    }),
  }),
} satisfies FacetTable<SecretHashProxyModel>);

/** What a review says about the SECRET_HASH proxy of a client. */
export const SECRET_HASH_PROXY = [BEHIND, SETTINGS];

function forwarded({ operations }: SecretHashProxyModel): readonly string[] {
  return operations ?? OPERATION_NAMES;
}
