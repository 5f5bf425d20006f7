import { isIP } from "node:net";

/** A range of IP addresses. An IPv4 address in IPv6 notation is of IPv4, as Terraform reads it. */
export interface IpRange {
  /** Its only spelling: the first address as RFC 5952 has it, and the length of the prefix. Terraform's `cidrsubnet(range, 0, 0)`. */
  readonly text: string;
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/** Reads CIDR notation, of any address within the range; `undefined` for any other text. */
export function ipRange(text: string): IpRange | undefined {
  const [address = "", length = "", ...rest] = text.split("/");
  const version = address.includes("%") ? 0 : isIP(address);
  if (version === 0 || rest.length > 0 || !/^\d{1,3}$/.test(length)) return undefined;
  const bits = version === 4 ? 32 : 128;
  const prefix = Number(length);
  if (prefix > bits) return undefined;
  const value = version === 4 ? numberOf(address.split("."), 10, 8n) : numberOf(groupsOf(address), 16, 16n);
  const isMapped = version === 6 && prefix >= 96 && value >> 32n === 0xffffn;
  return isMapped ? rangeOf(4, value & 0xffff_ffffn, prefix - 96) : rangeOf(version as 4 | 6, value, prefix);
}

/** Whether two ranges have an address in common. */
export function overlap(one: IpRange, other: IpRange): boolean {
  return one.version === other.version && one.first <= other.last && other.first <= one.last;
}

function rangeOf(version: 4 | 6, value: bigint, prefix: number): IpRange {
  const bits = version === 4 ? 32 : 128;
  const host = (1n << BigInt(bits - prefix)) - 1n;
  const first = value & ~host;
  return { text: `${addressOf(version, first)}/${prefix}`, version, first, last: first | host };
}

function addressOf(version: 4 | 6, value: bigint): string {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join(".");
  const groups = [...Array(8).keys()].map((group) => ((value >> BigInt(112 - 16 * group)) & 0xffffn).toString(16));
  return canonicalHost(groups.join(":"));
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = canonicalHost(address).split("::");
  const parts = (text: string) => (text === "" ? [] : text.split(":"));
  if (tail === undefined) return parts(head);
  const missing = 8 - parts(head).length - parts(tail).length;
  return [...parts(head), ...Array<string>(missing).fill("0"), ...parts(tail)];
}

/** An IPv6 address as RFC 5952 writes it, with no part in IPv4 notation. */
function canonicalHost(address: string): string {
  return new URL(`http://[${address}]/`).hostname.slice(1, -1);
}

function numberOf(parts: readonly string[], radix: number, bits: bigint): bigint {
  return parts.reduce((sum, part) => (sum << bits) | BigInt(Number.parseInt(part, radix)), 0n);
}
