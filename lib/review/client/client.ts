import { CLIENT_ARGUMENTS } from "../../cognito/app-client";
import type { ClientModel } from "../../model/model";
import { isProxied } from "../../model/trust";
import { acknowledgements } from "../acknowledgements";
import { ADOPTED_SECRET, CLIENT_ADOPTION, STYLE_ADOPTION, unsetFacet } from "../adoption";
import { anything, get, toggle } from "../language/facet-kinds";
import { type FacetTable, silent } from "../language/facet-table";
import { CLIENT_THREAT_PROTECTION } from "../threat-protection";
import { CLIENT_UI_CUSTOMIZATION } from "../ui-customization";
import { BRANDING } from "./branding";
import { DELIVERY } from "./delivery";
import { LIFETIMES } from "./lifetimes";
import { OAUTH } from "./oauth";
import { comparePermissions } from "./permissions";
import { PUBLISH } from "./publish";
import { compareRotation } from "./rotation";
import { SECRET_HASH_PROXY } from "./secret-hash-proxy";
import { SIGN_IN } from "./sign-in";

/** What a review says about each argument of a client. */
export const CLIENT: FacetTable<ClientModel> = {
  key: silent("clients are compared by their key; a new key is reported as a renamed client"),
  renamedFrom: silent("says which client of the base this is; a new key is reported as a renamed client"),
  adopted: [CLIENT_ADOPTION, STYLE_ADOPTION],
  unset: unsetFacet("client", CLIENT_ARGUMENTS),
  generateSecret: [
    ADOPTED_SECRET,
    {
      ...toggle<ClientModel>(["generateSecret"], "client secret", get("generateSecret"), {
        on: {
          risk: "breaks",
          what: "replaces the client (new client id): adding a secret requires recreation",
          why: "installed apps use the old client id, and can no longer sign in or refresh",
        },
        off: {
          risk: "breaks",
          what: "replaces the client (new client id): removing the secret requires recreation",
          why: "deployed servers use the old client id and secret, and can no longer get tokens",
        },
      }),
      when: (before, after) =>
        isProxied(before) === isProxied(after) && (before.adopted === undefined || after.adopted === undefined),
    },
  ],
  secretHashProxy: SECRET_HASH_PROXY,
  deliver: DELIVERY,
  platform: {
    ...anything<ClientModel>(["platform"], "platform", get("platform"), {
      risk: "notes",
      why: "other rules apply; changed arguments are reported separately",
    }),
    when: (before, after) => before.generateSecret === after.generateSecret,
  },
  name: {
    ...anything<ClientModel>(["name"], "name in Cognito", get("name"), {
      risk: "notes",
      why: "the client id stays the same; only consoles and logs show the name",
    }),
    when: (before, after) => !(before.name === before.key && after.name === after.key),
  },
  ...LIFETIMES,
  ...SIGN_IN,
  ...OAUTH,
  readAttributes: comparePermissions("readAttributes"),
  writeAttributes: comparePermissions("writeAttributes"),
  enablePropagateAdditionalUserContextData: toggle(
    ["enablePropagateAdditionalUserContextData"],
    "user context data",
    get("enablePropagateAdditionalUserContextData"),
    {
      on: {
        risk: "changes",
        what: "the server may send its user's IP address and device",
        why: "threat protection evaluates the user context data that the server sends",
      },
      off: {
        risk: "changes",
        what: "the server may no longer send its user's IP address and device",
        why: "threat protection sees the server's own address",
      },
    },
  ),
  analyticsConfiguration: anything(["analyticsConfiguration"], "analytics", get("analyticsConfiguration"), {
    risk: "changes",
    why: "usage data is sent elsewhere, or no longer",
  }),
  threatProtection: CLIENT_THREAT_PROTECTION,
  uiCustomization: CLIENT_UI_CUSTOMIZATION,
  branding: BRANDING,
  preventDestroy: toggle(["preventDestroy"], "preventDestroy", get("preventDestroy"), {
    on: { risk: "changes", what: "a plan that replaces the client fails", why: "protection is switched on" },
    off: {
      risk: "opens",
      what: "a plan that replaces the client no longer fails",
      why: "an edit that requires recreation is applied, and installed apps stop working",
    },
  }),
  allowDestroy: silent("compared in the configs, since a destroyed client is in no model"),
  publish: PUBLISH,
  generations: compareRotation,
  current: silent("compared together with generations"),
  retire: silent("compared together with generations"),
  acknowledge: acknowledgements(),
  source: silent("where the values are written"),
};
