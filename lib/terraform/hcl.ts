import { block, bodies, type LabelledBody, type Place, placeOf } from "./hcl-body";
import { PROVIDER_BLOCKS, TOP_LEVEL } from "./hcl-shapes";
import type { Json, JsonObject } from "./hcl-values";

/** A configuration in Terraform's JSON syntax, as cdktf writes it to `cdk.tf.json`. */
export type TerraformJson = JsonObject;

/** What the JSON does not say, and the order that a person reads in. */
export interface HclLayout {
  /** Lines of comment at the head of the file. */
  readonly header?: readonly string[];
  /**
   * The paths in the providers' schemas that are nested blocks: `aws_cognito_user_pool.schema`,
   * `aws_cognito_user_pool.schema.string_attribute_constraints`, `data.aws_iam_policy_document.statement`,
   * `provider.aws.default_tags`. Everything else is an argument. Terraform's own blocks, and those of the AWS
   * provider's configuration, are known.
   */
  readonly blocks?: Iterable<string>;
  /** Addresses in the order their blocks should have among those of their kind; the rest follow by address. */
  readonly order?: readonly string[];
  /** Address of a block to the address of the block that it follows: a check follows its resource. */
  readonly after?: Readonly<Record<string, string>>;
  /** The arguments and blocks that come first in a provider's resources; the rest follow by name. */
  readonly first?: readonly string[];
}

/** A block of the configuration, in HCL. */
export interface TopLevelBlock {
  /** Its first word: `resource`, `variable`, `check`. */
  readonly kind: string;
  readonly labels: readonly string[];
  /** As Terraform writes it: `aws_cognito_user_pool.users`, `var.region`, `check.name`; without labels, the kind. */
  readonly address: string;
  /** From the first line to the closing brace, as `terraform fmt` leaves it. */
  readonly text: string;
}

/**
 * A configuration in HCL that gives the same plan as its JSON, exactly as `terraform fmt` leaves it, and the same bytes
 * for any order of the JSON's keys.
 *
 * @throws SyntaxError when a template or an expression in it is invalid, or has a heredoc.
 * @throws TypeError when a block is not an object, or is unknown to Terraform.
 */
export function toHcl(config: TerraformJson, layout: HclLayout = {}): string {
  return render(topLevelBlocks(config, layout), layout.header);
}

/** The blocks of a configuration in reading order, so that each may go to a file of its own. Throws as {@link toHcl}. */
export function topLevelBlocks(config: TerraformJson, layout: HclLayout = {}): TopLevelBlock[] {
  const unknown = Object.keys(config).filter((kind) => kind !== "//" && !Object.hasOwn(TOP_LEVEL, kind));
  if (unknown.length > 0) throw new TypeError(`not a block of Terraform: ${unknown.join(", ")}`);
  const root = rootPlace(layout);
  const byOrder = comparator(layout.order ?? []);
  const blocks = Object.keys(TOP_LEVEL).flatMap((kind) => blocksOf(kind, config[kind], root).sort(byOrder));
  return followed(blocks, layout.after ?? {});
}

/** Blocks as the text of a file, below a comment. */
export function render(blocks: readonly TopLevelBlock[], header: readonly string[] = []): string {
  const comment = header.flatMap((line) => line.split(/\r?\n/)).map((line) => `# ${line}`.trimEnd());
  const parts = [comment.join("\n"), ...blocks.map(({ text }) => text)].filter((part) => part !== "");
  return parts.map((part) => `${part}\n`).join("\n");
}

function rootPlace(layout: HclLayout): Place {
  const blocks = new Set([...PROVIDER_BLOCKS, ...(layout.blocks ?? [])]);
  return { shape: {}, path: "", indent: "", isBlock: (path) => blocks.has(path), first: layout.first ?? [] };
}

function blocksOf(kind: string, value: Json, root: Place): TopLevelBlock[] {
  const shape = TOP_LEVEL[kind] ?? {};
  return bodies(value, shape.labels ?? 0).map((each) => ({
    kind,
    labels: each.labels,
    address: addressOf(kind, each),
    text: block(kind, each, placeOf(kind, each.labels, shape, root)),
  }));
}

function addressOf(kind: string, { labels, body }: LabelledBody): string {
  if (kind === "resource") return labels.join(".");
  if (kind === "variable") return `var.${labels[0]}`;
  const alias = kind === "provider" && typeof body.alias === "string" ? [body.alias] : [];
  return [kind, ...labels, ...alias].join(".");
}

function comparator(order: readonly string[]): (one: TopLevelBlock, other: TopLevelBlock) => number {
  const positions = new Map(order.map((address, index) => [address, index]));
  const position = (block: TopLevelBlock) => positions.get(block.address) ?? order.length;
  return (one, other) => position(one) - position(other) || compare(one.address, other.address);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** Puts each block of `after` right behind its leader, unless the leader is not there or follows another itself. */
function followed(blocks: readonly TopLevelBlock[], after: Readonly<Record<string, string>>): TopLevelBlock[] {
  const leaders = new Set(blocks.map(({ address }) => address).filter((address) => !Object.hasOwn(after, address)));
  const followers = new Map<string, TopLevelBlock[]>();
  const rest = blocks.filter((block) => {
    const leader = Object.hasOwn(after, block.address) ? (after[block.address] as string) : undefined;
    if (leader === undefined || !leaders.has(leader)) return true;
    followers.set(leader, [...(followers.get(leader) ?? []), block]);
    return false;
  });
  return rest.flatMap((block) => [block, ...(followers.get(block.address) ?? [])]);
}
