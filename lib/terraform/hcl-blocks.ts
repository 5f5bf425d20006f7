/** One argument as a cdktf construct's `synthesizeHclAttributes()` describes it. */
interface HclAttribute {
  readonly value: unknown;
  readonly isBlock: boolean;
}

/**
 * The paths of the nested blocks among a construct's arguments, for `HclLayout.blocks`.
 *
 * @param path what they begin with: the type of a resource, `data.` and the type, or `provider.` and the name
 * @param attributes what `synthesizeHclAttributes()` of the construct returns
 */
export function blockPaths(path: string, attributes: object): string[] {
  return Object.entries(attributes).flatMap(([name, attribute]) => {
    if (!isBlock(attribute)) return [];
    const here = `${path}.${name}`;
    const bodies = [attribute.value].flat().filter((body) => typeof body === "object" && body !== null);
    return [here, ...bodies.flatMap((body) => blockPaths(here, body as object))];
  });
}

function isBlock(attribute: unknown): attribute is HclAttribute {
  return typeof attribute === "object" && attribute !== null && (attribute as HclAttribute).isBlock === true;
}
