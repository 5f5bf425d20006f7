import { CSS_CLASSES } from "../../../lib/cognito/ui-customization";
import type { Operation, Pools } from "./pools";
import { type Fields, found, invalid } from "./refusal";

/** What a call gives in place of a client: every client without a customization of its own. */
const ALL = "ALL";

/**
 * How the classic sign-in pages of a pool and of its clients look. A call replaces style sheet and image together; with
 * neither it removes what is there. A client without a customization of its own has that of all.
 */
export function uiCustomizationOperations(pools: Pools): Readonly<Record<string, Operation>> {
  const at = (ClientId: unknown) => `UI ${ClientId}`;
  const publish = (path: string, image: unknown) => {
    pools.images.set(path, Buffer.from(String(image), "base64"));
    return `${pools.origin}${path}`;
  };
  return {
    SetUICustomization: (request) => {
      const { UserPoolId, ClientId = ALL, CSS, ImageFile } = request;
      const { attached, domains } = pools.get(request);
      if (ClientId !== ALL) found(attached.get(`CLIENT ${ClientId}`), `User pool client ${ClientId}`);
      if (domains.size === 0) invalid("A domain must be associated with this user pool.");
      const other = [...String(CSS ?? "").matchAll(/\.([\w-]+)[^{}]*\{/g)].find(
        ([, name = ""]) => !CSS_CLASSES.includes(name),
      );
      if (other) invalid(`The CSS class ${other[1]} is not in the list of allowed classes.`);
      attached.delete(at(ClientId));
      if (CSS === undefined && ImageFile === undefined) return { UICustomization: { UserPoolId, ClientId } };
      const UICustomization: Fields = {
        UserPoolId,
        ClientId,
        CSS,
        ...(ImageFile !== undefined && { ImageUrl: publish(`/${UserPoolId}/${ClientId}/image.png`, ImageFile) }),
        CSSVersion: "20261126160000",
        CreationDate: 1_700_000_000,
        LastModifiedDate: 1_700_000_000,
      };
      attached.set(at(ClientId), UICustomization);
      return { UICustomization };
    },
    GetUICustomization: (request) => {
      const { attached } = pools.get(request);
      return { UICustomization: attached.get(at(request.ClientId)) ?? attached.get(at(ALL)) ?? {} };
    },
  };
}
