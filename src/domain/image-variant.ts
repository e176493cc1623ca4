/** The sandbox images, the smaller first: each has the languages of those before it. */
export const IMAGE_VARIANTS = ["default", "full"] as const;
export type ImageVariant = (typeof IMAGE_VARIANTS)[number];
