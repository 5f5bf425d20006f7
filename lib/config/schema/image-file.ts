import { z } from "zod";
import { type ImageType, imageOf } from "../data-uri";

/** The path of an image, which is read before anything else looks at the config, or the image itself in a `data:` URI. */
export function imageFile(types: readonly ImageType[]) {
  return z
    .string()
    .refine(
      (given) => imageOf(given, types) !== undefined,
      `an image is the path of a file, or a data: URI in base64, of type ${types.join(", ")}`,
    );
}
