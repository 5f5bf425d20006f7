import { createHash, createHmac, getDiffieHellman, randomBytes } from "node:crypto";

/**
 * Secure Remote Password as Cognito has it: SRP-6a with the group of 3072 bits of RFC 3526 and SHA-256, and a key of 16
 * bytes that signs the pool, the user, the secret block and the time.
 */
const N = BigInt(`0x${getDiffieHellman("modp15").getPrime("hex")}`);
const G = 2n;
const K = number(hash(hexOf(N), hexOf(G)));

/** The pool without its Region, the user's own name, and the password. */
export interface Identity {
  readonly pool: string;
  readonly user: string;
  readonly password: string;
}

/** What a client proves that it knows the password with. */
export interface Proof {
  readonly block: string;
  readonly time: string;
}

/** The side of the app: a key pair for one sign-in. */
export class SrpClient {
  readonly #a = number(randomBytes(64).toString("hex"));
  readonly publicKey = power(G, this.#a).toString(16);

  signature(identity: Identity, salt: string, b: string, proof: Proof): string {
    const B = number(b);
    const u = scrambler(this.publicKey, b);
    const x = privateKey(identity, salt);
    const base = (((B - K * power(G, x)) % N) + N) % N;
    return signed(power(base, this.#a + u * x), u, identity, proof);
  }
}

/** The side of Cognito, for one sign-in. */
export class SrpServer {
  readonly salt = randomBytes(16).toString("hex");
  readonly #b = number(randomBytes(64).toString("hex"));
  readonly #verifier: bigint;
  readonly publicKey: string;

  constructor(readonly identity: Identity) {
    this.#verifier = power(G, privateKey(identity, this.salt));
    this.publicKey = ((K * this.#verifier + power(G, this.#b)) % N).toString(16);
  }

  signature(a: string, proof: Proof): string {
    const u = scrambler(a, this.publicKey);
    return signed(power((number(a) * power(this.#verifier, u)) % N, this.#b), u, this.identity, proof);
  }
}

function signed(secret: bigint, u: bigint, { pool, user }: Identity, { block, time }: Proof): string {
  const prk = createHmac("sha256", bytes(u)).update(bytes(secret)).digest();
  const key = createHmac("sha256", prk).update("Caldera Derived Key\u0001").digest().subarray(0, 16);
  const text = [Buffer.from(pool), Buffer.from(user), Buffer.from(block, "base64"), Buffer.from(time)];
  return createHmac("sha256", key).update(Buffer.concat(text)).digest("base64");
}

function scrambler(a: string, b: string): bigint {
  return number(hash(hexOf(number(a)), hexOf(number(b))));
}

function privateKey({ pool, user, password }: Identity, salt: string): bigint {
  const inner = createHash("sha256").update(`${pool}${user}:${password}`).digest("hex");
  return number(hash(hexOf(number(salt)), inner));
}

function hash(...parts: readonly string[]): string {
  return createHash("sha256")
    .update(Buffer.from(parts.join(""), "hex"))
    .digest("hex");
}

function number(hex: string): bigint {
  return BigInt(`0x${hex}`);
}

/** Whole bytes, the first of them below 128. */
function hexOf(value: bigint): string {
  const hex = value.toString(16);
  const whole = hex.length % 2 === 0 ? hex : `0${hex}`;
  return /^[89a-f]/.test(whole) ? `00${whole}` : whole;
}

function bytes(value: bigint): Buffer {
  return Buffer.from(hexOf(value), "hex");
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square, left] = [1n, base % N, exponent];
  while (left > 0n) {
    if (left & 1n) result = (result * square) % N;
    square = (square * square) % N;
    left >>= 1n;
  }
  return result;
}
