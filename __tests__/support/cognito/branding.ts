import type { Operation, Pools } from "./pools";
import { type Fields, found, invalid, Refusal } from "./refusal";

/** What a call may set of a style. */
const FIELDS = ["UseCognitoProvidedValues", "Settings", "Assets"];

/**
 * Styles of managed login: one of each client at most. Answers do not say of which client a style is, and have only what
 * was customized, or with ReturnMergedResources what Cognito provides too.
 */
export function brandingOperations(pools: Pools): Readonly<Record<string, Operation>> {
  const at = (ClientId: unknown) => `STYLE ${ClientId}`;
  const byId = (request: Fields) => {
    const entry = [...pools.get(request).attached].find(
      ([key, style]) => key.startsWith("STYLE ") && style.ManagedLoginBrandingId === request.ManagedLoginBrandingId,
    );
    return found(entry, `Managed login branding ${request.ManagedLoginBrandingId}`);
  };
  const answered = (style: Fields, { ReturnMergedResources: isMerged }: Fields) => ({
    ManagedLoginBranding:
      isMerged === true ? { ...style, Settings: { ...PROVIDED, ...((style.Settings ?? {}) as Fields) } } : style,
  });
  const check = ({ UseCognitoProvidedValues: isProvided, Settings }: Fields) => {
    if ((isProvided === true) === (Settings !== undefined))
      invalid("Exactly one of UseCognitoProvidedValues and Settings must be given.");
  };
  return {
    CreateManagedLoginBranding: (request) => {
      const { UserPoolId, ClientId } = request;
      const { attached } = pools.get(request);
      found(attached.get(`CLIENT ${ClientId}`), `User pool client ${ClientId}`);
      if (attached.has(at(ClientId)))
        throw new Refusal("ManagedLoginBrandingExistsException", `Client ${ClientId} has a managed login branding.`);
      check(request);
      const style = {
        UserPoolId,
        ManagedLoginBrandingId: `style-of-${String(ClientId).length}-${attached.size}`,
        UseCognitoProvidedValues: false,
        ...Object.fromEntries(FIELDS.filter((name) => name in request).map((name) => [name, request[name]])),
        CreationDate: 1_700_000_000,
        LastModifiedDate: 1_700_000_000,
      };
      attached.set(at(ClientId), style);
      return answered(style, {});
    },
    UpdateManagedLoginBranding: (request) => {
      const [key, style] = byId(request);
      const changed = Object.fromEntries(FIELDS.filter((name) => name in request).map((name) => [name, request[name]]));
      const { Settings, ...rest } = { ...style, ...changed } as Fields;
      const next = { ...rest, ...(rest.UseCognitoProvidedValues !== true && { Settings }) };
      pools.get(request).attached.set(key, next);
      return answered(next, {});
    },
    DeleteManagedLoginBranding: (request) => {
      pools.get(request).attached.delete(byId(request)[0]);
      return {};
    },
    DescribeManagedLoginBranding: (request) => answered(byId(request)[1], request),
    DescribeManagedLoginBrandingByClient: (request) => {
      const { ClientId } = request;
      const style = pools.get(request).attached.get(at(ClientId));
      return answered(found(style, `Managed login branding of client ${ClientId}`), request);
    },
  };
}

/** Settings that Cognito provides. */
const PROVIDED = { componentClasses: {}, components: {}, categories: {} };
