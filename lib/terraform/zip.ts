/**
 * A zip archive of one file, uncompressed: the same text gives the same bytes, on every machine and at any time.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
export function zipOf(name: string, text: string): Buffer {
  const [path, data] = [Buffer.from(name), Buffer.from(text)];
  const common = numbers([
    [20, 2], // version that can extract it
    [0, 2],
    [0, 2], // stored as it is
    [0, 2],
    [FIRST_DAY, 2],
    [crc32(data), 4],
    [data.length, 4],
    [data.length, 4],
    [path.length, 2],
    [0, 2],
  ]);
  const local = Buffer.concat([numbers([[0x04034b50, 4]]), common, path, data]);
  const central = Buffer.concat([
    numbers([
      [0x02014b50, 4],
      [MADE_BY_UNIX, 2],
    ]),
    common,
    numbers([
      [0, 2],
      [0, 2],
      [0, 2],
      [(READABLE_FILE << 16) >>> 0, 4],
      [0, 4],
    ]),
    path,
  ]);
  const end = numbers([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [1, 2],
    [1, 2],
    [central.length, 4],
    [local.length, 4],
    [0, 2],
  ]);
  return Buffer.concat([local, central, end]);
}

/** 1 January 1980, the first day that a zip archive can hold. */
const FIRST_DAY = (1 << 5) | 1;
const MADE_BY_UNIX = (3 << 8) | 20;
const READABLE_FILE = 0o100644;

/** Numbers one after the other, each in so many bytes, the lowest first. */
function numbers(values: readonly (readonly [number, 2 | 4])[]): Buffer {
  return Buffer.concat(
    values.map(([value, size]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}

function crc32(data: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
