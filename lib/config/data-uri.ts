/** The media type of each extension of an image. */
const MEDIA_TYPES = {
  ico: "image/x-icon",
  jpeg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
} as const;

/** A kind of image, by its extension. */
export type ImageType = keyof typeof MEDIA_TYPES;

/** Other names of an extension and of a media type. */
const ALIASES: Readonly<Record<string, ImageType>> = {
  jpg: "jpeg",
  "image/jpg": "jpeg",
  "image/vnd.microsoft.icon": "ico",
};

const TYPES: ReadonlyMap<string, ImageType> = new Map([
  ...Object.entries(MEDIA_TYPES).flatMap(([type, media]) => [
    [type, type as ImageType] as const,
    [media, type as ImageType] as const,
  ]),
  ...Object.entries(ALIASES),
]);

const DATA_URI = /^data:([a-z0-9.+/-]+);base64,((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/;

/** An image in a text. */
export interface InlineImage {
  readonly type: ImageType;
  readonly base64: string;
}

/** The extensions of an image type, with the dot: `.jpeg`, `.jpg`. */
export function extensionsOf(types: readonly ImageType[]): readonly string[] {
  return [...TYPES].flatMap(([name, type]) => (types.includes(type) && !name.includes("/") ? [`.${name}`] : []));
}

/** An image as a `data:` URI. @param extension with the dot, in any case; one of `extensionsOf` */
export function imageUri(extension: string, bytes: Buffer): string {
  const type = TYPES.get(extension.slice(1).toLowerCase()) as ImageType;
  return `data:${MEDIA_TYPES[type]};base64,${bytes.toString("base64")}`;
}

/** The image of a `data:` URI in base64; `undefined` where a text is none, or of another type. */
export function imageOf(text: string, types: readonly ImageType[]): InlineImage | undefined {
  const [, media = "", base64 = ""] = DATA_URI.exec(text) ?? [];
  const type = TYPES.get(media);
  return type !== undefined && types.includes(type) ? { type, base64 } : undefined;
}

/** Whether a text begins as a `data:` URI does, so that it is not a path. */
export function isDataUri(text: string): boolean {
  return text.startsWith("data:");
}
